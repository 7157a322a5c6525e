"""What stands behind an advice, on paper: what is ruled out and why, statements, disagreements, references, provenance."""

from django.utils.translation import gettext as _

from advisor.sheet.amount import joined

from . import block, card
from .block import code, quiet, runs, strong


def ruled(title, rows, citing):
    """Give the treatments that are not offered, each with every reason."""
    told = [block.heading(1, title)] if rows else []
    for row in rows:
        told += [block.heading(2, row["name"]), block.listing([card.reason(one, citing) for one in row["reasons"]])]
    return told


def elsewhere(title, rows, citing):
    """Give the treatments that are not for this problem, those of one reason together."""
    given = [(one, row["name"]) for row in rows for one in row["reasons"]]
    lines = [
        runs(strong(f"{joined(names)}:"), *(card.reason(one, citing) for one in reasons))
        for names, reasons in card.by_names(given).items()
    ]
    return [block.heading(1, title), block.listing(lines)] if lines else []


def sections(listed, citing):
    """Give the guideline's statements, section by section."""
    told = []
    for section in listed:
        told += [block.heading(1, section["title"]), statements(section["statements"], citing)]
    return told


def statements(listed, citing):
    """Give statements as a list, each with what its primary source says where that differs."""
    return block.listing([runs(citing.said(one), quiet(one["finding"] or "")) for one in listed])


def disagreements(listed, citing):
    """Give each question on which bodies differ, with every position."""
    told = [block.heading(1, _("Where the sources disagree"))] if listed else []
    for one in listed:
        told.append(block.heading(2, one["question"]))
        told += [block.paragraph(one["summary"])] if one["summary"] else []
        told.append(block.listing([_position(side, citing) for side in one["positions"]]))
    return told


def _position(side, citing):
    stands = strong(f"{side['stands']}.") if side["stands"] else ""
    said = citing.said(
        side, strong(f"{side['body']} {side['year'] or ''}".strip()), f"({side['people']})", stands, side["text"]
    )
    strength = _("Strength: %s.") % side["strength"] if side["strength"] else ""
    certainty = _("Certainty: %s.") % side["certainty"] if side["certainty"] else ""
    return runs(said, quiet(f"{strength} {certainty}".strip()))


def references(listed):
    """Give the references, each under its number."""
    return [block.heading(1, _("References")), block.works([_work(work) for work in listed])] if listed else []


def _work(work):
    parts = [f"{work['authors']}." if work["authors"] else "", f"{work['title']}{work['stop']}", work["appeared"]]
    parts += [f"doi {work['doi']}." if work["doi"] else ""]
    parts += [f"PMID {work['pmid']}." if work["pmid"] else "", work["url"] or ""]
    seen = quiet(_("record seen: %s") % _(work["verification"]))
    return {"number": work["number"], "line": runs(*parts, quiet(work["note"] or ""), seen)}


def provenance(sheet, witness):
    """Say where an advice comes from, so that it can be found and checked again."""
    told, banner = sheet["provenance"], sheet["banner"]
    labels = _("labels of: %(where)s") % {"where": told["jurisdiction"]} if told["jurisdiction"] else ""
    pairs = [
        (_("Status"), runs(f"{banner['status']}: {banner['text']}")),
        (_("Given on"), runs("; ".join(filter(None, (told["on"], labels))))),
        (_("Edition"), runs(_("%(edition)s, owned by %(owner)s; SHA-256") % told, code(told["sha256"]))),
        (_("Advice digest"), runs(code(told["digest"]), _("engine %s") % told["engine"])),
        (_("On record as"), runs(code(told["id"]))),
        (_("In the ledger"), _in_the_ledger(witness)),
    ]
    return [block.heading(1, _("Where this comes from")), block.terms(pairs), block.paragraph(told["disclaimer"])]


def _in_the_ledger(witness):
    head = code(witness.head) if witness.head else _("not taken yet")
    entered = _("entered when this was made; newest tree head")
    return runs(_("leaf"), code(witness.leaf), entered, head)
