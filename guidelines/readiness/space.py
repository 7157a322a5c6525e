"""The space of patients: every fact cut into the regions that a rulebook's conditions can tell apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, floor, inf

from guidelines.engine.compilation import Compiled
from guidelines.engine.condition import Condition
from guidelines.engine.criterion import Criterion, Judgement, Named, Negation
from guidelines.engine.dose import Band, DoseRange
from guidelines.engine.dosing import JURISDICTION
from guidelines.engine.fact import NO_BY_RULE, Fact, Kind, Outcome, State, Trial, Value
from guidelines.engine.population import Join, Op
from guidelines.engine.rulebook import Contraindication
from guidelines.engine.truth import YES

from .proposition import Enough, Listed, Proposition, Within, every, some


PLENTY = 1e9
"""A dose and a number of weeks that are enough for any trial to count."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a fact that no condition tells apart: a value that lies in it, and words for it."""

    state: State
    text: str


class Space:
    """Turns a compiled rulebook's criteria into propositions on regions, by asking the engine what each region meets."""

    def __init__(self, book: Compiled) -> None:
        self.book = book
        self.regions: dict[str, tuple[Region, ...]] = {}
        self.entries: dict[str, tuple[str, ...]] = {}
        self._bits: dict[str, dict[str, int]] = {}
        self.shapes: tuple[Trial, ...] = tuple(_shapes(rules.treatment.code for rules in book.rules))
        self._known: dict[tuple[str, bool], Proposition] = {}
        self._masks: dict[str, set[int]] = {}
        for fact in book.facts.values():
            self._cut(fact)
        for code in book.criteria:
            self.population(code)
        self.kinds = {fact: _classes(len(self.entries[fact]), masks) for fact, masks in self._masks.items()}

    def population(self, code: str, *, holds: bool = True) -> Proposition:
        """Say that a population holds, or that it does not."""
        if (code, holds) not in self._known:
            self._known[code, holds] = self._spelt(self.book.criteria[code], holds)
        return self._known[code, holds]

    def dose_range(self, row: DoseRange, *, holds: bool = True) -> Proposition:
        """Say that a dose range holds, or that it does not."""
        parts = [self._among(row.jurisdictions, holds)] if row.jurisdictions else []
        parts += [self.population(code, holds=holds) for code in (row.indication, row.population) if code]
        if row.band:
            inside = self._inside(row.band, holds)
            either = [inside, self.population(row.or_population, holds=holds)] if row.or_population else [inside]
            parts.append(some(either) if holds else every(either))
        return every(parts) if holds else some(parts)

    def contraindication(self, rule: Contraindication, *, holds: bool = True) -> Proposition:
        """Say that a contraindication holds, or that it does not."""
        parts = [self._among(rule.jurisdictions, holds)] if rule.jurisdictions else []
        parts.append(self.population(rule.population, holds=holds))
        return every(parts) if holds else some(parts)

    def jurisdiction(self, code: str) -> Proposition:
        """Say that the advice is given under the labels of one jurisdiction."""
        return self._among((code,), True)

    def guard(self, fact: str) -> str:
        """Give the population of whom a fact is asked; nothing for a fact that is asked of everybody."""
        return self.book.facts[fact].asked_of

    def asked(self, fact: str) -> int:
        """Give the regions of a fact in which it was asked: all but the last of a guarded one."""
        size = len(self.regions[fact])
        return (1 << size - 1) - 1 if self.guard(fact) else (1 << size) - 1

    def _spelt(self, node: Criterion, holds: bool) -> Proposition:
        if isinstance(node, Named):
            return self.population(node.population, holds=holds)
        if isinstance(node, Negation):
            return self._spelt(node.inner, not holds)
        if isinstance(node, Condition):
            return self._condition(node, holds)
        parts = [self._spelt(part, holds) for part in node.parts]
        return every(parts) if (node.join is Join.ALL) is holds else some(parts)

    def _condition(self, said: Condition, holds: bool) -> Proposition:
        if said.op is Op.AT_LEAST:
            return self._count(said, holds)
        if said.fact in self.regions:
            met = [_meets(said, region.state) for region in self.regions[said.fact]]
            return Within(said.fact, sum(1 << at for at, yes in enumerate(met) if yes is holds))
        return Listed(said.fact, self._noted(said.fact, self._met(said)), holds)

    def _met(self, said: Condition) -> int:
        if self.book.facts[said.fact].kind is Kind.MEMBERS:
            return self._of(said.fact, said.values)
        shapes = ((at, trial) for at, trial in enumerate(self.shapes) if trial.treatment in said.values)
        return sum(1 << at for at, trial in shapes if _meets(said, State(value=(trial,))))

    def _count(self, said: Condition, holds: bool) -> Proposition:
        taken = []
        for drug in sorted(set(said.drugs.values())):
            own = [at for at, t in enumerate(self.shapes) if t.still_taking and said.drugs.get(t.treatment) == drug]
            entry, shapes = self._of(said.fact, [drug]), sum(1 << at for at in own)
            taken.append((self._noted(said.fact, entry), self._noted(said.or_taking, shapes)))
        mask = self._noted(said.fact, self._of(said.fact, said.values))
        return Enough(int(said.number), said.fact, mask, said.or_taking, tuple(taken), holds)

    def _of(self, fact: str, codes: Iterable[str]) -> int:
        bits = self._bits[fact]
        return sum(bits[code] for code in set(codes) if code in bits)

    def _noted(self, fact: str, mask: int) -> int:
        self._masks.setdefault(fact, set()).add(mask)
        return mask

    def _among(self, jurisdictions: tuple[str, ...], holds: bool) -> Proposition:
        return self._condition(Condition(JURISDICTION, Op.IN, values=frozenset(jurisdictions)), holds)

    def _inside(self, band: Band, holds: bool) -> Proposition:
        edges = ((band.low, Op.GT if band.low_open else Op.GE), (band.high, Op.LT if band.high_open else Op.LE))
        parts = [self._condition(Condition(band.fact, op, edge), holds) for edge, op in edges if edge is not None]
        return every(parts) if holds else some(parts)

    def _cut(self, fact: Fact) -> None:
        if fact.kind is Kind.MEMBERS:
            names = self.book.members[fact.code]
            self.entries[fact.code] = tuple(names.values())
            self._bits[fact.code] = {code: 1 << at for at, code in enumerate(names)}
        elif fact.kind is Kind.TRIALS:
            self.entries[fact.code] = tuple(_told(trial, self.book) for trial in self.shapes)
        else:
            apart = [Region(NO_BY_RULE, "not asked")] if fact.asked_of else []
            self.regions[fact.code] = (*_regions(fact, self.book.bounds), *apart)


