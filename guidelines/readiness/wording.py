"""Rules on wording: statements speak to each audience and claim no review; a word that people ask with means one thing."""

import re
from collections.abc import Iterable

from guidelines.engine.rulebook import Rulebook
from guidelines.engine.synonym import Synonym

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
            (f"statements[{one.code}]", (one.text, one.student, one.patient, *(said.text for said in one.renderings)))
            for one in seen.rulebook.statements
        ]
        spoken += [(f"topics[{topic.code}]", (topic.title, topic.intro)) for topic in seen.rulebook.topics]
        for place, texts in spoken:
            for said in (found for text in texts for found in STATUS.finditer(text)):
                yield breach(place, words=said.group())


class WordTwice(Rule):
    """Says “{word}”, which {other} says too. A word that means two things misleads; leave it to one of them."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every synonym with a word of an earlier one in its language, or with a name of a drug it does not mean."""
        said: dict[tuple[str, str], str] = {}
        for synonym in seen.rulebook.synonyms:
            for word in synonym.terms:
                key = (synonym.language, word.strip().casefold())
                place = f"synonyms[{synonym.code}]"
                if (earlier := said.setdefault(key, place)) != place:
                    yield breach(place, word=word, other=earlier)
                for drug in _others(seen.rulebook, synonym, key[1]):
                    yield breach(place, word=word, other=f"drugs[{drug}]")


def _others(rulebook: Rulebook, synonym: Synonym, word: str) -> list[str]:
    """List the drugs of which a word is a name and which the synonym does not mean."""
    meant = {*synonym.drugs, *(one.drug for one in rulebook.treatments if one.code in synonym.treatments)}
    named = [drug for drug in rulebook.drugs if word in (name.casefold() for name in (drug.name, *drug.synonyms))]
    return [drug.code for drug in named if drug.code not in meant]


RULES = (WordingMissing, StatusSaidInContent, WordTwice)
