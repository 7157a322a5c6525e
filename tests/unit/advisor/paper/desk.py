"""Sheets of worked patients of every guideline there is, without a database, and PDFs read back as text."""

import io
import re
from datetime import UTC, datetime
from functools import cache
from types import SimpleNamespace

import pypdf
from django.conf import settings

from advisor import sheet
from advisor.paper import frame, outline, typesetting
from advisor.record import Witness
from guidelines import packages
from guidelines.engine import advice, case, document, patient
from guidelines.engine.compilation import compiled


PACKAGES = {"neuropathy": "guidelines/content/neuropathy", "gout": "tests/guidelines/gout"}
SITE = "https://advisor.example.org/"
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CONSULTATION = SimpleNamespace(pk="0a1b2c3d-0000-4000-8000-000000000001", consulted_at=AT)
WITNESS = Witness(leaf="a" * 64, head=f"7:{'b' * 64}")
EDITION = {"number": 1, "sha256": "e" * 64}


@cache
def book(name):
    """The guideline of a package, compiled."""
    return compiled(document.read(packages.read(settings.ROOT / PACKAGES[name])))


def advised(name, code, status="Submitted", *, acknowledged=True):
    """Advise a worked patient; give the advice, what it was read from, and the patient."""
    worked = next(one for one in book(name).rulebook.cases if one.code == code)
    person = patient.parse(book(name), {"jurisdiction": "us"} | case.answered(book(name), worked))
    given = advice.advise(person.book, person, edition=EDITION | {"status": status})
    seen = {alert["code"] for alert in given["alerts"]} if acknowledged else ()
    reading = SimpleNamespace(status=status, sha256="e" * 64, compiled=person.book, withdrawal=None)
    return advice.withheld(given, seen), reading, person


def told(name, code, status="Submitted", *, acknowledged=True):
    """Make the sheet of a worked patient."""
    advised_now = advised(name, code, status, acknowledged=acknowledged)
    return sheet.of(*advised_now, CONSULTATION, today=AT.date())


def leaflet(name, code, treatment, status="Submitted", *, acknowledged=True):
    """Make the leaflet of a treatment for a worked patient."""
    return sheet.leaflet(*advised(name, code, status, acknowledged=acknowledged), CONSULTATION, treatment)


def blocks(made):
    """Make everything that goes on paper of a sheet."""
    return {
        "frame": frame.of(made, f"{made['title']}: recommendation", site=SITE),
        "advice": outline.advice(made),
        "behind": "Behind this advice",
        "grounds": outline.grounds(made, WITNESS),
    }


def pdf(made):
    """Set a sheet in type."""
    return typesetting.pdf("sheet", blocks(made), at=AT)


def opened(content):
    """Open a PDF."""
    return pypdf.PdfReader(io.BytesIO(content))


def pages(content):
    """Give the text of each page."""
    return [page.extract_text() for page in opened(content).pages]


def squeezed(text):
    """Take the white space out of a text, because each medium breaks lines elsewhere."""
    return re.sub(r"\s+", "", text)


def body(content, made):
    """Give the text of a PDF without what stands on every page."""
    repeated = blocks(made)["frame"]
    head = squeezed(
        f"{repeated['watermark']}{repeated['title']} · {repeated['edition']} · {repeated['on']}{repeated['status']}"
    )
    foot = squeezed("".join(f"{name}{value}" for name, value in repeated["figures"]))
    texts = (squeezed(text).removeprefix(head) for text in pages(content))
    return "".join(text.rpartition(foot)[0] for text in texts)
