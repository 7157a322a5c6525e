"""Typesetting: an outline as tagged PDF (PDF/UA-1 and PDF/A-2a), by typst with the fonts that it brings along.

The same outline at the same time gives the same bytes. Words travel as JSON, and nothing in them is read as markup.
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
    given = json.dumps(outline, ensure_ascii=False)
    try:
        with _one_at_a_time:
            return _compiler(template).compile(
                format="pdf", sys_inputs={"outline": given}, pdf_standards=STANDARDS, timestamp=int(at.timestamp())
            )
    except typst.TypstError as error:
        raise Unset(error.message) from error


@cache
def _compiler(template):
    path = TEMPLATES / f"{template}.typ"
    return typst.Compiler(input=path, root=TEMPLATES, ignore_system_fonts=True)
