"""Rules on safety: nothing is offered of which a needed topic of safety is blank; "none known" is an answer, a blank is not."""

from collections.abc import Iterable

from guidelines.engine.treatment import Topic, Treatment

from .inspection import Inspection
from .mark import MEDICINES
from .rule import Breach, Rule, breach


class SafetyBlank(Rule):
    """Is offered, and nothing is said of {topic}. Say what is known, “none known”, or “not stated in the source seen”."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every topic of which a medicine with a place in the guideline says nothing."""
        offered = {option.treatment for option in seen.rulebook.options}
        for treatment in seen.rulebook.treatments:
            if treatment.code in offered and treatment.kind in MEDICINES:
                said = _said(seen, treatment)
                blank = (topic for topic in Topic if topic not in said)
                yield from (breach(f"treatments[{treatment.code}]", topic=topic.replace("_", " ")) for topic in blank)


def _said(seen: Inspection, treatment: Treatment) -> set[Topic]:
    classes = {group.code for group in seen.rulebook.drug_classes if treatment.drug in group.members}
    return {
        known.topic
        for known in seen.rulebook.safety
        if known.text.strip() and (treatment.code in known.treatments or classes & set(known.drug_classes))
    }


RULES = (SafetyBlank,)
