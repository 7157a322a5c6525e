"""Dosing: which dose ranges hold for a patient, or what must be known before any does."""

from typing import NamedTuple

from . import limit
from .condition import TOLERANCE
from .dose import Axis, Band, DoseKind, DoseRange
from .limit import Dose
from .patient import Patient
from .truth import NO, UNKNOWN, YES, Truth, both, either


JURISDICTION = "jurisdiction"  # the fact that says under whose labels the advice is given; every rulebook has it
BASE, SUPPLEMENT = Axis.BASE, DoseKind.SUPPLEMENT
NUMBERS = (int, float)


class Dosing(NamedTuple):
    """The doses that hold, or what must be known first: the rules that are unknown and the facts that would settle them."""

    doses: tuple[Dose, ...]
    unknown: tuple[DoseRange, ...]
    open: frozenset[str]


NO_DOSING = Dosing((), (), frozenset())


def said_for(patient: Patient, jurisdictions: tuple[str, ...]) -> Truth:
    """Judge whether a rule speaks for the patient's jurisdiction; a rule without any speaks for all."""
    if not jurisdictions:
        return YES
    chosen = patient.state(JURISDICTION).value
    if chosen is None:
        return UNKNOWN
    return YES if chosen in jurisdictions else NO


def dose(patient: Patient, ranges: tuple[DoseRange, ...]) -> Dosing:
    """Find the doses that hold: none while any axis is unknown (no fallback on unknown, design promise 6).

    The ranges come in the order of their axes, the base first. Of the base ranges the first declared that holds is the dose; of the others all that hold limit it.
    A band that holds (on dialysis, say) settles its unknown neighbours, because bands of one family do not overlap.
    """
    if not ranges:
        return NO_DOSING
    held, extra, unknown = _sorted(patient, ranges)
    if unknown:
        settled = {_family(row) for row in held if row.band}
        unknown = [row for row in unknown if _family(row) not in settled]
    if unknown:
        return Dosing((), tuple(unknown), frozenset().union(*(open_facts(patient, row) for row in unknown)))
    if not held or held[0].axis is not BASE:
        return NO_DOSING
    return Dosing((limit.combined(patient, held), *map(limit.single, extra)), (), frozenset())


def _sorted(
    patient: Patient, ranges: tuple[DoseRange, ...]
) -> tuple[list[DoseRange], list[DoseRange], list[DoseRange]]:
    """Part the ranges that hold from the supplements that do and from what is not known."""
    held: list[DoseRange] = []
    extra: list[DoseRange] = []
    unknown: list[DoseRange] = []
    for row in ranges:
        if held and row.axis is BASE and row.kind is not SUPPLEMENT:
            continue
        found = _holds(patient, row)
        if found is UNKNOWN:
            unknown.append(row)
        elif found is YES:
            (extra if row.kind is SUPPLEMENT else held).append(row)
    return held, extra, unknown


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
    # Most ranges are for other indications, so that is asked first.
    found, judge = YES, patient.judgement.population
    for code in (row.indication, row.population):
        if code:
            found = both(found, judge(code))
            if found is NO:
                return NO
    found = both(found, said_for(patient, row.jurisdictions))
    if found is NO or row.band is None:
        return found
    within = inside(patient, row.band)
    return both(found, either(within, judge(row.or_population)) if row.or_population else within)


def inside(patient: Patient, band: Band) -> Truth:
    """Judge whether the fact of a band lies within it."""
    state = patient.state(band.fact)
    known = state.value
    if not isinstance(known, NUMBERS):
        return NO if state.no_by_rule else UNKNOWN
    above = band.low is None or (known > band.low + TOLERANCE if band.low_open else known >= band.low - TOLERANCE)
    below = band.high is None or (known < band.high - TOLERANCE if band.high_open else known <= band.high + TOLERANCE)
    return YES if above and below else NO
