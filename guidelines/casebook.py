"""The casebook: a worked patient added to the working copy from outside the admin, with its ledger entry and contribution."""

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from guidelines import assembly, contribution, ledger
from guidelines.engine import case as worked
from guidelines.engine import document
from guidelines.engine.compilation import compiled
from guidelines.engine.rulebook import Case as Record
from guidelines.models import Case, Guideline


SERIES = "C"


class Refused(ValueError):
    """A case that cannot be kept; each line of the message says why."""


def next_code(slug):
    """Return the next free code of the series of cases that come from consultations."""
    taken = Case.objects.filter(guideline=slug, code__startswith=SERIES).values_list("code", flat=True)
    numbers = [int(code[1:]) for code in taken if re.fullmatch(rf"{SERIES}[0-9]+", code)]
    return f"{SERIES}{max(numbers, default=0) + 1:03d}"


def add(slug, *, code, title, answers, expects, note, by, at):
    """Add a case to the working copy of a guideline and return it.

    Raises Refused where a field is not as it must be, where the working copy cannot be read, or where the working copy
    does not give this patient the advice that the case promises.
    """
    row = Case(code=code, title=title, answers=answers, expects=expects, note=note, rest="nothing")
    with transaction.atomic():
        row.guideline = Guideline.objects.get(pk=slug)
        contribution.note([row.guideline], by=by, at=at)
        _save(row)
        said = {name: {"new": getattr(row, name), "old": None} for name in ("title", "answers", "expects", "note")}
        ledger.append("row added", by=by, at=at, subject=f"{slug} cases {code}", detail=said)
    return row


def _save(row):
    """Save a case, and read it back as part of the working copy, with which it must be sound and pass."""
    try:
        row.full_clean(exclude=["position"])
        row.save(force_insert=True)
        book = compiled(document.read(assembly.assembled(row.guideline)))
    except ValidationError as refusal:
        raise Refused("\n".join(refusal.messages)) from None
    except document.Unreadable as unreadable:
        raise Refused("\n".join([_("The working copy would not be sound:"), *map(str, unreadable.faults)])) from None
    failures = worked.run(book, Record(row.code, row.title, row.answers, row.expects, row.rest))
    if failures:
        raise Refused("\n".join([_("The working copy does not give this patient the advice promised:"), *failures]))
