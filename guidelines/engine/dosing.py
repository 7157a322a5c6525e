"""Dosing: which dose ranges hold for a patient, and the most restrictive of them across the axes."""

from dataclasses import dataclass, replace

from . import truth, wording
from .condition import TOLERANCE
from .dose import Axis, Cell, DoseKind, DoseRange
from .fact import State
from .patient import Patient
from .truth import UNKNOWN, YES, Truth


JURISDICTION = "jurisdiction"  # the fact that says under whose labels the advice is given; every rulebook has it


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose for one patient: amounts a day in `unit`, the axis that binds, and every rule that had a say."""

    binding: DoseRange
    rules: tuple[DoseRange, ...]
    start: float | None
    usual: tuple[float, float] | None
    maximum: float | None
    band: str
    cells: tuple[Cell, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Dosing:
    """The doses that hold, or what must be known first: the rules that are unknown and the facts that would settle them."""

    doses: tuple[Dose, ...]
    unknown: tuple[DoseRange, ...]
    open: frozenset[str]


def said_for(patient: Patient, jurisdictions: tuple[str, ...]) -> Truth:
    """Judge whether a rule speaks for the patient's jurisdiction; a rule without any speaks for all."""
    if not jurisdictions:
        return YES
    chosen = patient.state(JURISDICTION).value
    return UNKNOWN if chosen is None else truth.of(chosen in jurisdictions)


def dose(patient: Patient, ranges: tuple[DoseRange, ...]) -> Dosing:
    """Find the doses that hold: none while any axis is unknown (no fallback on unknown, design promise 6).

    The ranges come in the order of their axes, the base first. Of the base ranges the first declared that holds is the dose; of the others all that hold limit it.
    A band that holds (on dialysis, say) settles its unknown neighbours, because bands of one family do not overlap.
    """
    held: list[DoseRange] = []
    extra: list[DoseRange] = []
    unknown: list[DoseRange] = []
    for row in ranges:
        first = row.axis is Axis.BASE and row.kind is not DoseKind.SUPPLEMENT
        found = truth.NO if first and held else _holds(patient, row)
        if found is UNKNOWN:
            unknown.append(row)
        elif found is YES:
            (extra if row.kind is DoseKind.SUPPLEMENT else held).append(row)
    settled = {_family(row) for row in held if row.band}
    unknown = [row for row in unknown if _family(row) not in settled]
    if unknown:
        return Dosing((), tuple(unknown), frozenset().union(*(open_facts(patient, row) for row in unknown)))
    main = (_combined(patient, held),) if held and held[0].axis is Axis.BASE else ()
    return Dosing((*main, *(_single(patient, row) for row in extra if main)), (), frozenset())


def _family(row: DoseRange) -> tuple[str, ...]:
    return (row.axis, row.indication, row.population, row.band.fact if row.band else "")


def open_facts(patient: Patient, row: DoseRange) -> frozenset[str]:
    """List the facts that could still settle whether a dose range holds."""
    judgement, criteria = patient.judgement, patient.book.criteria
    codes = [code for code in (row.indication, row.population, row.or_population) if code]
    found = [judgement.open_facts(criteria[code]) for code in codes]
    if row.band:
        found.append(patient.state(row.band.fact).open)
    if said_for(patient, row.jurisdictions) is UNKNOWN:
        found.append(frozenset({JURISDICTION}))
    return frozenset().union(*found)


def _holds(patient: Patient, row: DoseRange) -> Truth:
    judge = patient.judgement.population
    parts = [said_for(patient, row.jurisdictions), *(judge(code) for code in (row.indication, row.population) if code)]
    if row.band and truth.NO not in parts:
        inside = _inside(patient, row)
        parts.append(truth.any_of([inside, judge(row.or_population)]) if row.or_population else inside)
    return truth.all_of(parts)


