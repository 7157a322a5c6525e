"""Places: for whom a treatment comes first, second or third, how strongly and on how certain evidence."""

from django.utils.translation import gettext as _

from advisor.sheet.amount import NOT_STATED, joined, titled
from advisor.sheet.evidence import year
from advisor.sheet.option import LINES
from guidelines.engine.citation import mark


# An edition is read at more than one address, so its pages lead to one another from where they are.
HOME = "../../"


def places(rules, book):
    """Give every place of a treatment, the first line first."""
    positions = {position.code: position for position in book.rulebook.positions}
    return [_place(option, positions, book) for option in sorted(rules.options, key=lambda option: option.line)]


def problems(book):
    """Give the treatments of each problem by line; first the problems of which the edition speaks first."""
    placed = by_problem(book)
    spoken_of = [said.population for said in book.rulebook.statements if said.population in placed]
    return [{"whom": titled(book.titles[code]), "lines": placed[code]} for code in dict.fromkeys([*spoken_of, *placed])]


def by_problem(book):
    """Give for each population that an option names its treatments by line, in their order of preference."""
    found = {}
    for option in book.rulebook.options:
        found.setdefault(option.population, []).append(option)
    return {code: _lines(options, book) for code, options in found.items()}


def gist(rules):
    """Say in a few words at which lines a treatment stands, and for how many problems."""
    counts = {line: sum(option.line == line for option in rules.options) for line in LINES}
    return joined([f"{LINES[line]} ({count})" for line, count in counts.items() if count])


def best(rules):
    """Give the best line of a treatment, or none where it has no place."""
    return min((option.line for option in rules.options), default=None)


def _place(option, positions, book):
    follows = positions.get(option.follows)
    return {
        "code": option.code,
        "whom": titled(book.titles[option.population]),
        "line": LINES[option.line],
        "grade": _grade(option),
        "follows": f"{follows.body} {year(follows.year)}" if follows else "",
        "note": option.note,
        "sources": option.sources,
        "mark": mark(option.sources),
    }


def _grade(option):
    if option.strength == option.certainty == NOT_STATED:
        return _("Strength and certainty not stated in the source seen")
    return _("Strength: %(strength)s; certainty: %(certainty)s") % {
        "strength": option.strength,
        "certainty": option.certainty,
    }


def _lines(options, book):
    return [
        {"title": title, "treatments": _ranked([one for one in options if one.line == line], book)}
        for line, title in LINES.items()
    ]


def _ranked(options, book):
    ranked = sorted(options, key=lambda option: option.rank)
    return [{"name": book.treatments[one.treatment], "address": address(one.treatment)} for one in ranked]


def address(treatment):
    """Say where a treatment's page is, seen from the page of its edition."""
    return f"treatments/{treatment}/"
