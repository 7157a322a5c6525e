"""Swaps: which other answers to a yes or no, or in a list, would change the advice on a patient."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import supposition
from .condition import Condition
from .criterion import Criterion, Group, Negation
from .fact import Fact, Members
from .outcome import Change, changes, outcomes
from .patient import Patient


@dataclass(frozen=True, slots=True)
class Swap:
    """Another answer and what it would change: yes (`present`) or no to a question, or for any one of these members of a list."""

    fact: str
    present: bool
    members: tuple[str, ...]
    changes: tuple[Change, ...]


def answers(person: Patient) -> tuple[Swap, ...]:
    """List the other answers that would change the advice on this patient, the gravest first.

    The patient is advised on again with each of them. Members of a list that no condition tells apart are tried once.
    """
    now = outcomes(person.book, person)
    found = []
    for fact, members, present in _swaps(person):
        other = _other(person, fact, members, present=present)
        differing = changes(now, outcomes(person.book, other)) if other else ()
        if differing and not _goes_without_saying(person, members, differing):
            found.append(Swap(fact.code, present, members, differing))
    return tuple(sorted(found, key=lambda swap: swap.changes[0].grade))


def _other(person: Patient, fact: Fact, members: tuple[str, ...], *, present: bool) -> Patient | None:
    if members:
        return supposition.member(person, fact, members[0], present=present)
    return supposition.said(person, fact, present)


def _goes_without_saying(person: Patient, members: tuple[str, ...], differing: tuple[Change, ...]) -> bool:
    """Say whether only the very drug is concerned that the patient would not tolerate, or would take already."""
    drugs = {rules.treatment.code: rules.treatment.drug for rules in person.book.rules}
    return all(drugs[change.treatment] in members for change in differing)


def _swaps(person: Patient) -> Iterator[tuple[Fact, tuple[str, ...], bool]]:
    for fact in person.book.rulebook.facts:
        known = person.state(fact.code).value
        if isinstance(known, bool):
            yield fact, (), not known
        elif isinstance(known, Members):
            yield from ((fact, (code,), False) for code in sorted(known.present))
            yield from ((fact, alike, True) for alike in _alike(person, fact, known))


def _alike(person: Patient, fact: Fact, known: Members) -> list[tuple[str, ...]]:
    """Group the absent members of a list that no condition tells apart; what no condition names changes nothing."""
    lines = [line for line in _conditions(person.book.criteria.values()) if fact.code in line.facts]
    groups: dict[tuple[int, ...], list[str]] = {}
    for code in person.book.members[fact.code]:
        named = tuple(place for place, line in enumerate(lines) if code in line.values)
        if named and code not in known.present:
            groups.setdefault(named, []).append(code)
    return [tuple(group) for group in groups.values()]


def _conditions(nodes: Iterable[Criterion]) -> Iterator[Condition]:
    for node in nodes:
        if isinstance(node, Condition):
            yield node
        elif isinstance(node, Negation):
            yield from _conditions([node.inner])
        elif isinstance(node, Group):
            yield from _conditions(node.parts)
