"""Comparison: two rulebooks row by row, and for each difference how much it matters and what it says."""

from collections.abc import Iterator

from ..compilation import compiled
from ..rulebook import Rulebook
from ..wording import sentence
from . import gravity, order, rewording
from .change import Change
from .gravity import CASE, CONTRAINDICATION, EVIDENCE, INHERITED, RECOMMENDATION, WEIGHTS, WORDING
from .label import counted
from .naming import Names
from .row import Key
from .scope import Scope
from .side import Side


USED = ("facts", "populations")
GATHERED = "cases"
HEADS = {"dose_ranges": "Doses", "cases": "Worked patients"}


def difference(before: Rulebook | None, after: Rulebook) -> tuple[Change, ...]:
    """List everything that differs between two sound rulebooks, the weightiest first; without one before, all is new."""
    found = _Comparison(before, after).changes()
    return tuple(sorted(found, key=lambda change: WEIGHTS.index(change.weight)))


class _Comparison:
    """Compares two rulebooks row by row; with none before, every row is new."""

    def __init__(self, before: Rulebook | None, after: Rulebook) -> None:
        self._new = Names(compiled(after))
        self._old = Names(compiled(before)) if before else self._new
        self._now = self._new.rows
        self._was = self._old.rows if before else {}
        self._scope = Scope(self._old, self._new)

    def changes(self) -> Iterator[Change]:
        """Yield every change, in the order of the sections and rows."""
        sections: dict[str, list[Key]] = {}
        for key in {**self._now, **self._was}:
            sections.setdefault(key[0], []).append(key)
        for section, keys in sections.items():
            changed = [key for key in keys if self._differs(key)]
            gathered = [key for key in changed if section == GATHERED and not self._stays(key)]
            yield from (self._change(key) for key in changed if key not in gathered)
            yield from self._whole(section, gathered)

    def _stays(self, key: Key) -> bool:
        return key in self._was and key in self._now

    def _differs(self, key: Key) -> bool:
        return not self._stays(key) or self._was[key] != self._now[key]

    def _change(self, key: Key) -> Change:
        section, code = key
        old = Side(self._old, self._was[key]) if key in self._was else None
        new = Side(self._new, self._now[key]) if key in self._now else None
        kind = ("changed" if old else "added") if new else "removed"
        said = rewording.sentences(old, new)
        weights = gravity.of_fields(section, self._was.get(key), self._now.get(key))
        covering = self._scope.covering(key)
        inherits = INHERITED in weights and bool(kind == "changed" or (section == "treatments" and self._was))
        followed = inherits or (kind == "changed" and section in USED and weights != {EVIDENCE})
        users = self._scope.users(key) if followed else self._scope.citing(key)
        weights = (weights - {INHERITED}) | ({self._scope.weight(key)} if inherits else set())
        weights |= {CONTRAINDICATION} if covering else set()
        title = (self._new if new else self._old).title(key)
        place = f"{section}[{code}]" if code else section
        return Change(place, section, code, kind, gravity.worst(weights), title, (*said, *covering, *users))

    def _whole(self, section: str, gathered: list[Key]) -> Iterator[Change]:
        """Tell what concerns a section as a whole: cases that came or went, and another order of what stayed."""
        come, gone = ([key for key in gathered if key in rows] for rows in (self._now, self._was))
        said = [*self._many("added", come, self._new), *self._many("removed", gone, self._old)]
        weights = {CASE} if said else set()
        kind = "changed" if bool(come) == bool(gone) else "added" if come else "removed"
        if order.kept(section, self._was, self._now) != order.kept(section, self._now, self._was):
            moved = order.moved(section, self._was, self._now)
            said += [
                f"order changed for {self._new.name('treatments', code)}: the first that holds counts" for code in moved
            ]
            said += [] if moved else ["order changed"]
            weights, kind = weights | {gravity.SECTIONS.get(section, RECOMMENDATION) if moved else WORDING}, "changed"
        if said:
            title = HEADS.get(section, sentence(section.replace("_", " ")))
            yield Change(section, section, "", kind, gravity.worst(weights), title, tuple(said))

    def _many(self, verb: str, keys: list[Key], names: Names) -> list[str]:
        titles = "; ".join(names.title(key) for key in keys)
        return [f"{counted(len(keys), GATHERED)} {verb}: {titles}"] if keys else []
