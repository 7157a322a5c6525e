"""The preview of a sheet: what a clinician would read, made from a working copy and recorded nowhere."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from . import page


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """Stands where a consultation does: a moment, and no record."""

    consulted_at: datetime
    pk: str = ""


def preview(given, reading, person, *, at):
    """Make the sheet of an advice that a working copy gives."""
    told = page.of(given, reading, person, Unrecorded(at), today=at.date())
    return told | {"provenance": told["provenance"] | {"edition": gettext("none, the working copy")}}
