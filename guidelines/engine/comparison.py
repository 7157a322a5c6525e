"""Comparison: two advices for one patient held against each other, the worst that changed first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from . import wording
from .canonical import Plain, tables


class Kind(StrEnum):
    """What changed of an advice, the worst first: what is less strict comes before what is stricter."""

    ALERT_LOST = "alert lost"
    EXCLUSION_LOST = "no longer excluded"
    MAXIMUM_RAISED = "maximum raised"
    CAUTION_LOST = "caution lost"
    EXCLUDED = "now excluded"
    MAXIMUM_LOWERED = "maximum lowered"
    VERDICT = "verdict changed"
    DOSE = "dose changed"
    ALERT_GAINED = "alert gained"
    PLACE = "place changed"
    REASONS = "reasons changed"
    REFUSED = "answers refused"


WORST_FIRST = tuple(Kind)
OFFERED = ("offer", "caution")
EXCLUDED = "exclude"


@dataclass(frozen=True, slots=True)
class Shift:
    """One thing that changed, in words, and why: the rules that came or went."""

    kind: Kind
    treatment: str
    text: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an advice says of one treatment: verdict, line, amounts a day, and the rules for and against it."""

    treatment: str
    name: str
    verdict: str
    line: Plain = None
    start: float | None = None
    usual: Plain = None
    maximum: float | None = None
    unit: str = ""
    rules: Mapping[str, str] = field(default_factory=dict)


def shifts(before: Mapping[str, Plain], after: Mapping[str, Plain]) -> tuple[Shift, ...]:
    """List everything that differs between two advices as `advise` gives them, the worst first."""
    old, new = outlooks(before), outlooks(after)
    found = [*_alerts(before, after)]
    for code in dict.fromkeys((*old, *new)):
        gone = Outlook(code, (old.get(code) or new[code]).name, "not_indicated")
        found += _of(old.get(code, gone), new.get(code, gone))
    return tuple(sorted(found, key=lambda shift: WORST_FIRST.index(shift.kind)))


def worse(before: Mapping[str, Plain], after: Mapping[str, Plain]) -> tuple[Shift, ...]:
    """Keep what makes an earlier advice unsafe: offered then and now excluded, or its maximum now lower."""
    old = outlooks(before)
    grave = (Kind.EXCLUDED, Kind.MAXIMUM_LOWERED)
    return tuple(s for s in shifts(before, after) if s.kind in grave and old[s.treatment].verdict in OFFERED)


def outlooks(given: Mapping[str, Plain]) -> dict[str, Outlook]:
    """Read what an advice says of each treatment, by its code."""
    return {str(row["code"]): _outlook(row) for row in tables(given, "options")}


def _outlook(row: Mapping[str, Plain]) -> Outlook:
    dose = next(iter(tables(row, "dose")), {})
    rules = {str(reason["rule"]): str(reason["text"]) for reason in tables(row, "reasons")}
    return Outlook(
        str(row["code"]),
        wording.sentence(str(row["name"])),
        str(row["verdict"]),
        row["line"],
        _amount(dose.get("start")),
        dose.get("usual"),
        _amount(dose.get("maximum")),
        str(dose.get("unit", "")),
        rules,
    )


def _amount(value: Plain) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _alerts(before: Mapping[str, Plain], after: Mapping[str, Plain]) -> Iterator[Shift]:
    old, new = ({str(a["code"]): str(a["text"]) for a in tables(given, "alerts")} for given in (before, after))
    yield from (Shift(Kind.ALERT_LOST, "", f"No longer shown: {old[code]}") for code in old if code not in new)
    yield from (Shift(Kind.ALERT_GAINED, "", f"Now shown: {new[code]}") for code in new if code not in old)


def _of(old: Outlook, new: Outlook) -> Iterator[Shift]:
    why = _why(old, new)
    if old.verdict != new.verdict:
        said = f"{new.name}: {_words(old.verdict)} → {_words(new.verdict)}"
        yield Shift(_verdict_kind(old.verdict, new.verdict), new.treatment, said, why)
    elif why:
        yield Shift(Kind.REASONS, new.treatment, f"{new.name}: the reasons differ", why)
    if EXCLUDED not in (old.verdict, new.verdict):
        yield from _amounts(old, new)
    if old.line != new.line and old.line and new.line:
        yield Shift(Kind.PLACE, new.treatment, f"{new.name}: line {old.line} → line {new.line}")


def _why(old: Outlook, new: Outlook) -> tuple[str, ...]:
    gone = [f"no longer: {text}" for rule, text in old.rules.items() if rule not in new.rules]
    return (*(f"now: {text}" for rule, text in new.rules.items() if rule not in old.rules), *gone)


def _verdict_kind(old: str, new: str) -> Kind:
    if old == EXCLUDED:
        return Kind.EXCLUSION_LOST
    if new == EXCLUDED:
        return Kind.EXCLUDED
    return Kind.CAUTION_LOST if (old, new) == ("caution", "offer") else Kind.VERDICT


def _amounts(old: Outlook, new: Outlook) -> Iterator[Shift]:
    if old.maximum != new.maximum:
        raised = new.maximum is None or (old.maximum is not None and new.maximum > old.maximum)
        said = f"{new.name}: maximum {_figure(old.maximum)} → {_figure(new.maximum)} {new.unit or old.unit}".strip()
        yield Shift(Kind.MAXIMUM_RAISED if raised else Kind.MAXIMUM_LOWERED, new.treatment, said)
    elif (old.start, old.usual, old.unit) != (new.start, new.usual, new.unit):
        said = f"{new.name}: {_dose(old)} → {_dose(new)}"
        yield Shift(Kind.DOSE, new.treatment, said)


def _words(verdict: str) -> str:
    return {"exclude": "excluded", "offer": "offered", "not_indicated": "not in this guideline"}.get(verdict, verdict)


def _figure(amount: float | None) -> str:
    return "none stated" if amount is None else f"{amount:g}"


def _dose(outlook: Outlook) -> str:
    usual = outlook.usual
    span = f", usual {' to '.join(map(str, usual))}" if isinstance(usual, list) else ""
    return f"start {_figure(outlook.start)}{span} {outlook.unit}".strip()
