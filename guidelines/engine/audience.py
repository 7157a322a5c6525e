"""Audiences: for whom an alert, a contraindication or a dose range holds, written as a population."""

from collections.abc import Iterable

from .dose import Band, DoseRange
from .population import Join, Line, Op, Population
from .rulebook import Alert, Contraindication


JURISDICTION = "jurisdiction"  # the fact that says under whose labels the advice is given; every rulebook has it


def audience(rule: Alert | Contraindication | DoseRange, code: str) -> tuple[Population, ...]:
    """Write for whom a rule holds as a population of this code, followed by what that one names; nothing for everybody."""
    if isinstance(rule, Alert):
        return _all(code, [Line(population=rule.population)])
    said = _said_for(rule.jurisdictions)
    if isinstance(rule, Contraindication):
        return _all(code, [*said, Line(population=rule.population)])
    named = [Line(population=group) for group in (rule.indication, rule.population) if group]
    inside = _inside(rule.band) if rule.band else []
    if not inside or not rule.or_population:
        return _all(code, [*said, *named, *inside])
    band = Population(f"{code} band", "", Join.ALL, tuple(inside))
    either = (Line(population=band.code), Line(population=rule.or_population))
    or_else = Population(f"{code} band or else", "", Join.ANY, either)
    return (*_all(code, [*said, *named, Line(population=or_else.code)]), or_else, band)


def _all(code: str, lines: list[Line]) -> tuple[Population, ...]:
    return (Population(code, "", Join.ALL, tuple(lines)),) if lines else ()


def _said_for(jurisdictions: Iterable[str]) -> list[Line]:
    values = tuple(jurisdictions)
    return [Line(JURISDICTION, Op.IN, values=values)] if values else []


def _inside(band: Band) -> list[Line]:
    low = Line(band.fact, Op.GT if band.low_open else Op.GE, band.low)
    high = Line(band.fact, Op.LT if band.high_open else Op.LE, band.high)
    return [line for line in (low, high) if line.number is not None]
