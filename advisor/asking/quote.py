"""Quotations: a row of an edition as a passage, in the edition's own words with a few words around them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.sheet import dose, effect, evidence
from advisor.sheet.amount import NOT_STATED, figure, joined, titled
from advisor.sheet.reason import SEVERITIES
from guidelines.engine import wording
from guidelines.engine.citation import mark
from guidelines.engine.compilation import Compiled
from guidelines.engine.difference.naming import Names
from guidelines.engine.dose import DoseKind, DoseRange

from .row import Kind, Row


SECTIONS = {
    Kind.DOSE: "dose_ranges",
    Kind.CONTRAINDICATION: "contraindications",
    Kind.INTERACTION: "contraindications",
    Kind.OPTION: "options",
    Kind.POSITION: "positions",
    Kind.DISAGREEMENT: "disagreements",
    Kind.ALERT: "alerts",
    Kind.CLASS: "drug_classes",
    Kind.FACT: "facts",
    Kind.REFERENCE: "references",
    Kind.MAKER: "makers",
}
Lines = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Passage:
    """What is quoted: kind and code of the row, a heading, its lines of label and words, sources and mark.

    `aside` says what a reader must know of it, such as under whose labels alone it holds; `treatments` are those
    of which it speaks.
    """

    kind: str
    code: str
    title: str
    lines: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    mark: str = ""
    aside: str = ""
    treatments: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Give all lines as one text."""
        return " ".join(f"{label}: {_ended(words)}" if label else _ended(words) for label, words in self.lines if words)


def passage(row: Row, names: Names, aside: str = "") -> Passage:
    """Quote a row."""
    lines = TELLERS.get(row.kind, _plain)(row, names.book)
    return Passage(
        kind=str(row.kind),
        code=row.code,
        title=_title(row, names),
        lines=tuple((label, words) for label, words in lines if words),
        sources=row.sources or ("edition",),
        mark=mark(row.sources) or "",
        aside=aside,
        treatments=tuple(sorted(row.treatments)),
    )


def _title(row: Row, names: Names) -> str:
    if section := SECTIONS.get(row.kind):
        return names.title((section, row.code))
    if row.kind is Kind.STATEMENT:
        return evidence.SECTIONS.get(row.record.section, row.record.section)
    if row.kind is Kind.GUIDELINE:
        return names.book.rulebook.guideline.title
    treated = joined([names.name("treatments", code) for code in sorted(row.treatments)[:3]])
    return wording.sentence(names.treated(row.record) or treated)


def _dose(row: Row, book: Compiled) -> Lines:
    told = dose.shown(_table(row.record, book))
    lines = [(line["label"], line["words"]) for line in told["lines"]]
    cells = "; ".join(f"{cell['normal']} → {cell['words']}" for cell in told["cells"])
    return [*lines, (_("In place of a normal daily dose"), cells), (_("Labels of"), _places(row.jurisdictions, book))]


def _table(row: DoseRange, book: Compiled) -> dict[str, object]:
    """Give a dose range as the table of a dose that a sheet shows, for nobody in particular."""
    usual = [one for one in (row.usual_low, row.usual_high) if one is not None]
    band = [wording.band(book, row.band)] if row.band else []
    band += [book.titles[row.or_population]] if row.or_population else []
    return {
        "kind": row.kind,
        "rule": row.code,
        "start": row.start,
        "start_text": row.start_text,
        "step": row.step,
        "titration": [{"day": one.day, "dose": one.dose, "text": one.text} for one in row.titration],
        "usual": [usual[0], usual[-1]] if usual else None,
        "maximum": row.maximum,
        "unit": row.unit,
        "schedule": row.schedule,
        "band": "; ".join(band),
        "note": " ".join(part for part in (_share(row, book), row.note) if part),
        "cells": [
            {"normal": one.normal, "low": one.low, "high": one.high, "text": one.text, "sources": (), "mark": None}
            for one in row.cells
        ],
        "sources": row.sources,
        "mark": mark(row.sources),
    }


def _share(row: DoseRange, book: Compiled) -> str:
    if row.kind is DoseKind.PERCENT:
        shares = dict.fromkeys(share for share in (row.percent_low, row.percent_high) if share is not None)
        return _("%(share)s %% of the usual dose.") % {"share": _("to").join(f" {one:g} " for one in shares).strip()}
    if row.kind is DoseKind.PROPORTIONAL and row.band and row.per:
        fact = book.facts[row.band.fact]
        return _("In proportion to %(fact)s: the amounts × %(fact)s ÷ %(per)s.") % {
            "fact": fact.name,
            "per": f"{row.per:g}",
        }
    return ""


