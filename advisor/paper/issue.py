"""Issuing: a consultation as its clinician takes it away, on paper or as text; each time entered in the ledger."""

import hashlib
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor import record, sheet
from guidelines import library
from guidelines.engine import patient

from . import frame, outline, plain, typesetting


class Unissued(Exception):
    """Nothing could be issued; the message says why and what to do, for the clinician."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A sheet ready for paper, what frames each page of it, and the ledger's witness that it was asked for."""

    sheet: dict
    frame: dict
    witness: record.Witness


def issue(consultation, form, *, by, at, site):
    """Enter that a consultation is taken away in some form, and return it. Raises Unissued."""
    given = record.given(consultation)
    try:
        reading = library.edition(consultation.guideline, given["edition"]["number"])
        witness = record.printed(consultation, form, by=by, at=at)
    except (library.Absent, record.Unrecorded) as error:
        raise Unissued(str(error)) from error
    person = patient.parse(reading.compiled, record.answered(consultation))
    told = sheet.of(given, reading, person, consultation, today=at.date(), responses=consultation.responses.all())
    title = _("%s: recommendation") % told["title"]
    return Issued(told, frame.of(told, title, site=site), witness)


def pdf(consultation, *, by, at, site):
    """Make the PDF of a consultation; the ledger keeps its SHA-256, so that anybody can tell it from an altered one.

    Raises Unissued.
    """
    issued = issue(consultation, "pdf", by=by, at=at, site=site)
    blocks = {
        "frame": issued.frame,
        "advice": outline.advice(issued.sheet),
        "behind": _("Behind this advice"),
        "grounds": outline.grounds(issued.sheet, issued.witness),
    }
    return _filed("sheet", blocks, consultation, by=by, at=at)


def text(consultation, *, by, at, site):
    """Write what to do as plain text for the record. Raises Unissued."""
    issued = issue(consultation, "text", by=by, at=at, site=site)
    return plain.text(issued.frame, outline.advice(issued.sheet))


def _filed(template, blocks, consultation, *, by, at):
    try:
        made = typesetting.pdf(template, blocks, at=at)
        record.filed(consultation, hashlib.sha256(made).hexdigest(), by=by, at=at)
    except (typesetting.Unset, record.Unrecorded) as error:
        raise Unissued(str(error)) from error
    return made
