"""A treatment in full: its places, doses, effects, warnings, monitoring and safety, and what bodies say of it."""

from django.utils.translation import gettext as _

from advisor.sheet import effect
from advisor.sheet.amount import figure, titled
from advisor.sheet.evidence import STANCES, year
from advisor.sheet.option import PHASES, TOPICS
from guidelines.engine.citation import mark

from . import dosage, place, warning
from .dosage import where


def told(rules, book):
    """Give everything that the edition says of one treatment."""
    treatment = rules.treatment
    return {
        "code": treatment.code,
        "name": titled(treatment.name),
        "summary": treatment.summary,
        "sources": treatment.sources,
        "mark": mark(treatment.sources),
        "names": names(rules, book),
        "about": [line for line in _about(treatment, book) if line["words"]],
        "places": place.places(rules, book),
        "doses": dosage.axes(rules, book),
        "effects": effects(rules, book),
        "conditions": warning.conditions(rules, book),
        "interactions": warning.interactions(rules, book),
        "monitoring": _phased(rules, book),
        "safety": _safety(rules),
        "positions": [_position(one) for one in book.rulebook.positions if treatment.code in one.treatments],
    }


def names(rules, book):
    """Give the other names of a treatment's drug: brands and abbreviations, and its codes."""
    drug = next((drug for drug in book.rulebook.drugs if drug.code == rules.treatment.drug), None)
    if drug is None:
        return {"synonyms": (), "identifiers": ()}
    codes = [f"{one.system} {one.code}{f' ({one.index_year})' if one.index_year else ''}" for one in drug.identifiers]
    return {"synonyms": drug.synonyms, "identifiers": tuple(codes)}


def effects(rules, book):
    """Give the effect estimates of a treatment as rows, each with its code and whom it is about."""
    listed = [plate.table for plate in rules.effects]
    rows = effect.table(listed)["rows"]
    return [{**row, "code": table["rule"]} for row, table in zip(rows, listed, strict=True)]


def _about(treatment, book):
    strengths = "; ".join(_strength(one, book) for one in treatment.strengths)
    yield {"label": _("Form"), "words": treatment.form}
    yield {"label": _("Strengths"), "words": strengths}
    yield {"label": _("Labelling"), "words": treatment.labelling}
    yield {"label": _("Adequate trial"), "words": treatment.adequate_trial}
    yield {"label": _("Stopping"), "words": treatment.stopping}


def _strength(one, book):
    amounts = ", ".join(figure(amount) for amount in one.amounts)
    aside = "; ".join(part for part in (one.form, where(one.jurisdictions, book)) if part)
    return f"{amounts} {one.unit}{f' ({aside})' if aside else ''}"


def _phased(rules, book):
    listed = [(plate.population, plate.table) for plate in rules.monitoring]
    return [
        {"title": title, "rules": [_watched(of, table, book) for of, table in listed if table["phase"] == phase]}
        for phase, title in PHASES
        if any(table["phase"] == phase for _of, table in listed)
    ]


def _watched(population, table, book):
    return {**table, "whom": titled(book.titles[population]) if population else ""}


def _safety(rules):
    known = [plate.table for plate in rules.safety]
    groups = [(title, [table for table in known if table["topic"] == topic]) for topic, title in TOPICS.items()]
    return [{"title": title, "rules": listed} for title, listed in groups if listed]


def _position(one):
    return {
        "code": one.code,
        "body": one.body,
        "year": year(one.year),
        "people": one.people,
        "stands": STANCES.get(one.stance, ""),
        "text": one.text,
        "strength": one.strength,
        "certainty": one.certainty,
        "sources": one.sources,
        "mark": mark(one.sources),
    }
