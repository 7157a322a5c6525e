"""Coverage: which cases fire each rule of a rulebook, and which are one condition away from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from . import case as worked
from . import patient
from .audience import audience
from .compilation import Compiled, compiled
from .patient import Patient
from .population import Join, Line, Op, Population
from .rulebook import Case
from .truth import YES, Truth


SECTIONS = ("alerts", "contraindications", "dose_ranges")
COMPARED = (Op.LT, Op.LE, Op.GT, Op.GE)
FAR = 1000
"""More conditions than any population has: a number that stands further from its bound than one unit."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A rule, the cases in which it holds, and those in which it does not but would if one condition did."""

    section: str
    code: str
    fired_by: tuple[str, ...]
    nearly_by: tuple[str, ...]


def coverage(book: Compiled, cases: Iterable[Case]) -> dict[str, Covered]:
    """Find which cases fire and which nearly fire every alert, contraindication and dose range, by its place.

    A number that is compared must stand within one unit of its bound to be near it. A rule that holds for everybody
    has no near miss; it counts as nearly fired where it fires. Cases whose answers are refused cover nothing.
    """
    sight = Sight(book)
    judged = [(case.code, sight.away(case, sight.rules)) for case in cases]
    found = {}
    for place, (section, code) in sight.rules.items():
        fired = tuple(name for name, away in judged if away.get(place) == 0)
        nearly = tuple(name for name, away in judged if away.get(place) == 1)
        found[place] = Covered(section, code, fired, fired if place in sight.for_everybody else nearly)
    return found


def uncovered(book: Compiled, cases: Iterable[Case]) -> dict[str, tuple[bool, bool]]:
    """Find the rules that no case fires or none nearly fires, by their place: whether one fires, whether one nearly does.

    It looks for each rule only until it has found both, and so is several times quicker than coverage.
    """
    sight = Sight(book)
    fired, nearly = set[str](), set[str]()
    waiting = set(sight.rules)
    for case in cases:
        for place, misses in sight.away(case, waiting).items():
            fired |= {place} if misses == 0 else set()
            nearly |= {place} if misses == 1 or place in sight.for_everybody else set()
        waiting -= fired & nearly
    return {place: (place in fired, place in nearly) for place in sight.rules if place in waiting}


class Sight:
    """A rulebook in which every rule's audience, and every line of every population, can be judged by itself."""

    def __init__(self, book: Compiled) -> None:
        content = book.rulebook
        rows = [(section, row) for section in SECTIONS for row in getattr(content, section)]
        self.rules = {f"{section}[{row.code}]": (section, str(row.code)) for section, row in rows}
        audiences = [audience(row, f"{section}[{row.code}]") for section, row in rows]
        self.for_everybody = {place for place, groups in zip(self.rules, audiences, strict=True) if not groups}
        groups = [*content.populations, *(group for groups in audiences for group in groups)]
        self._groups = {group.code: group for group in groups}
        self._lines: dict[Line, str] = {}
        for line in [line for group in groups for line in group.lines if not line.population]:
            self._lines.setdefault(replace(line, negated=False), f"line {len(self._lines)}")
        fewer = {_one_fewer(line): f"{code} less one" for line, code in self._lines.items() if line.op is Op.AT_LEAST}
        self._lines |= {line: code for line, code in fewer.items() if line not in self._lines}
        single = [Population(code, "", Join.ALL, (line,)) for line, code in self._lines.items()]
        self._book = compiled(replace(content, populations=(*groups, *single)))

    def away(self, case: Case, places: Iterable[str]) -> Mapping[str, int]:
        """Count for some rules how many conditions each is away from holding for the patient of a case."""
        try:
            person = patient.parse(self._book, worked.answered(self._book, case))
        except (patient.Refused, worked.Unreadable):
            return {}
        sighted = Sighted(person, self._groups, self._lines)
        return {place: 0 if place in self.for_everybody else sighted.group(place, YES) for place in places}


class Sighted:
    """One patient, and how many conditions would have to change for a population to take the patient in or not."""

    def __init__(self, person: Patient, groups: Mapping[str, Population], lines: Mapping[Line, str]) -> None:
        self._person = person
        self._groups = groups
        self._lines = lines
        self._known: dict[bool, dict[str, int]] = {True: {}, False: {}}

    def group(self, code: str, wanted: Truth) -> int:
        """Count the conditions that would have to change for a population to become what is wanted."""
        known = self._known[wanted is YES]
        if code not in known:
            known[code] = 0 if self._is(code, wanted) else self._away(self._groups[code], wanted)
        return known[code]

    def _is(self, code: str, wanted: Truth) -> bool:
        return self._person.judgement.population(code) is wanted

    def _away(self, group: Population, wanted: Truth) -> int:
        away = [self._line(line, wanted.negated() if line.negated else wanted) for line in group.lines]
        return sum(away) if (group.join is Join.ALL) is (wanted is YES) else min(away)

    def _line(self, line: Line, wanted: Truth) -> int:
        if line.population:
            return self.group(line.population, wanted)
        plain = replace(line, negated=False) if line.negated else line
        if self._is(self._lines[plain], wanted):
            return 0
        return 1 if self._near(plain, wanted) else FAR

    def _near(self, line: Line, wanted: Truth) -> bool:
        if line.op is Op.AT_LEAST and wanted is YES and (line.number or 0) > 1:
            return self._is(self._lines[_one_fewer(line)], YES)
        known = self._person.state(line.fact).value
        if line.op not in COMPARED or line.number is None or not isinstance(known, int | float):
            return True
        return abs(known - line.number) <= self._person.book.facts[line.fact].precision + 1e-9


def _one_fewer(line: Line) -> Line:
    return replace(line, number=(line.number or 0) - 1)
