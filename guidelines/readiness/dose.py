"""Rules on doses: no dose above its maximum, no band without a rule, no adjustment without numbers."""

from collections.abc import Iterable

from guidelines.engine import bands
from guidelines.engine.compilation import Rules
from guidelines.engine.dose import Axis, DoseKind, DoseRange

from . import witness
from .finding import Weight
from .inspection import Inspection
from .mark import NOT_STATED
from .proposition import Proposition, some
from .rule import Breach, Rule, breach


NUMBERS = ("start", "usual_low", "usual_high", "maximum", "percent_low", "percent_high")


class DoseAboveMaximum(Rule):
    """Gives {what} of {amount}, above the maximum of {maximum}."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every amount above the maximum of its own range, and every limit above each maximum of the base dose."""
        highest = _highest(seen.rulebook.dose_ranges)
        for row in seen.rulebook.dose_ranges:
            place = f"dose_ranges[{row.code}]"
            for what, amount in _amounts(row):
                if row.maximum is not None and amount > row.maximum:
                    yield breach(place, what=what, amount=f"{amount:g}", maximum=f"{row.maximum:g}")
            if row.kind is DoseKind.PERCENT and max(row.percent_low or 0, row.percent_high or 0) > 100:
                yield breach(place, what="a share", amount="more than 100 %", maximum="the usual dose")
            most = highest.get(row.treatment)
            if _limits(row) and most is not None and (row.maximum or 0) > most:
                yield breach(place, what="a limit", amount=f"{row.maximum:g}", maximum=f"{most:g} in the base dose")
        for treatment in seen.rulebook.treatments:
            most, enough = highest.get(treatment.code), treatment.adequate_dose
            if most is not None and enough is not None and enough > most:
                place = f"treatments[{treatment.code}]"
                yield breach(place, what="an adequate dose", amount=f"{enough:g}", maximum=f"{most:g}")


class BandsDoNotMeet(Rule):
    """Does not meet the neighbouring band of the same dose table: it {fault}"""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every gap and every overlap between two bands."""
        yield from (breach(fault.place, fault=fault.text) for fault in bands.seams(seen.mended))


class AdjustmentWithoutNumbers(Rule):
    """Asks for a dose and gives no number. Say which dose, or write “not stated in the source seen” in its note."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every dose range without any amount that does not admit it."""
        for row in seen.rulebook.dose_ranges:
            told = any(getattr(row, name) is not None for name in NUMBERS) or row.cells or row.titration
            if not told and NOT_STATED not in row.note.lower():
                yield breach(f"dose_ranges[{row.code}]")


class DoseGap(Rule):
    """Is offered to patients for whom no dose of {treatment} is given; for instance {patient}. Give the dose, or write in
    the option's note that it is not stated in the source seen."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every option with a patient for whom none of the treatment's base ranges holds, unless it admits it."""
        yield from _undosed(seen, admitted=False)


class DoseNotStated(Rule):
    """Is offered to patients for whom no dose of {treatment} is given, and says so; for instance {patient}."""

    weight = Weight.MARK

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every option that admits that its source states no dose."""
        yield from _undosed(seen, admitted=True)


class RenalBandWithoutRule(Rule):
    """Depends on kidney function, and nothing says what to do for some patients who are offered it; for instance
    {patient}. Give a dose for this band, or a contraindication."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every treatment with renal doses and a patient to whom none of them applies and who may have it."""
        for rules in seen.book.rules:
            rows = _tables(rules, Axis.RENAL)
            if not rows or not rules.options:
                continue
            place = f"treatments[{rules.treatment.code}]"
            offered = some(seen.space.population(option.population) for option in rules.options)
            found = seen.somebody(place, (offered, *_none_of(seen, rows), *seen.allowed(rules)))
            if found is not None:
                yield breach(place, patient=witness.described(seen.space, found))


def _undosed(seen: Inspection, *, admitted: bool) -> Iterable[Breach]:
    for option, rules, reached in seen.offers():
        rows = _tables(rules, Axis.BASE)
        if not rows or (NOT_STATED in option.note.lower()) is not admitted:
            continue
        place = f"options[{option.code}]"
        found = seen.somebody(place, (*reached, *_none_of(seen, rows), *seen.allowed(rules)))
        if found is not None:
            yield breach(place, treatment=option.treatment, patient=witness.described(seen.space, found))


def _tables(rules: Rules, axis: Axis) -> list[DoseRange]:
    return [row for row in rules.doses if row.axis is axis and row.kind is not DoseKind.SUPPLEMENT]


def _none_of(seen: Inspection, rows: Iterable[DoseRange]) -> list[Proposition]:
    return [seen.space.dose_range(row, holds=False) for row in rows]


def _amounts(row: DoseRange) -> Iterable[tuple[str, float]]:
    named = (("a start", row.start), ("a usual dose", row.usual_low), ("a usual dose", row.usual_high))
    yield from ((what, amount) for what, amount in named if amount is not None)
    yield from ((f"on day {step.day} a dose", step.dose) for step in row.titration)
    yield from ((f"for a normal {cell.normal:g} a dose", max(cell.low, cell.high)) for cell in row.cells)
    if row.step_amount is not None:
        yield "a step", row.step_amount


def _limits(row: DoseRange) -> bool:
    absolute = row.kind in (DoseKind.ABSOLUTE, DoseKind.PROPORTIONAL)
    return row.axis is not Axis.BASE and absolute and row.maximum is not None


def _highest(ranges: Iterable[DoseRange]) -> dict[str, float]:
    """Give the highest maximum of each treatment's base doses, where all of them have one."""
    found: dict[str, list[float | None]] = {}
    for row in ranges:
        if row.axis is Axis.BASE and row.kind is not DoseKind.SUPPLEMENT:
            found.setdefault(row.treatment, []).append(row.maximum)
    whole = {code: [one for one in listed if one is not None] for code, listed in found.items()}
    return {code: max(amounts) for code, amounts in whole.items() if len(amounts) == len(found[code])}


RULES = (DoseAboveMaximum, BandsDoNotMeet, AdjustmentWithoutNumbers, DoseGap, DoseNotStated, RenalBandWithoutRule)
