"""Rules on wording: every statement speaks to each audience, and none says of itself that it was reviewed."""

import re
from collections.abc import Iterable

from .inspection import Inspection
from .rule import Breach, Rule, breach


AUDIENCES = {"text": "clinicians", "student": "students", "patient": "patients"}
STATUS = re.compile(
    r"\b(?:peer[- ]?reviewed|reviewed for|reviewed by)\b"
    r"|\b(?:pending|awaiting|subject to) (?:human |clinical |medical |expert |editorial )?(?:review|approval)\b"
    r"|\b(?:this|these|our|all|the) (?:article|content|document|guideline|material|page|text)s? "
    r"(?:is|are|was|were|has been|have been) (?:approved|certified|checked|endorsed|reviewed|under review|validated|verified)\b",
    re.IGNORECASE,
)


class WordingMissing(Rule):
    """Has no wording for {audience}. Write it, so that nobody has to guess what is meant."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every statement that leaves out an audience."""
        for statement in seen.rulebook.statements:
            lacking = [who for name, who in AUDIENCES.items() if not getattr(statement, name).strip()]
            yield from (breach(f"statements[{statement.code}]", audience=who) for who in lacking)


class StatusSaidInContent(Rule):
    """Says of itself “{words}”. Only the review record may say what was reviewed and by whom; take it out of the text."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every text in the guideline's own voice that claims a status of review.

        What the source article claims, and what was found of the claim, are not the guideline's own voice.
        """
        guideline = seen.rulebook.guideline
        introduced = (guideline.title, guideline.summary, guideline.intended_for, guideline.disclaimer)
        spoken: list[tuple[str, tuple[str, ...]]] = [("guideline", introduced)]
        spoken += [
            (f"statements[{one.code}]", (one.text, one.student, one.patient)) for one in seen.rulebook.statements
        ]
        spoken += [(f"topics[{topic.code}]", (topic.title, topic.intro)) for topic in seen.rulebook.topics]
        for place, texts in spoken:
            for said in (found for text in texts for found in STATUS.finditer(text)):
                yield breach(place, words=said.group())


RULES = (WordingMissing, StatusSaidInContent)
