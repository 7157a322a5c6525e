"""Mistakes in dose ranges: amounts, bands, tables, for whom they hold, and whole ranges."""

from collections.abc import Iterator
from dataclasses import replace

from ..compilation import Compiled
from ..dose import Cell, DoseRange
from .mutant import Kind, Mutant, but
from .names import Names


AMOUNTS = {
    "start": "start",
    "usual_low": "lower end of the usual dose",
    "usual_high": "upper end of the usual dose",
    "maximum": "maximum",
    "percent_low": "lower percentage",
    "percent_high": "upper percentage",
    "per": "divisor",
}
FOR_WHOM = ("indication", "population", "or_population")


def mutants(book: Compiled) -> Iterator[Mutant]:
    """Yield every mistake in the dose ranges of a rulebook, but for their bands."""
    names = Names(book)
    for row in book.rulebook.dose_ranges:
        what = names.dose(row)
        yield _mutant(Kind.RANGE, row, None, "", "dropped", f"the dose range of {what} were dropped")
        yield from _amounts(row, what)
        yield from _cells(row, what)
        yield from _for_whom(row, names, what)


def _mutant(kind: Kind, row: DoseRange, other: DoseRange | None, where: str, change: str, said: str) -> Mutant:
    return Mutant(kind, f"dose_ranges[{row.code}]{where}", change, "dose_ranges", ((row.code, other),), said)


def _amounts(row: DoseRange, what: str) -> Iterator[Mutant]:
    for name, called in AMOUNTS.items():
        amount = getattr(row, name)
        for other in _others(amount):
            unit = row.unit if not name.startswith("per") else "%" if name != "per" else ""
            said = f"the {called} of {what} were {other:g} instead of {amount:g} {unit}".strip()
            yield _mutant(Kind.DOSE, row, but(row, name, other), f".{name}", f"{other:g}", said)


def _others(amount: float | None) -> tuple[float, ...]:
    if amount is None:
        return ()
    return (amount / 2, amount * 2) if amount else (1.0,)


def _cells(row: DoseRange, what: str) -> Iterator[Mutant]:
    for index, cell in enumerate(row.cells):
        for name, other in _other_cells(cell):
            said = f"the table of {what} gave {_span(other)} instead of {_span(cell)} for a normal {cell.normal:g}"
            cells = (*row.cells[:index], other, *row.cells[index + 1 :])
            where = f".cells[{cell.normal:g}].{name}"
            yield _mutant(Kind.CELL, row, replace(row, cells=cells), where, _span(other), said)


def _other_cells(cell: Cell) -> Iterator[tuple[str, Cell]]:
    if cell.low == cell.high:
        yield "dose", replace(cell, low=cell.low * 2, high=cell.high * 2)
    else:
        yield "low", replace(cell, low=cell.low / 2)
        yield "high", replace(cell, high=cell.high * 2)


def _span(cell: Cell) -> str:
    return f"{cell.low:g}" if cell.low == cell.high else f"{cell.low:g}-{cell.high:g}"


def _for_whom(row: DoseRange, names: Names, what: str) -> Iterator[Mutant]:
    for name in FOR_WHOM:
        code = getattr(row, name)
        if code:
            said = f"the dose range of {what} did not ask for “{names.populations[code]}”"
            yield _mutant(Kind.CRITERION, row, but(row, name, ""), f".{name}", "dropped", said)
    if row.jurisdictions:
        said = f"the dose range of {what} held in every jurisdiction"
        yield _mutant(Kind.JURISDICTION, row, replace(row, jurisdictions=()), ".jurisdictions", "all", said)
