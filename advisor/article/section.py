"""Sections of an article in its order: what the edition states, and the treatments that belong there."""

from django.utils.translation import gettext_lazy as _

from advisor.sheet import effect, tongue
from advisor.sheet.amount import titled
from advisor.sheet.evidence import SECTIONS
from guidelines.engine.citation import mark

from . import dosage, place


BOTTOM_LINE = "introduction"
NOWHERE = "not_recommended"
DRUG, TOPICAL = "drug", "topical"
VERDICTS = {
    "supported": _("supported"),
    "partly": _("partly supported"),
    "differs": _("differs from the sources"),
    "disputed": _("disputed"),
    "duplicate": _("a repetition"),
    "gap": _("a gap"),
}


def bottom_line(book):
    """Give what the edition says first, each sentence with the first line of the problem that it is about."""
    placed = place.by_problem(book)
    return [
        {**_statement(said, book), "whom": "", "lines": placed.get(said.population, ())[:1]}
        for said in book.rulebook.statements
        if said.section == BOTTOM_LINE
    ]


def sections(book):
    """Give every section that says something, with its treatments, in the order of the article."""
    placed = [(_home(rules), rules) for rules in book.rules]
    told = [
        {
            "code": code,
            "title": title,
            "statements": _stated(code, book),
            "apart": code == NOWHERE,
            "treatments": [_brief(rules, book) for home, rules in placed if home == code],
        }
        for code, title in SECTIONS.items()
        if code != BOTTOM_LINE
    ]
    return [section for section in told if section["statements"] or section["treatments"]]


def _stated(section, book):
    return [_statement(said, book) for said in book.rulebook.statements if said.section == section]


def _statement(said, book):
    return {
        "code": said.code,
        **tongue.told(said),
        "whom": titled(book.titles[said.population]) if said.population else "",
        "claim": said.claim,
        "verdict": VERDICTS.get(said.verdict, said.verdict),
        "finding": said.finding,
        "sources": said.sources,
        "mark": mark(said.sources),
    }


def _home(rules):
    """Say in which section a treatment is told: by its kind, and a drug by the best line at which it stands."""
    kind, best = rules.treatment.kind, place.best(rules)
    if best is None:
        return NOWHERE
    if kind == DRUG:
        return "first_line" if best == 1 else "second_line"
    return TOPICAL if kind == TOPICAL else "non_drug"


def _brief(rules, book):
    treatment = rules.treatment
    return {
        "code": treatment.code,
        "address": place.address(treatment.code),
        "name": titled(treatment.name),
        "summary": treatment.summary,
        "sources": treatment.sources,
        "mark": mark(treatment.sources),
        "gist": place.gist(rules),
        "places": place.places(rules, book),
        "dose": dosage.brief(rules),
        "headline": effect.headline([plate.table for plate in rules.effects]),
        "warnings": len(rules.contraindications),
    }
