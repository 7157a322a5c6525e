"""The grid: made-up patients who each differ from a worked one in a single answer, over every region in which it is judged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from . import case as worked
from . import wording
from .canonical import Plain
from .compilation import Compiled
from .fact import Fact, Kind, Outcome
from .population import Op
from .rulebook import Case


POINTS = 5
"""How many values a number takes that only formulas read, spread evenly over its plausible range."""

ENOUGH = 10_000
"""A daily dose and a number of weeks that make any earlier trial adequate."""

Answers = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class Square:
    """One patient of the grid: what sets them apart, and their answers."""

    title: str
    answers: Mapping[str, Plain]


def squares(book: Compiled) -> Iterator[Square]:
    """Give every patient of the grid, in a fixed order."""
    mentioned = _mentioned(book)
    for case in bases(book):
        base = worked.answered(book, case)
        yield Square(case.title, base)
        for fact in book.facts.values():
            if not fact.formula:
                for said, value in _variations(book, fact, mentioned):
                    if base.get(fact.code) != value:
                        yield Square(f"{case.title}, but {fact.name}: {said}", {**base, fact.code: value})


def bases(book: Compiled) -> list[Case]:
    """Choose the first worked patient for each choice by which options place treatments."""
    found: dict[tuple[str, str], Case] = {}
    placing = _placing(book)
    for case in book.rulebook.cases:
        if case.rest == "normal":
            answers = worked.answered(book, case)
            for fact in placing:
                found.setdefault((fact, str(answers.get(fact))), case)
    return list({case.code: case for case in found.values()}.values()) or list(book.rulebook.cases[:1])


def _placing(book: Compiled) -> list[str]:
    """List the choices that the populations of options read, directly or through other populations."""
    lines = {population.code: population.lines for population in book.rulebook.populations}
    reached, ahead = set[str](), {option.population for option in book.rulebook.options}
    while ahead:
        reached |= ahead
        ahead = {line.population for code in ahead for line in lines[code] if line.population} - reached
    read = {line.fact for code in reached for line in lines[code] if line.op is Op.IN}
    return sorted(read)


def _variations(book: Compiled, fact: Fact, mentioned: Mapping[str, frozenset[str]]) -> list[tuple[str, Plain]]:
    if fact.kind is Kind.BOOLEAN:
        return [("yes", True), ("no", False), ("not known", None)]
    if fact.kind is Kind.CHOICE:
        return [*((choice.text, choice.code) for choice in fact.choices), ("not known", None)]
    if fact.kind is Kind.NUMBER:
        told = ((wording.quantity(fact, value), {"value": value, "confirmed": True}) for value in _values(book, fact))
        return [*told, ("not known", None)]
    names = book.members.get(fact.code, {})
    wanted = sorted(mentioned.get(fact.code, frozenset()))
    if fact.kind is Kind.MEMBERS:
        return [(names.get(code, code), {code: True, "complete": True}) for code in wanted if code in names]
    return [trial for code in wanted for trial in _trials(book, code)]


def _values(book: Compiled, fact: Fact) -> list[float]:
    """Give a value on, just below and just above every bound; and an even spread where only formulas read it."""
    step = 1.0 if fact.whole else 0.1
    near = {round(bound + side * step, 6) for bound in book.bounds.get(fact.code, ()) for side in (-1, 0, 1)}
    low = fact.confirm_low if fact.confirm_low is not None else fact.refuse_low
    high = fact.confirm_high if fact.confirm_high is not None else fact.refuse_high
    if not near and low is not None and high is not None:
        near = {_rounded(low + (high - low) * part / (POINTS - 1), whole=fact.whole) for part in range(POINTS)}
    least = fact.refuse_low if fact.refuse_low is not None else min(near, default=0)
    most = fact.refuse_high if fact.refuse_high is not None else max(near, default=0)
    return sorted(value for value in near if least <= value <= most)


def _rounded(value: float, *, whole: bool) -> float:
    return float(round(value)) if whole else round(value, 1)


def _trials(book: Compiled, code: str) -> Iterable[tuple[str, Plain]]:
    name = next((rules.treatment.name for rules in book.rules if rules.treatment.code == code), code)
    tried: Answers = {"treatment": code, "daily_dose": ENOUGH, "weeks": ENOUGH, "still_taking": False}
    for outcome in (Outcome.NONE, Outcome.NOT_TOLERATED):
        yield f"{name} ({outcome.replace('_', ' ')})", [{**tried, "outcome": str(outcome)}]


def _mentioned(book: Compiled) -> dict[str, frozenset[str]]:
    """Gather, by fact, the members and treatments that any population mentions, classes spelt out."""
    classes = {group.code: group.members for group in book.rulebook.drug_classes}
    drugs = {rules.treatment.code: rules.treatment.drug for rules in book.rules}
    found: dict[str, set[str]] = {}
    for population in book.rulebook.populations:
        for line in population.lines:
            spelt = {member for code in line.values for member in classes.get(code, (code,))}
            if line.fact and book.facts[line.fact].kind is Kind.TRIALS:
                spelt = {code for code, drug in drugs.items() if code in spelt or drug in spelt}
            found.setdefault(line.fact, set()).update(spelt)
    return {fact: frozenset(codes) for fact, codes in found.items()}
