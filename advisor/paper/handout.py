"""The outline of a leaflet: its sections in large print, with blank lines where somebody writes by hand."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import block
from .block import quiet, run, runs, strong


URGENT = "urgent"
NAME, BY_DAY, AT_NIGHT = gettext_lazy("Name"), gettext_lazy("Phone by day"), gettext_lazy("Phone at night")


def sections(leaflet):
    """Give a leaflet as blocks; nothing in it names the patient."""
    told = [block.blank(_("For")), block.paragraph(_("Ask us about all that is not clear."))]
    told += [part for section in leaflet["sections"] for part in _section(section)]
    told += [block.heading(1, _("Who to ask")), *(block.blank(str(what)) for what in contacts())]
    told += [block.paragraph(quiet(f"({one['mark']}): {one['means']}")) for one in leaflet["marks"]]
    return told


def contacts():
    """Say what somebody writes by hand at the end of a leaflet."""
    return NAME, BY_DAY, AT_NIGHT


def _section(section):
    lines = [_line(line) for line in section["lines"]]
    told = [block.heading(1, section["title"], _mark(section))]
    told += [block.listing(lines)] if lines else []
    told += [block.blank("")] * section["blank"]
    return [block.box("stop", told)] if section["code"] == URGENT else told


def _line(line):
    return runs(strong(f"{line['label']}:") if line["label"] else "", line["text"], _mark(line))


def _mark(said):
    return run(f"({said['mark']})" if said["mark"] else "", "mark")