def _effect(row: Row, _book: Compiled) -> Lines:
    one = row.record
    table = {part: getattr(one, part) for part in ("measure", "value", "low", "high", "unbounded", "text", "outcome")}
    table |= {part: getattr(one, part) for part in ("comparator", "dose", "weeks", "note")}
    table |= {"population": one.people, "rule": one.code, "sources": one.sources, "mark": None}
    [told] = effect.table([table])["rows"]
    return [("", f"{told['estimate']}: {told['reading']}"), (titled(NOT_STATED), told["unstated"]), ("", told["note"])]


def _warning(row: Row, book: Compiled) -> Lines:
    one = row.record
    places = _places(one.jurisdictions, book)
    return [(SEVERITIES[one.severity], one.reason), (_("What to do"), one.action), (_("Labels of"), places)]


def _option(row: Row, _book: Compiled) -> Lines:
    one = row.record
    line = {1: _("First line"), 2: _("Second line"), 3: _("Third line")}[one.line]
    return [
        (_("Place"), _("%(line)s, rank %(rank)d") % {"line": line, "rank": one.rank}),
        (_("Strength"), one.strength),
        (_("Certainty"), one.certainty),
        ("", one.note),
    ]


def _position(row: Row, _book: Compiled) -> Lines:
    one = row.record
    said = f"{one.body} {one.year}"
    return [
        (said, _("In %(people)s: %(text)s") % {"people": one.people, "text": one.text}),
        (_("Strength"), one.strength),
        (_("Certainty"), one.certainty),
    ]


def _disagreement(row: Row, book: Compiled) -> Lines:
    sides = {one.code: one for one in book.rulebook.positions}
    listed = [sides[code] for code in row.record.positions]
    return [("", row.record.summary), *((f"{one.body} {one.year}", one.text) for one in listed)]


def _strength(row: Row, book: Compiled) -> Lines:
    lines = []
    for one in row.record.strengths:
        amounts = joined([figure(amount) for amount in one.amounts])
        said = f"{one.form} {amounts} {one.unit}".strip()
        places = _places(one.jurisdictions, book)
        lines.append((titled(row.record.form or row.record.name), f"{said} ({places})" if places else said))
    return lines


def _class(row: Row, book: Compiled) -> Lines:
    return [(_("Members"), joined([book.names[code] for code in row.record.members]))]


def _maker(row: Row, book: Compiled) -> Lines:
    return [(_("Makes or markets"), joined([book.names[code] for code in row.record.drugs]))]


def _reference(row: Row, _book: Compiled) -> Lines:
    one = row.record
    parts = (one.authors, one.title, one.source, str(one.year or ""), one.doi and f"doi:{one.doi}")
    return [("", ". ".join(part for part in parts if part))]


def _fact(row: Row, _book: Compiled) -> Lines:
    return [("", row.record.text), (_("Why"), row.record.why)]


def _part(label: Callable[[], str], name: str) -> Callable[[Row, Compiled], Lines]:
    return lambda row, _book: [(label(), getattr(row.record, name))]


def _guideline(row: Row, _book: Compiled) -> Lines:
    return [(wording.sentence(row.code.replace("_", " ")), getattr(row.record, row.code))]


def _plain(row: Row, _book: Compiled) -> Lines:
    return [("", row.record.text)]


def _places(codes: Iterable[str], book: Compiled) -> str:
    fact = book.facts["jurisdiction"]
    return joined([choice.text for choice in fact.choices if choice.code in set(codes)])


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?", ":")) else f"{words}."


TELLERS: Mapping[Kind, Callable[[Row, Compiled], Lines]] = {
    Kind.DOSE: _dose,
    Kind.EFFECT: _effect,
    Kind.CONTRAINDICATION: _warning,
    Kind.INTERACTION: _warning,
    Kind.OPTION: _option,
    Kind.POSITION: _position,
    Kind.DISAGREEMENT: _disagreement,
    Kind.STRENGTH: _strength,
    Kind.CLASS: _class,
    Kind.MAKER: _maker,
    Kind.REFERENCE: _reference,
    Kind.FACT: _fact,
    Kind.GUIDELINE: _guideline,
    Kind.TREATMENT: _part(lambda: "", "summary"),
    Kind.LABELLING: _part(lambda: _("Labels"), "labelling"),
    Kind.FORM: _part(lambda: _("Form"), "form"),
    Kind.TRIAL: _part(lambda: _("Adequate trial"), "adequate_trial"),
    Kind.STOPPING: _part(lambda: _("Stopping"), "stopping"),
}
