"""Soundness: what an edit would break in the guidelines that it reaches, in sentences that an editor can act on."""

import re

from django.utils.translation import gettext_lazy as _

from guidelines import assembly
from guidelines.engine import bands, document
from guidelines.engine import soundness as engine
from guidelines.engine.decoding import Decoder, hints
from guidelines.engine.rulebook import Rulebook
from guidelines.models import Guideline


PLACE = re.compile(r"(?:document\.)?(?P<section>\w+)\[(?P<code>[^\]]+)\]\.?(?P<rest>.*)")
ELSEWHERE = _(
    "Something that is said not to exist may stand in the catalogue without being in this guideline: open it and tick "
    "the guideline there."
)


class Refused(Exception):
    """An edit that would break a guideline; `faults` says how, and nothing of it may stay."""

    def __init__(self, faults):
        super().__init__("\n".join(map(sentence, faults)))
        self.faults = faults


def record_of(table):
    """Return the engine's record of which a table holds the rows, or none."""
    if table is Guideline:
        return hints(Rulebook)["guideline"]
    return assembly.RECORDS.get(getattr(table, "in_document", None))


def place(row):
    """Return where a row stands in the document, as faults name it."""
    return f"{row.in_document}[{row.code}]" if hasattr(row, "in_document") else "guideline"


def described(row):
    """Return a row as it now stands in the database, as a plain record."""
    [now] = assembly.described(type(row).objects.filter(pk=row.pk), record_of(type(row))).values()
    return now


def misshapen(row):
    """List what is wrong with a row by itself, such as markup in a text."""
    decoder = Decoder()
    decoder.record(record_of(type(row)), described(row), f"document.{place(row)}")
    return decoder.faults


def missed(guideline, at):
    """Gather what would be wrong with a guideline only if it lacked the row at a place."""
    plain = assembly.assembled(guideline)
    without = judged(plain, without=at)
    return without and without - judged(plain)


def judged(plain, *, without=""):
    """Gather everything wrong with a document, as it is or without the row at a place."""
    sections = {
        section: [row for row in plain.get(section, ()) if f"{section}[{row['code']}]" != without]
        for section in assembly.RECORDS
    }
    try:
        rulebook = document.shaped(plain | sections)
    except document.Unreadable as unreadable:
        return frozenset(unreadable.faults)
    return frozenset((*engine.faults(rulebook), *bands.faults(rulebook)))


def caused(before, after, at):
    """Return the faults that an edit at a place brought about.

    While a row somewhere could not even be read, nothing was known of how the rows fit together; so where that was the
    state before, only faults at the place itself can be laid to the edit.
    """
    new = after - before
    if any(fault.place.startswith("document") for fault in before):
        new = {fault for fault in new if at in fault.place}
    return new


def standing(guideline, row):
    """Return the part of a guideline that an edit of a row can change, as it stands before."""
    whole = {} if hasattr(row, "in_document") else assembly.assembled(guideline)
    return whole or {row.in_document: assembly.section(guideline, row.in_document)}


def check(row, standing):
    """Compare the guidelines with how they stood before a row was edited; return their documents and what is still wrong.

    Raises Refused if the edit broke something.
    """
    now = {guideline: assembly.assembled(guideline) for guideline in standing}
    found = {guideline: judged(plain) for guideline, plain in now.items()}
    broken = set(misshapen(row))
    for guideline, faults in found.items():
        if faults:
            broken |= caused(judged({**now[guideline], **standing[guideline]}), faults, place(row))
    if broken:
        raise Refused(in_order(broken))
    return now, in_order(frozenset().union(*found.values()))


def in_order(found):
    """Return faults in the order of their places."""
    return sorted(found, key=lambda fault: (assembly.natural(fault.place), fault.text))


def sentence(fault):
    """Return a fault as a sentence that names its row in the words of the admin."""
    if PLACE.match(fault.place):
        return f"{in_words(fault.place)}: {fault.text}"
    named = "The guideline" if fault.place == "document" else f"{fault.place.capitalize()}:"
    return f"{named} {fault.text}"


def in_words(place):
    """Return a place of the document in the words of the admin: Option “x”, strength."""
    where = PLACE.match(place)
    if place in assembly.TABLES:
        return f"All {assembly.TABLES[place]._meta.verbose_name_plural}"
    if not where:
        return "The guideline" if place.removeprefix("document.").startswith(("guideline", "document")) else place
    table = assembly.TABLES.get(where["section"])
    kind = table._meta.verbose_name if table else where["section"]
    field = f", {where['rest'].replace('_', ' ')}" if where["rest"] else ""
    return f"{kind.capitalize()} “{where['code']}”{field}"


def field_of(fault, row):
    """Return the name of the row's own field that a fault is about, or none."""
    own = f"document.{place(row)}."
    name = fault.place.removeprefix(own)
    return name if fault.place.startswith(own) and name.isidentifier() else None
