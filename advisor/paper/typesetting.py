"""Typesetting: an outline as tagged PDF (PDF/UA-1 and PDF/A-2a), by typst with the fonts that it brings along.

The same outline at the same time gives the same bytes. Words travel as JSON, and nothing in them is read as markup. They
travel as a file, not as inputs of the system, because typst forgets what it has laid out whenever such an input changes.
"""

import json
from functools import cache
from threading import Lock

import typst
from django.conf import settings
from django.utils.translation import gettext as _


TEMPLATES = settings.ROOT / "templates" / "paper"
STANDARDS = ["ua-1", "a-2a"]

_one_at_a_time = Lock()


class Unset(Exception):
    """The outline could not be set in type; the message is for the clinician."""

    def __init__(self, said):
        super().__init__(_("The PDF could not be made: %s. The page to print says the same; nothing is lost.") % said)


def pdf(template, outline, *, at):
    """Set an outline in type with one of the templates, dated as said, and return the bytes. Raises Unset."""
    given = json.dumps(outline, ensure_ascii=False).encode()
    files = {"main.typ": TEMPLATES / f"{template}.typ", "outline.json": given}
    try:
        with _one_at_a_time:
            return _compiler().compile(files, format="pdf", pdf_standards=STANDARDS, timestamp=int(at.timestamp()))
    except typst.TypstError as error:
        raise Unset(error.message) from error


@cache
def _compiler():
    return typst.Compiler(root=TEMPLATES, ignore_system_fonts=True)
