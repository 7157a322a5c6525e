"""Witnesses: a patient for whom propositions hold together, worked out from the rulebook alone; or none, and then there is none."""

from collections.abc import Iterable, Iterator

from .proposition import Enough, Every, Listed, Proposition, Sketch, Some, Within
from .space import Space


MOST_STEPS = 3000


class Undecided(Exception):
    """The search for a witness grew too long; whether there is one stays open."""


def find(space: Space, goals: Iterable[Proposition]) -> Sketch | None:
    """Find a patient for whom all goals hold; none where there can be no such patient. Raises Undecided."""
    return _Search(space).run(Sketch(), list(goals))


def described(space: Space, sketch: Sketch) -> str:
    """Tell in words what distinguishes a witness: numbers, choices, and what is present."""
    facts = space.book.facts
    said = []
    for code, mask in sketch.within.items():
        region = next(region for at, region in enumerate(space.regions[code]) if mask >> at & 1)
        plain = region.state.no_by_rule or region.state.value is False
        if not plain and mask != (1 << len(space.regions[code])) - 1:
            said.append(f"{facts[code].name}: {region.text}")
    for code, mask in sketch.present.items():
        names = [name for at, name in enumerate(space.entries[code]) if mask >> at & 1]
        said.append(f"{facts[code].name}: {', '.join(names)}")
    return "; ".join(said) or "anybody"


class _Search:
    """Draws a sketch goal by goal, and goes back where a goal turns out impossible."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self._left = MOST_STEPS

    def run(self, sketch: Sketch, goals: list[Proposition]) -> Sketch | None:
        """Draw on until all goals hold, or none can; every branch is tried."""
        self._left -= 1
        if self._left < 0:
            raise Undecided
        pending = self._settled(sketch, goals)
        if pending is None:
            return None
        counts = [goal for goal in pending if isinstance(goal, Enough)]
        if any(few.forbids(many) for few in counts for many in counts):
            return None
        branching = [goal for goal in pending if not (isinstance(goal, Enough) and not goal.wanted)]
        if not branching:
            return self._finished(sketch, pending)
        chosen = min(branching, key=lambda goal: self._ways(sketch, goal))
        rest = [goal for goal in pending if goal is not chosen]
        for branch, more in self._branches(sketch, chosen):
            found = self.run(branch, [*more, *rest])
            if found is not None:
                return found
        return None

    def _settled(self, sketch: Sketch, goals: list[Proposition]) -> list[Proposition] | None:
        """Draw what must be so, until nothing follows any more; give the goals that stay open, or none if one fails."""
        while True:
            pending: list[Proposition] = []
            drawn = False
            while goals:
                goal = goals.pop()
                if isinstance(goal, Every):
                    goals.extend(goal.parts)
                    continue
                judged = sketch.judge(goal)
                if judged is False:
                    return None
                if judged is None:
                    must = self._must(sketch, goal)
                    drawn = drawn or must is not None
                    goals.extend(must or ())
                    pending += [goal] if must is None else []
            if not drawn or not pending:
                return pending
            goals = pending

    def _must(self, sketch: Sketch, goal: Proposition) -> list[Proposition] | None:
        """Draw an open goal that leaves no choice, and give what follows from it; none where it leaves one."""
        if isinstance(goal, Within):
            return self._narrow(sketch, goal)
        if isinstance(goal, Listed) and not goal.wanted:
            sketch.absent[goal.fact] = sketch.absent.get(goal.fact, 0) | goal.mask
            return []
        if isinstance(goal, Some):
            open_parts = [part for part in goal.parts if sketch.judge(part) is None]
            return open_parts if len(open_parts) == 1 else None
        return None

    def _narrow(self, sketch: Sketch, goal: Within) -> list[Proposition]:
        whole = (1 << len(self._space.regions[goal.fact])) - 1
        before = sketch.within.get(goal.fact, whole)
        after = sketch.within[goal.fact] = before & goal.mask
        guard, asked = self._space.guard(goal.fact), self._space.asked(goal.fact)
        if guard and not after & ~asked and before & ~asked:
            return [self._space.population(guard)]
        if guard and not after & asked and before & asked:
            return [self._space.population(guard, holds=False)]
        return []

    def _ways(self, sketch: Sketch, goal: Proposition) -> int:
        if isinstance(goal, Some):
            return sum(sketch.judge(part) is None for part in goal.parts)
        return 1000 + len(self._entries(sketch, goal)) if isinstance(goal, Listed | Enough) else 0

    def _branches(self, sketch: Sketch, goal: Proposition) -> Iterator[tuple[Sketch, list[Proposition]]]:
        if isinstance(goal, Some):
            yield from ((Sketch(sketch), [part]) for part in goal.parts if sketch.judge(part) is None)
        # Each branch adds an entry and leaves out those of the branches before it, so that none is tried twice.
        without = Sketch(sketch)
        for fact, entry, alike in self._entries(sketch, goal):
            branch = Sketch(without)
            branch.present[fact] = branch.present.get(fact, 0) | entry
            without.absent[fact] = without.absent.get(fact, 0) | alike
            guard = self._space.guard(fact)
            yield branch, [goal, *([self._space.population(guard)] if guard else [])]

    def _entries(self, sketch: Sketch, goal: Proposition) -> list[tuple[str, int, int]]:
        """List the entries that would bring a goal nearer, one of each kind that nothing tells apart, with its kind."""
        if isinstance(goal, Enough):
            found = self._free(sketch, goal.fact, goal.mask)
            found += self._free(sketch, goal.trials, goal.shapes) if goal.trials else []
            return [one for one in found if self._raises(sketch, goal, one[0], one[1])]
        return self._free(sketch, goal.fact, goal.mask) if isinstance(goal, Listed) else []

    def _free(self, sketch: Sketch, fact: str, mask: int) -> list[tuple[str, int, int]]:
        free = mask & ~sketch.absent.get(fact, 0) & ~sketch.present.get(fact, 0)
        alike = [kind & free for kind in self._space.kinds[fact] if kind & free]
        return [(fact, kind & -kind, kind) for kind in alike]

    def _raises(self, sketch: Sketch, goal: Enough, fact: str, entry: int) -> bool:
        listed, tried = sketch.present.get(goal.fact, 0), sketch.present.get(goal.trials, 0)
        more = (listed | entry, tried) if fact == goal.fact else (listed, tried | entry)
        return goal.counted(*more) > goal.counted(listed, tried)

    def _finished(self, sketch: Sketch, fewer: list[Proposition]) -> Sketch | None:
        """Leave out all that would make too many, and see that no combination is impossible that the sketch speaks of."""
        for goal in fewer:
            if isinstance(goal, Enough):
                self._leave_out(sketch, goal.fact, goal.mask)
                self._leave_out(sketch, goal.trials, goal.shapes)
        possible = [self._space.population(one.population, holds=False) for one in self._space.book.rulebook.impossible]
        unsure = [said for said in possible if sketch.judge(said) is not True and self._speaks(sketch, said)]
        return self.run(sketch, unsure) if unsure else sketch

    def _leave_out(self, sketch: Sketch, fact: str, mask: int) -> None:
        if mask:
            sketch.absent[fact] = sketch.absent.get(fact, 0) | (mask & ~sketch.present.get(fact, 0))

    def _speaks(self, sketch: Sketch, said: Proposition) -> bool:
        if isinstance(said, Every | Some):
            return any(self._speaks(sketch, part) for part in said.parts)
        return sketch.touches(said.fact)