def _meets(said: Condition, state: State) -> bool:
    return Judgement(lambda _: state, {}).truth(said) is YES


def _regions(fact: Fact, bounds: Mapping[str, tuple[float, ...]]) -> Iterable[Region]:
    if fact.kind is Kind.NUMBER:
        return _intervals(fact, bounds.get(fact.code, ()))
    values: list[tuple[Value, str]] = [(True, "yes"), (False, "no")]
    if fact.kind is Kind.CHOICE:
        values = [(choice.code, choice.text) for choice in fact.choices]
    return [Region(State(value=value), text) for value, text in values]


def _intervals(fact: Fact, bounds: tuple[float, ...]) -> Iterable[Region]:
    """Cut a number at its bounds: below the first, exactly there, between two, and above the last."""
    unit = f" {fact.unit_text or fact.unit}".rstrip()
    for low, high in zip((-inf, *bounds), (*bounds, inf), strict=True):
        value = _between(fact, low, high)
        if value is not None:
            yield Region(State(value=value), _said(low, high) + unit)
        if high < inf and _possible(fact, high):
            yield Region(State(value=high), f"{high:g}{unit}")


def _between(fact: Fact, low: float, high: float) -> float | None:
    """Give a possible value strictly between two bounds, if there is one."""
    least = -inf if fact.refuse_low is None else fact.refuse_low
    most = inf if fact.refuse_high is None else fact.refuse_high
    bottom, top = max(low, least), min(high, most)
    tried: list[float] = [least, most, (bottom + top) / 2 if inf not in (-bottom, top) else 0.0, bottom + 1, top - 1]
    if fact.whole and bottom > -inf:
        tried = [floor(bottom) + 1, ceil(bottom)]
    elif fact.whole and top < inf:
        tried = [ceil(top) - 1, floor(top)]
    return next((value for value in tried if low < value < high and _possible(fact, value)), None)


def _possible(fact: Fact, value: float) -> bool:
    least = -inf if fact.refuse_low is None else fact.refuse_low
    most = inf if fact.refuse_high is None else fact.refuse_high
    return least <= value <= most and abs(value) < inf and not (fact.whole and value % 1)


def _said(low: float, high: float) -> str:
    if low == -inf:
        return "any value" if high == inf else f"below {high:g}"
    return f"above {low:g}" if high == inf else f"between {low:g} and {high:g}"


def _shapes(treatments: Iterable[str]) -> Iterable[Trial]:
    """Give every kind of trial that a condition can tell apart."""
    for treatment in treatments:
        for taking in (False, True):
            yield from (Trial(treatment, outcome, PLENTY, PLENTY, taking) for outcome in Outcome)
            yield Trial(treatment, Outcome.NONE, 0, 0, taking)


def _told(trial: Trial, book: Compiled) -> str:
    enough = ", too little to count" if trial.weeks == 0 else ""
    return f"{trial.treatment} ({trial.outcome}{enough}{', still taken' if trial.still_taking else ''})"


def _classes(size: int, masks: Iterable[int]) -> tuple[int, ...]:
    """Part the entries of a list into those that no proposition tells apart."""
    alike = [(1 << size) - 1]
    for mask in masks:
        alike = [part for whole in alike for part in (whole & mask, whole & ~mask) if part]
    return tuple(alike)
