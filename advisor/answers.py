"""Answers: the document of what is known about one patient, made from what a form holds and turned back into it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor import numeral
from guidelines.engine.canonical import Plain
from guidelines.engine.fact import Fact


Answer = Plain
Document = dict[str, Answer]

JURISDICTION = "jurisdiction"
COMPLETE = "complete"
TRIAL = ("treatment", "daily_dose", "weeks", "outcome", "still_taking")
NoNumber = numeral.NoNumber


@dataclass(frozen=True, slots=True)
class Measured:
    """A number as it was typed: the figures, their unit, and whether an unusual value was confirmed."""

    figures: str
    unit: str
    confirmed: bool = False


def number(figures: str) -> int | float:
    """Read figures as a number, in either notation. Raises NoNumber, also for what could be two numbers."""
    return numeral.read(figures)


def measured(given: Measured, fact: Fact) -> Answer:
    """Make the answer to a number fact: bare in its own unit, with the unit where it is another. Raises NoNumber."""
    value = number(given.figures)
    if given.unit in ("", fact.unit) and not given.confirmed:
        return value
    answer: dict[str, Plain] = {"value": value, "unit": given.unit or fact.unit}
    return answer | {"confirmed": True} if given.confirmed else answer


def as_typed(answer: Answer, fact: Fact) -> Measured:
    """Turn the answer to a number fact back into what was typed."""
    if isinstance(answer, Mapping):
        unit = str(answer.get("unit") or fact.unit)
        return Measured(_figures(answer.get("value")), unit, answer.get("confirmed") is True)
    return Measured(_figures(answer), fact.unit)


def included(present: Iterable[str], *, complete: bool) -> Answer:
    """Make the answer to a list: what was ticked is present; the rest is absent only where the list is complete."""
    return dict.fromkeys(present, True) | {COMPLETE: complete}


def ticked(answer: Answer) -> list[str]:
    """List the members that an answer says are present."""
    if not isinstance(answer, Mapping):
        return []
    return [code for code, flag in answer.items() if flag is True and code != COMPLETE]


def is_complete(answer: Answer) -> bool:
    """Say whether an answer to a list claims that nothing else is present."""
    return isinstance(answer, Mapping) and answer.get(COMPLETE) is True


def trial(row: Mapping[str, Plain]) -> Answer:
    """Make one trial of a row; what was left open is null."""
    return {key: row.get(key) for key in TRIAL}


def merged(document: Mapping[str, Answer], page: Mapping[str, Answer]) -> Document:
    """Put the answers of one page into the document, over what stood there."""
    return {**document, **page}


def without(document: Mapping[str, Answer], codes: Iterable[str]) -> Document:
    """Leave some facts out, as if they had not been asked."""
    dropped = set(codes)
    return {code: answer for code, answer in document.items() if code not in dropped}


def settled_in(document: Mapping[str, Answer], facts: Mapping[str, Fact], jurisdiction: str) -> Document:
    """Fill in the deployment's jurisdiction where the guideline asks for one and the answers do not say."""
    fact = facts.get(JURISDICTION)
    if fact is None or JURISDICTION in document or jurisdiction not in {choice.code for choice in fact.choices}:
        return dict(document)
    return {JURISDICTION: jurisdiction, **document}


def _figures(value: Plain) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return numeral.typed(value)
