"""Treatments on paper: first what to do with them for this patient, then what stands behind that.

What several treatments of one line share is said once, under their names.
"""

from django.utils.translation import gettext as _

from advisor.sheet.amount import joined

from . import block
from .block import quiet, runs, strong


def current(cards, citing):
    """Give what to do: the dose of each, what to check first, the cautions, and what to watch."""
    return _current(cards, citing, _across)


def later(cards, citing):
    """Give the same of treatments of a later line, which stand in narrow columns: their doses go down, not across."""
    return _current(cards, citing, _down)


def _current(cards, citing, laid):
    told = []
    for card in cards:
        told += [block.heading(2, card["name"], quiet(card["label"]))]
        told += [part for dose in card["doses"] for part in _dose(dose, citing, laid)]
        told += [block.listing([runs(words) for words in card["swings"]])] if card["swings"] else []
        told += _reasons(_("Check first"), card["checks"], citing)
        told += _reasons(_("Cautions for this patient"), card["cautions"], citing)
    return told + _watch(cards, citing)


def behind(cards, citing):
    """Give why: their place, cautions that the answers leave open, trial, stopping, effects, and what is known of safety."""
    told = [part for card in cards for part in _grounds(card, citing)]
    told += _shared(_("How well it works, and harms"), _rows(cards), lambda rows: _effects(rows, citing))
    return told + _shared(_("What is known of its safety"), _known(cards), lambda known: _safety(known, citing))


def reason(one, citing):
    """Give a reason as a line: the rule, what to do, and what of this patient decided it."""
    label = strong(f"{one['label']}:") if one["label"] else ""
    facts = quiet(_("This patient: %s.") % one["facts"]) if one["facts"] else ""
    return runs(citing.said(one, label, one["text"], one["action"]), facts)


def _reasons(title, listed, citing):
    if not listed:
        return []
    return [block.heading(3, title), block.listing([reason(one, citing) for one in listed])]


def _dose(dose, citing, laid):
    told = [block.heading(3, dose["title"] or _("Dose for this patient")), *laid(dose["lines"])]
    if dose["cells"]:
        told.append(_cells(dose["cells"], citing))
    return [*told, block.paragraph(citing.said(dose, quiet(_("Source of the dose:"))))]


def _across(lines):
    short = [line for line in lines if not line["long"]]
    table = block.table([runs(line["label"]) for line in short], [[runs(line["words"]) for line in short]])
    return [*([table] if short else []), *_down([line for line in lines if line["long"]])]


def _down(lines):
    return [block.paragraph(strong(f"{line['label']}:"), line["words"]) for line in lines]


def _cells(cells, citing):
    head = [runs(_("Normal")), runs(_("This patient"))]
    rows = [[runs(cell["normal"]), runs(cell["words"], citing.mark(cell))] for cell in cells]
    return block.table(head, rows, caption=_("In place of a normal daily dose"))


def _watch(cards, citing):
    listed = [
        (phase["title"], rule, card["name"])
        for card in cards
        for phase in card["background"]["phases"]
        for rule in phase["rules"]
    ]
    told = []
    for title in dict.fromkeys(title for title, _rule, _name in listed):
        told.append(block.heading(3, title))
        for names, rules in by_names((rule, name) for place, rule, name in listed if place == title).items():
            told += [block.leading(strong(f"{joined(names)}:"))] if len(cards) > 1 else []
            told.append(block.listing([citing.said(rule) for rule in rules]))
    return [block.heading(2, _("What to watch")), *told] if told else []


def _grounds(card, citing):
    told = [block.heading(2, card["name"])]
    told += [block.paragraph(reason(one, citing)) for one in card["place"]]
    told.append(block.paragraph(quiet(_("Strength: %(strength)s · Certainty: %(certainty)s") % card)))
    background = card["background"]
    told += [block.paragraph(background["summary"])] if background["summary"] else []
    named = ((_("Adequate trial"), "trial"), (_("Stopping"), "stopping"), (_("Labelling"), "labelling"))
    told += [block.paragraph(strong(f"{title}:"), background[key]) for title, key in named if background[key]]
    return told + _reasons(_("Cautions not settled by the answers"), card["unasked"], citing)


def _shared(title, given, told_of):
    """Give what treatments have in common under their names; no two say the same."""
    return [
        part
        for names, listed in by_names(given).items()
        for part in (block.heading(2, f"{title}: {joined(names)}"), told_of(listed))
    ]


def by_names(given):
    """Group things by all whose they are: pairs of a thing and a name become lists of things by names."""
    owners, things = {}, {}
    for thing, name in given:
        spelt = str(thing)
        things[spelt] = thing
        owners.setdefault(spelt, []).append(name)
    grouped = {}
    for key, names in owners.items():
        grouped.setdefault(tuple(names), []).append(things[key])
    return grouped


def _rows(cards):
    return [(row, card["name"]) for card in cards for row in card["effects"]["rows"]]


def _effects(rows, citing):
    return block.terms([(row["estimate"], _reading(row, citing)) for row in rows])


def _reading(row, citing):
    unstated = quiet(_("Not stated in the source seen: %s.") % row["unstated"]) if row["unstated"] else ""
    return citing.said(row, row["among"], f"{row['reading']}.", unstated, quiet(row["note"]))


def _known(cards):
    topics = [(topic, card["name"]) for card in cards for topic in card["background"]["topics"]]
    return [((topic["title"], rule), name) for topic, name in topics for rule in topic["rules"]]


def _safety(known, citing):
    return block.terms([(title, citing.said(rule)) for title, rule in known])
