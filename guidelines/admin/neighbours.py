"""Neighbours: the dose bands that must meet a band, and how they give way when an editor moves it."""

from guidelines.models import DoseRange
from guidelines.models.dose_range import DoseKind


def meet(row):
    """Have the bands below and above end where this one begins and ends; return the rows that were changed.

    Neighbours are the bands of the same number, treatment, axis, indication and further group, wherever they hold.
    """
    if not row.band_fact_id or row.kind == DoseKind.SUPPLEMENT:
        return []
    family = [other for other in _family(row) if _shares_place(row, other)]
    moved = []
    if row.band_low is not None:
        below = [other for other in family if _low(other) < row.band_low]
        moved += _at_edge(below, max((_low(other) for other in below), default=0), _end_at(row))
    if row.band_high is not None:
        above = [other for other in family if _low(other) >= _low(row) and _high(other) > row.band_high]
        moved += _at_edge(above, min((_low(other) for other in above), default=0), _begin_at(row))
    return moved


def _family(row):
    same = ("treatment", "axis", "indication", "population", "band_fact")
    alike = DoseRange.objects.filter(**{name: getattr(row, name) for name in same})
    return alike.select_related("treatment").exclude(pk=row.pk).exclude(kind=DoseKind.SUPPLEMENT)


def _shares_place(row, other):
    here, there = set(row.jurisdictions), set(other.jurisdictions)
    return not here or not there or bool(here & there)


def _at_edge(rows, edge, bounds):
    """Set the bounds of the rows that stand next; return those that differed."""
    moved = []
    for row in rows:
        if _low(row) == edge and any(getattr(row, name) != value for name, value in bounds.items()):
            vars(row).update(bounds)
            moved.append(row)
    return moved


def _end_at(row):
    return {"band_high": row.band_low, "band_high_open": not row.band_low_open}


def _begin_at(row):
    return {"band_low": row.band_high, "band_low_open": not row.band_high_open}


def _low(row):
    return float("-inf") if row.band_low is None else row.band_low


def _high(row):
    return float("inf") if row.band_high is None else row.band_high
