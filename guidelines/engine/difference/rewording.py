"""Rewording: what of a row is said otherwise than before, a sentence for each difference."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass

from ..dose import Band
from ..fact import Choice
from ..population import Population
from . import label
from .naming import enumerated
from .row import parts
from .side import NUMBERED, Side


def sentences(old: Side | None, new: Side | None) -> list[str]:
    """Say what is different; all that a row says if it came or went."""
    if old and new:
        return retold(old, new)
    return [sentence for side in (old, new) if side for sentence in told(side)]


def told(side: Side) -> list[str]:
    """Say everything that a row says."""
    whom = [f"who: {side.whom()}"] if isinstance(side.row, Population) else []
    shown = ((name, side.parts[name]) for name in _in_turn(side) if side.parts[name] != side.blanks[name])
    return whom + [
        side.said(name, value) if name in NUMBERED else f"{label.of(name)}: {side.said(name, value)}"
        for name, value in shown
        if not (whom and name in ("join", "lines"))
    ]


def retold(old: Side, new: Side) -> list[str]:
    """Say every difference between a row before and after."""
    names = [name for name in _in_turn(new) if old.parts.get(name) != new.parts[name]]
    said: list[str] = []
    if isinstance(new.row, Population) and {"join", "lines"} & {*names} and old.whom() != new.whom():
        names = [name for name in names if name not in ("join", "lines")]
        said = [f"who: {old.whom()} → {new.whom()}"]
    return said + [sentence for name in names for sentence in _field(old, new, name, label.of(name))]


def _in_turn(side: Side) -> list[str]:
    """List a row's fields, on what it rests after what it says."""
    return sorted((name for name in side.parts if name != "code"), key=lambda name: name == "sources")


def _field(old: Side, new: Side, name: str, said: str) -> Iterable[str]:
    before, after = old.parts[name], new.parts[name]
    if isinstance(before, tuple) and isinstance(after, tuple) and name != "jurisdictions":
        return _list(old, new, name, before, after)
    if isinstance(before, str) and isinstance(after, str) and "\n" in before + after:
        return _lines(said, before, after)
    return [_arrow(old, new, name, said, before, after)]


def _arrow(old: Side, new: Side, name: str, said: str, before: object, after: object) -> str:
    was, now = old.said(name, before), new.said(name, after)
    if was == now:
        was, now = f"{was} ({_exactly(before)})", f"{now} ({_exactly(after)})"
    unit = new.unit(name)
    numbers = isinstance(before, int | float) and isinstance(after, int | float)
    if numbers and was.endswith(f" {unit}") and unit == old.unit(name):
        was = was.removesuffix(f" {unit}")
    return f"{was} → {now}" if name in NUMBERED else f"{said}: {was} → {now}"


def _exactly(value: object) -> str:
    """Write out what two values that are said alike hold."""
    if is_dataclass(value):
        return ", ".join(f"{label.of(name)} {part}" for name, part in parts(value).items())
    return str(value)


def _list(old: Side, new: Side, name: str, before: tuple[object, ...], after: tuple[object, ...]) -> Iterator[str]:
    gone, come = _less(before, after), _less(after, before)
    if not gone and not come:
        yield f"order of {label.many_of(name)} changed"
        return
    for was, now in _pairs(name, gone, come):
        gone.remove(was)
        come.remove(now)
        yield from _same(old, new, name, was, now)
    for side, rest, verb in ((new, come, "added"), (old, gone, "removed")):
        if rest:
            yield f"{label.counted(len(rest), name)} {verb}: {_rest(side, name, rest)}"
    kept = [
        [key for key in _order(name, some) if key in _order(name, other)]
        for some, other in ((before, after), (after, before))
    ]
    if kept[0] != kept[1]:
        yield f"order of {label.many_of(name)} changed"


def _less(some: tuple[object, ...], others: tuple[object, ...]) -> list[object]:
    return list((Counter(some) - Counter(others)).elements())


def _rest(side: Side, name: str, items: list[object]) -> str:
    return enumerated(side.said(name, one) for one in items)


def _pairs(name: str, gone: list[object], come: list[object]) -> list[tuple[object, object]]:
    """Find what stands in both lists under the same key and says something else of it."""
    was, now = Counter(_order(name, gone)), Counter(_order(name, come))
    single = {key for key in was if was[key] == 1 == now[key]}
    later = {_key(name, one): one for one in come}
    return [(one, later[_key(name, one)]) for one in gone if _key(name, one) in single]


def _order(name: str, items: Iterable[object]) -> list[object]:
    return [_key(name, item) for item in items]


def _key(name: str, item: object) -> object:
    """Give that by which an item is known in its list: a source's reference, a record's first field."""
    if isinstance(item, str):
        return item.partition("/")[0] if name == "sources" else item
    return next(iter(parts(item).values()))


def _same(old: Side, new: Side, name: str, was: object, now: object) -> Iterator[str]:
    if not is_dataclass(was) or isinstance(was, Band):
        yield f"{label.one_of(name)}: {old.said(name, was)} → {new.said(name, now)}"
        return
    first, *rest = parts(was)
    head = f"{label.one_of(name)} {was.text if isinstance(was, Choice) else old.said(first, parts(was)[first])}"
    for part in rest:
        before, after = parts(was)[part], parts(now)[part]
        if before != after:
            yield _arrow(old, new, part, f"{head}, {label.of(part)}", before, after)


def _lines(said: str, before: str, after: str) -> Iterator[str]:
    was, now = Counter(before.splitlines()), Counter(after.splitlines())
    gone, come = (was - now).elements(), (now - was).elements()
    changed = [f"{said}, {verb}: “{line}”" for verb, some in (("no longer", gone), ("now", come)) for line in some]
    yield from changed or [f"{said}: order of lines changed, “{before}” → “{after}”"]
