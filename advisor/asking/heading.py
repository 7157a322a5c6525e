"""Headings: what an edition speaks of that comes nearest to a question it does not answer."""

from dataclasses import dataclass

from advisor.sheet import evidence
from advisor.sheet.amount import titled

from .index import Index
from .question import Question
from .row import Kind
from .subject import Given, stems


MOST = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the edition: its kind and code, and what it reads."""

    kind: str
    code: str
    title: str


def nearest(question: Question, index: Index) -> tuple[Heading, ...]:
    """Give the headings nearest to a question: the treatments it names, what shares its words, else the sections."""
    book = index.book.rulebook
    named = [code for one in question.given for code in sorted(Given.of(one, index).treatments)]
    found = [Heading("treatment", code, titled(index.book.treatments[code])) for code in named[:2]]
    said = stems(question.typed, index) | {stem for one in question.given for stem in stems(one.typed, index)}
    shared = {row.code: said & row.stems for row in index.rows if row.kind in (Kind.DISAGREEMENT, Kind.STATEMENT)}
    weights = {code: sum(index.telling[stem] for stem in own) for code, own in shared.items() if own}
    panels = [one for one in book.disagreements if weights.get(one.code, 0) > 0]
    panels.sort(key=lambda one: -weights[one.code])
    found += [Heading("disagreement", one.code, one.question) for one in panels[: MOST - 2 - len(found)]]
    sections: dict[str, float] = {}
    for one in book.statements:
        sections[one.section] = max(sections.get(one.section, 0), weights.get(one.code, 0))
    ordered = sorted(sections, key=lambda code: -sections[code])
    found += [Heading("section", code, evidence.SECTIONS.get(code, code)) for code in ordered]
    return tuple(found[:MOST])
