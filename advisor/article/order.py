"""In which order the parts of an article stand for a reader, and which are open: the same content for everybody."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Reader


# The sections stand in the article's own order, wherever they stand among the parts.
SECTIONS = "sections"


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a page in one reader's order, and those that are open when the page is."""

    parts: tuple[str, ...]
    opened: frozenset[str]


def _laid(parts, opened):
    return Layout(tuple(parts.split()), frozenset(opened.split()))


# A clinician wants the shortest way to a treatment, a pharmacist or nurse what makes it safe, a student why.
ARTICLE = {
    Reader.CLINICIAN: _laid(
        "bottom_line problems sections drugs disagreements references",
        "bottom_line",
    ),
    Reader.PHARMACIST: _laid(
        "bottom_line drugs problems sections disagreements references",
        "bottom_line drugs special_populations pitfalls",
    ),
    Reader.STUDENT: _laid(
        "bottom_line sections problems disagreements drugs references",
        "bottom_line sections disagreements references",
    ),
}
TREATMENT = {
    Reader.CLINICIAN: _laid(
        "places doses conditions interactions effects monitoring safety positions references",
        "places doses",
    ),
    Reader.PHARMACIST: _laid(
        "interactions doses monitoring conditions safety places effects positions references",
        "interactions doses monitoring",
    ),
    Reader.STUDENT: _laid(
        "places effects positions doses conditions interactions monitoring safety references",
        "places effects positions references",
    ),
}
TITLES = {
    "bottom_line": _("Bottom line"),
    "problems": _("Which treatment for which problem"),
    "drugs": _("Doses, interactions and monitoring at a glance"),
    "disagreements": _("Where the sources disagree"),
    "references": _("References"),
    "places": _("For whom"),
    "doses": _("Doses"),
    "conditions": _("Contraindications and cautions"),
    "interactions": _("Interactions"),
    "effects": _("How well it works, and harms"),
    "monitoring": _("Monitoring"),
    "safety": _("What is known of its safety"),
    "positions": _("What guidelines say"),
}
COMPONENTS = {
    "bottom_line": "bottomline",
    SECTIONS: "section",
    "references": "works",
    "doses": "dosage",
    "conditions": "warnings",
    "interactions": "warnings",
    "monitoring": "known",
    "safety": "known",
}
COUNTED = frozenset({"disagreements", "references", "effects", "positions"})


def article(told, reader):
    """Put the parts of an article in the order of a reader."""
    return _ordered(told, ARTICLE[reader])


def treatment(told, reader):
    """Put the parts of a treatment's page in the order of a reader."""
    return _ordered(told, TREATMENT[reader])


def _ordered(told, layout):
    parts = [part for kind in layout.parts for part in _parts(kind, told[kind])]
    return [{**part, "open": bool({part["code"], part["kind"]} & layout.opened)} for part in parts if part["value"]]


def _parts(kind, value):
    if kind == SECTIONS:
        return [_part(kind, one["code"], one["title"], one, len(one["statements"])) for one in value]
    return [_part(kind, kind, TITLES[kind], value, len(value) if kind in COUNTED else 0)]


def _part(kind, code, title, value, size):
    component = f"components/{COMPONENTS.get(kind, kind)}.html"
    return {"kind": kind, "code": code, "title": title, "value": value, "size": size, "component": component}
