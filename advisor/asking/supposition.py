"""Suppositions: the patient a question speaks of, from its own words and, on an advice page, that patient's answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guidelines.engine import patient
from guidelines.engine.canonical import Plain
from guidelines.engine.compilation import Compiled
from guidelines.engine.condition import Look
from guidelines.engine.criterion import Judgement
from guidelines.engine.dosing import JURISDICTION, inside
from guidelines.engine.fact import State
from guidelines.engine.truth import NO, UNKNOWN, YES, Truth, both, either

from .index import Index
from .number import Number
from .question import Question
from .row import Row
from .subject import Concept


BEYOND = {"at_least": 1, "below": -1}
"""On which side of a number somebody is of whom it is said to be a bound."""


@dataclass(frozen=True)
class Supposed:
    """A patient as far as a question says, or a real one with what the question supposes; judged as every patient is."""

    book: Compiled
    answers: Mapping[str, Plain]
    state: Look
    judgement: Judgement
    changed: frozenset[str]

    def holds(self, row: Row) -> Truth:
        """Judge whether a row holds for this patient."""
        found = YES if not row.jurisdictions or self.state(JURISDICTION).value in row.jurisdictions else NO
        return both(self.concerns(row), found)

    def concerns(self, row: Row) -> Truth:
        """Judge whether a row is about such a patient, under whichever labels."""
        found = YES
        for code in row.judged:
            found = both(found, self.judgement.population(code))
        if row.band is None:
            return found
        within = inside(self, row.band)
        return both(
            found, either(within, self.judgement.population(row.or_population)) if row.or_population else within
        )


def asked(question: Question, index: Index, own: Mapping[str, Plain], place: str) -> Supposed:
    """Suppose whom a question speaks of, on top of what is known of a patient, under the labels that it names or of a place."""
    said = [Concept.of(one, index).answers for one in question.concepts]
    place = next(iter(question.places), "") or str(own.get(JURISDICTION) or place)
    return supposed(index.book, own, said, question.numbers, place)


def supposed(
    book: Compiled,
    own: Mapping[str, Plain],
    said: Iterable[Mapping[str, object]],
    numbers: Iterable[Number],
    place: str,
) -> Supposed:
    """Suppose what a question says of a patient, on top of what is known of one; what contradicts that is left out."""
    extra: dict[str, object] = {JURISDICTION: place}
    worked_out: dict[str, State] = {}
    for code, value in _agreed(said).items():
        if book.facts[code].formula:
            worked_out[code] = State(value)
        else:
            extra[code] = value
    for one in numbers:
        fact = book.facts[one.fact]
        value = one.value + BEYOND.get(one.bound, 0) * fact.precision
        if fact.formula:
            worked_out[one.fact] = State(value)
        else:
            extra[one.fact] = {"value": value, "confirmed": True}
    return _overlaid(book, own, extra, worked_out)


def _agreed(said: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """Gather the answers that what is said agrees on; what is said in two ways is left open."""
    found: dict[str, object] = {}
    odd: set[str] = set()
    for answers in said:
        for code, value in answers.items():
            known = found.get(code, value)
            odd |= {code} if not isinstance(known, dict) and known != value else set()
            found[code] = {**known, **value} if isinstance(known, dict) and isinstance(value, dict) else value
    return {code: value for code, value in found.items() if code not in odd}


def _overlaid(
    book: Compiled, own: Mapping[str, Plain], extra: dict[str, object], worked_out: Mapping[str, State]
) -> Supposed:
    for kept in (extra, {JURISDICTION: extra[JURISDICTION]}):
        answers = {**own, **{code: _joined(own.get(code), value) for code, value in kept.items()}}
        try:
            person = patient.parse(book, answers)
        except patient.Refused:
            continue
        changed = {code for code in answers if answers[code] != own.get(code) and own} | {*worked_out}
        return _person(book, answers, person, worked_out, frozenset(changed))
    return _person(book, own, patient.parse(book, own), worked_out, frozenset(worked_out))


def _person(book, answers, person, worked_out, changed):
    look = (lambda code: worked_out.get(code) or person.state(code)) if worked_out else person.state
    return Supposed(book, answers, look, Judgement(look, book.criteria) if worked_out else person.judgement, changed)


def _joined(own: object, value: object) -> object:
    """Add to a list that a patient answered what the question says is on it."""
    return {**own, **value} if isinstance(own, dict) and isinstance(value, dict) and "value" not in value else value


__all__ = ["NO", "UNKNOWN", "YES", "Supposed", "supposed"]
