"""An inspection: a rulebook looked at on a day, with what the rules of readiness need to know of it worked out once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from functools import cached_property

from guidelines.engine import bands, citation, coverage, inputs, soundness
from guidelines.engine.compilation import Compiled, Rules, compiled
from guidelines.engine.decoding import Fault
from guidelines.engine.evidence import Reference
from guidelines.engine.rulebook import Effect, Option, Rulebook, Severity
from guidelines.engine.soundness import UNSOURCED

from . import witness
from .proposition import Proposition, Sketch
from .space import Space


@dataclass(frozen=True, slots=True)
class Cited:
    """A row, or a part of one, with the sources it names; the place is the row's."""

    place: str
    section: str
    sources: tuple[str, ...]


class Inspection:
    """What the rules look at: the rulebook as written, and mended as far as citations go, so that the rest can be asked."""

    def __init__(self, rulebook: Rulebook, today: date) -> None:
        self.rulebook = rulebook
        self.today = today
        self.undecided: list[str] = []

    @cached_property
    def references(self) -> dict[str, Reference]:
        """Give the references by their codes."""
        return {record.code: record for record in self.rulebook.references}

    @cached_property
    def cited(self) -> list[Cited]:
        """List every row, and every part of a row, that has or should have sources."""
        return [Cited(place, section, sources) for place, section, row in self.rows() for sources in _sources(row)]

    @cached_property
    def dangling(self) -> list[tuple[str, str]]:
        """List what cites a reference that is not there, with its code."""
        named = [(one.place, code) for one in self.cited for code in map(citation.reference, one.sources) if code]
        return [(place, code) for place, code in dict.fromkeys(named) if code not in self.references]

    @cached_property
    def unsourced(self) -> list[Fault]:
        """List the rules that name no source at all."""
        return [fault for fault in soundness.faults(self.mended) if fault.text == UNSOURCED]

    @cached_property
    def tables(self) -> list[Fault]:
        """List what is wrong with the dose tables; it does not keep the engine from working the rest out."""
        return bands.faults(self.mended)

    @cached_property
    def broken(self) -> list[Fault]:
        """List what keeps the engine from working the rulebook out, were every citation to lead somewhere."""
        known = set(self.tables)
        found = [one for one in soundness.faults(self.mended) if one.text != UNSOURCED and one not in known]
        return found or inputs.faults(self.mended)

    @property
    def workable(self) -> bool:
        """Say whether the engine can work the rulebook out."""
        return not self.broken

    @cached_property
    def book(self) -> Compiled:
        """Give the rulebook with its codes looked up."""
        return compiled(self.mended)

    @cached_property
    def space(self) -> Space:
        """Give the patients that the rulebook can tell apart."""
        return Space(self.book)

    @cached_property
    def admitted(self) -> tuple[Proposition, ...]:
        """Say of a patient that no alert stops the advice."""
        stops = (alert for alert in self.rulebook.alerts if alert.effect is Effect.STOP)
        return tuple(self.space.population(alert.population, holds=False) for alert in stops)

    @cached_property
    def uncovered(self) -> dict[str, tuple[bool, bool]]:
        """Give the rules that no case fires or none nearly fires, with whether one fires and whether one nearly does."""
        return coverage.uncovered(self.book, self.rulebook.cases)

    def rows(self) -> Iterator[tuple[str, str, object]]:
        """Yield every row of every section, with its place and its section."""
        for section in self.rulebook.__dataclass_fields__:
            rows = getattr(self.rulebook, section)
            if isinstance(rows, tuple):
                yield from ((f"{section}[{row.code}]", section, row) for row in rows)

    def allowed(self, rules: Rules) -> tuple[Proposition, ...]:
        """Say of a patient that no contraindication takes this treatment away, and no alert all of them."""
        barring = (rule for rule in rules.contraindications if rule.severity is not Severity.CAUTION)
        return (*self.admitted, *(self.space.contraindication(rule, holds=False) for rule in barring))

    def offers(self) -> Iterator[tuple[Option, Rules, tuple[Proposition, ...]]]:
        """Yield every option with what holds of the patients who reach it: its own population, and none declared before."""
        for rules in self.book.rules:
            earlier: tuple[Proposition, ...] = ()
            for option in rules.options:
                yield option, rules, (self.space.population(option.population), *earlier)
                earlier = (*earlier, self.space.population(option.population, holds=False))

    def somebody(self, place: str, goals: Iterable[Proposition]) -> Sketch | None:
        """Find a patient for whom all this holds; none where none was found. What cannot be decided is noted."""
        try:
            return witness.find(self.space, goals)
        except witness.Undecided:
            self.undecided.append(place)
            return None

    def nobody(self, place: str, goals: Iterable[Proposition]) -> bool:
        """Say whether there can be no patient for whom all this holds; not where that cannot be decided."""
        before = len(self.undecided)
        return self.somebody(place, goals) is None and len(self.undecided) == before

    @cached_property
    def mended(self) -> Rulebook:
        """Give the rulebook with a record for every reference that is cited and not there."""
        lost = dict.fromkeys(code for _, code in self.dangling)
        stand_ins = (Reference(code, "", "", "unverified") for code in lost)
        return replace(self.rulebook, references=(*self.rulebook.references, *stand_ins))


def _sources(row: object) -> Iterator[tuple[str, ...]]:
    """Yield the sources of a row and of its parts."""
    for name in getattr(row, "__dataclass_fields__", ()):
        value = getattr(row, name)
        if name == "sources":
            yield value
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            yield from (found for part in value for found in _sources(part))
