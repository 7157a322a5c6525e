"""Ageing: which guidelines, references and effect estimates are past the date by which they must be looked at again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from guidelines.engine.canonical import Plain
from guidelines.engine.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a date to review by: where it stands, what it is called, and the date."""

    place: str
    code: str
    title: str
    review_by: date


def dated(rulebook: Rulebook) -> tuple[Dated, ...]:
    """Return everything that has a date to review by: the guideline first, then references and estimates."""
    guideline = rulebook.guideline
    rows = [("guideline", "", f"the guideline “{guideline.title}”", guideline.review_by)]
    rows += [(f"references[{one.code}]", one.code, one.title, one.review_by) for one in rulebook.references]
    rows += [
        (f"effects[{one.code}]", one.code, f"{one.measure} for {one.outcome}", one.review_by)
        for one in rulebook.effects
    ]
    return tuple(Dated(place, code, title, date.fromisoformat(day)) for place, code, title, day in rows if day)


def overdue(rulebook: Rulebook, today: date) -> tuple[Dated, ...]:
    """Return what is past its date on a day; on the date itself it is still in time."""
    return tuple(one for one in dated(rulebook) if one.review_by < today)


def used(found: Iterable[Dated], references: Iterable[str], effects: Iterable[str]) -> tuple[Dated, ...]:
    """Keep of what is overdue the guideline itself, and the references and estimates that somebody uses."""
    places = {f"references[{code}]" for code in references} | {f"effects[{code}]" for code in effects}
    return tuple(one for one in found if one.place == "guideline" or one.place in places)


def due(plain: Mapping[str, Plain]) -> date | None:
    """Return the earliest date of a document by which something in it must be looked at again."""
    rows = [plain["guideline"], *_rows(plain, "references"), *_rows(plain, "effects")]
    days = [row.get("review_by") for row in rows if isinstance(row, Mapping)]
    return min((date.fromisoformat(day) for day in days if isinstance(day, str) and day), default=None)


def _rows(plain: Mapping[str, Plain], section: str) -> list[Plain]:
    listed = plain.get(section)
    return listed if isinstance(listed, list) else []