def _inside(patient: Patient, row: DoseRange) -> Truth:
    band = row.band
    state = patient.state(band.fact) if band else State()
    if band is None or not isinstance(known := state.value, int | float):
        return truth.NO if state.no_by_rule else UNKNOWN
    above = band.low is None or (known > band.low + TOLERANCE if band.low_open else known >= band.low - TOLERANCE)
    below = band.high is None or (known < band.high - TOLERANCE if band.high_open else known <= band.high + TOLERANCE)
    return truth.of(above and below)


def _combined(patient: Patient, rows: list[DoseRange]) -> Dose:
    base = _settled(patient, rows[0], rows[0])
    settled = [base, *(_settled(patient, base, row) for row in rows[1:])]
    ceilings = [row.maximum for row in settled if row.maximum is not None]
    binding = min((row for row in settled if row.maximum is not None), key=lambda row: row.maximum or 0, default=base)
    maximum = min(ceilings, default=None)
    starts = [row.start for row in settled if row.start is not None]
    start = min([*starts, *ceilings]) if starts else None
    bands = dict.fromkeys(said for said in (_band(patient, row) for row in rows) if said)
    notes = dict.fromkeys(row.note for row in settled if row.note)
    cells = next((row.cells for row in settled if row.cells), ())
    shown = replace(binding, start_text=_start_text(settled, start))
    return Dose(shown, tuple(rows), start, _usual(settled, maximum), maximum, "; ".join(bands), cells, " ".join(notes))


def _band(patient: Patient, row: DoseRange) -> str:
    if row.band and _inside(patient, row) is YES:
        return wording.band(patient.book, row.band) + wording.edge(patient, row.band)
    limited_to = row.or_population or (row.population if row.axis is not Axis.BASE and not row.band else "")
    return patient.book.titles[limited_to] if limited_to else ""


def _start_text(rows: list[DoseRange], start: float | None) -> str:
    """Take the words of the most specific row: the axes come after the base, and the later has the last word."""
    return next((row.start_text for row in reversed(rows) if row.start == start and row.start_text), "")


def _usual(rows: list[DoseRange], maximum: float | None) -> tuple[float, float] | None:
    lows = [row.usual_low for row in rows if row.usual_low is not None]
    highs = [row.usual_high for row in rows if row.usual_high is not None]
    if not lows or not highs:
        return None
    high = min([*highs, maximum] if maximum is not None else highs)
    return min(min(lows), high), high


def _settled(patient: Patient, base: DoseRange, row: DoseRange) -> DoseRange:
    if row.kind is DoseKind.PERCENT:
        return _percent(base, row)
    if row.kind is DoseKind.PROPORTIONAL and row.band and row.per:
        known = patient.state(row.band.fact).value
        share = known / row.per if isinstance(known, int | float) else None
        return replace(row, start=None, usual_low=None) if share is None else _scaled(row, row, share)
    return row


def _percent(base: DoseRange, row: DoseRange) -> DoseRange:
    least, most = row.percent_low or 0, row.percent_high or row.percent_low or 0
    # A reduction of the total daily dose says nothing of the first dose, which is only kept below the new ceiling.
    scaled = replace(_scaled(row, base, least / 100), start=None)
    if base.maximum is None:
        return scaled
    shares = dict.fromkeys((least, most))
    span = " to ".join(f"{share:g}" for share in shares)
    ceiling = " to ".join(f"{base.maximum * share / 100:g}" for share in shares)
    return replace(scaled, note=f"{span} % of the usual dose: at most {ceiling} {row.unit}. {row.note}".strip())


def _scaled(row: DoseRange, amounts: DoseRange, share: float) -> DoseRange:
    def times(amount: float | None) -> float | None:
        return None if amount is None else round(amount * share, 4)

    return replace(
        row,
        start=times(amounts.start),
        usual_low=times(amounts.usual_low),
        usual_high=times(amounts.usual_high),
        maximum=times(amounts.maximum),
    )


def _single(patient: Patient, row: DoseRange) -> Dose:
    usual = (row.usual_low, row.usual_high) if row.usual_low is not None and row.usual_high is not None else None
    return Dose(row, (row,), row.start, usual, row.maximum, _band(patient, row), row.cells, row.note)
