"""Suppositions: one patient with one thing otherwise, as the same person would then be advised on."""

from collections.abc import Mapping

from . import patient
from .canonical import Plain
from .fact import Fact, Members, State
from .patient import Patient


def number(person: Patient, fact: Fact, value: float) -> Patient | None:
    """Give the same person with another number; none where the answers would then be refused.

    An answer is changed and everything read anew. A derived value is taken as if it had come out so, by every method in
    proportion; what it is worked out from stays as answered.
    """
    if not fact.formula:
        return answer(person, fact, {"value": value, "unit": fact.unit, "confirmed": True})
    state = person.state(fact.code)
    share = value / state.value if isinstance(state.value, int | float) and state.value else 1.0
    variants = {method: other * share for method, other in state.variants.items()}
    return person.supposing(fact.code, State(value=value, variants=variants, method=state.method))


def said(person: Patient, fact: Fact, flag: bool) -> Patient | None:
    """Give the same person with another answer to a yes or no; none where the answers would then be refused."""
    return answer(person, fact, flag)


def member(person: Patient, fact: Fact, code: str, *, present: bool) -> Patient | None:
    """Give the same person with one more, or one less, of a list; none where the answers would then be refused."""
    known = person.state(fact.code).value
    given: dict[str, Plain] = {}
    if isinstance(known, Members):
        given |= {one: True for one in known.present} | {one: False for one in known.absent}
        given["complete"] = known.complete
    return answer(person, fact, given | {code: present})


def answer(person: Patient, fact: Fact, given: Plain) -> Patient | None:
    """Give the same person with another answer to one question; none where the answers would then be refused."""
    changed: Mapping[str, Plain] = {**person.answers, fact.code: given}
    try:
        return patient.parse(person.book, changed)
    except patient.Refused:
        return None
