"""Issuing: a consultation as its clinician takes it away, on paper or as text; each time entered in the ledger."""

import hashlib
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from advisor import record, sheet
from guidelines import library
from guidelines.engine import patient

from . import frame, handout, outline, plain, typesetting


class Unissued(Exception):
    """Nothing could be issued; the message says why and what to do, for the clinician."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A sheet or a leaflet ready for paper, what frames each page of it, and the ledger's witness that it was asked for."""

    sheet: dict
    frame: dict
    witness: record.Witness


def issue(consultation, form, *, by, at, site):
    """Enter that a consultation is taken away in some form, and return it. Raises Unissued."""
    given, reading, person = _read(consultation)
    told = sheet.of(given, reading, person, consultation, today=at.date(), responses=consultation.responses.all())
    return _entered(told, _("%s: recommendation") % told["title"], consultation, form, by=by, at=at, site=site)


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


def leaflet(consultation, code, *, by, at, site):
    """Make the leaflet of one treatment for the patient. Raises Unissued, sheet.Unoffered."""
    given, reading, person = _read(consultation)
    told = sheet.leaflet(given, reading, person, consultation, code)
    with translation.override(told["language"]):
        title = _("%s: what you need to know") % told["name"]
        return _entered(told, title, consultation, "leaflet", by=by, at=at, site=site)


def leaflet_pdf(consultation, code, size, *, by, at, site):
    """Make a leaflet as PDF, on A4 or A5; the ledger keeps its SHA-256. Raises Unissued."""
    issued = leaflet(consultation, code, by=by, at=at, site=site)
    with translation.override(issued.sheet["language"]):
        blocks = {"frame": issued.frame, "paper": size, "blocks": handout.sections(issued.sheet)}
    return _filed("leaflet", blocks, consultation, by=by, at=at)


def _read(consultation):
    given = record.given(consultation)
    try:
        reading = library.edition(consultation.guideline, given["edition"]["number"])
    except library.Absent as error:
        raise Unissued(str(error)) from error
    return given, reading, patient.parse(reading.compiled, record.answered(consultation))


def _entered(told, title, consultation, form, *, by, at, site):
    try:
        witness = record.printed(consultation, form, by=by, at=at)
    except record.Unrecorded as error:
        raise Unissued(str(error)) from error
    return Issued(told, frame.of(told, title, site=site), witness)


def _filed(template, blocks, consultation, *, by, at):
    try:
        made = typesetting.pdf(template, blocks, at=at)
        record.filed(consultation, hashlib.sha256(made).hexdigest(), by=by, at=at)
    except (typesetting.Unset, record.Unrecorded) as error:
        raise Unissued(str(error)) from error
    return made
