"""The article of an edition: its statements, positions and everything else beside the treatments, as questions find it."""

from collections.abc import Iterator

from guidelines.engine.compilation import Compiled
from guidelines.engine.evidence import Disagreement, Position, Reference, Statement
from guidelines.engine.fact import Fact
from guidelines.engine.rulebook import Alert, Guideline
from guidelines.engine.treatment import DrugClass, Maker

from .row import Kind, Row


SECTIONS = {
    "introduction": {"first", "bottom_line"},
    "first_line": {"first", "dose"},
    "alternatives": {"first", "dose"},
    "topical": {"first"},
    "second_line": {"next"},
    "non_drug": {"first"},
    "prevention": {"first"},
    "special_populations": {"caution", "first"},
    "not_recommended": {"caution", "first"},
    "pitfalls": {"caution"},
    "provenance": {"source"},
}


def rows(book: Compiled) -> Iterator[Row]:
    """Yield what an edition says beside its treatments, kind by kind, each in the order of the edition."""
    rulebook = book.rulebook
    sides = {position.code: position for position in rulebook.positions}
    yield from (_statement(row, book) for row in rulebook.statements)
    yield from map(_position, rulebook.positions)
    yield from (_disagreement(row, sides) for row in rulebook.disagreements)
    yield from (_alert(row, book) for row in rulebook.alerts)
    yield from (_class(row, book) for row in rulebook.drug_classes)
    yield from (_maker(row, book) for row in rulebook.makers)
    yield from map(_fact, rulebook.facts)
    yield from map(_reference, rulebook.references)
    yield from _guideline(rulebook.guideline)


def _statement(row: Statement, book: Compiled) -> Row:
    return Row(
        kind=Kind.STATEMENT,
        code=row.code,
        record=row,
        texts=(row.text, row.patient, *([book.titles[row.population]] if row.population else ())),
        aspects=frozenset(SECTIONS.get(row.section, ())),
        judged=(row.population,) if row.population else (),
        sources=row.sources,
    )


def _position(row: Position) -> Row:
    line = {"first_line": "first", "second_line": "next", "third_line": "next"}.get(row.stance, "")
    return Row(
        kind=Kind.POSITION,
        code=row.code,
        record=row,
        texts=(row.text, row.body, row.year, row.people, row.stance.replace("_", " ")),
        treatments=frozenset(row.treatments),
        aspects=frozenset({"position", line} - {""}),
        bodies=frozenset({row.body}),
        people=(row.people,),
        sources=row.sources,
    )


def _disagreement(row: Disagreement, sides: dict[str, Position]) -> Row:
    named = [sides[code] for code in row.positions]
    return Row(
        kind=Kind.DISAGREEMENT,
        code=row.code,
        record=row,
        texts=(row.question,),
        more=(row.summary, *(side.text for side in named)),
        treatments=frozenset(one for side in named for one in side.treatments),
        aspects=frozenset({"disagreement", "position"}),
        bodies=frozenset(side.body for side in named),
        people=tuple(dict.fromkeys(side.people for side in named)),
        sources=tuple(dict.fromkeys(source for side in named for source in side.sources)),
    )


def _alert(row: Alert, book: Compiled) -> Row:
    return Row(
        kind=Kind.ALERT,
        code=row.code,
        record=row,
        texts=(row.text, book.titles[row.population]),
        aspects=frozenset({"caution"}),
        judged=(row.population,),
        sources=row.sources,
    )


def _class(row: DrugClass, book: Compiled) -> Row:
    return Row(
        kind=Kind.CLASS,
        code=row.code,
        record=row,
        texts=(row.name,),
        treatments=frozenset(one.code for one in book.rulebook.treatments if one.drug in row.members),
        drugs=frozenset(row.members),
        aspects=frozenset({"class"}),
        sources=row.sources,
    )


def _maker(row: Maker, book: Compiled) -> Row:
    return Row(
        kind=Kind.MAKER,
        code=row.code,
        record=row,
        texts=(row.name,),
        treatments=frozenset(one.code for one in book.rulebook.treatments if one.drug in row.drugs),
        drugs=frozenset(row.drugs),
        aspects=frozenset({"maker"}),
        sources=row.sources,
    )


def _fact(row: Fact) -> Row:
    aspects = {"calculation"} if row.formula else {"question"}
    texts = (row.text, row.why, row.label)
    return Row(kind=Kind.FACT, code=row.code, record=row, texts=texts, aspects=frozenset(aspects), sources=row.sources)


def _reference(row: Reference) -> Row:
    texts = (row.title, row.authors, row.source, str(row.year or ""))
    return Row(
        kind=Kind.REFERENCE, code=row.code, record=row, texts=texts, aspects=frozenset({"source"}), sources=(row.code,)
    )


def _guideline(row: Guideline) -> Iterator[Row]:
    said = {"question": row.question, "summary": row.summary, "intended_for": row.intended_for}
    said |= {"disclaimer": row.disclaimer, "owner": row.owner, "review_by": row.review_by}
    for name, text in said.items():
        if text:
            yield Row(Kind.GUIDELINE, name, row, (text, name.replace("_", " ")), aspects=frozenset({"scope"}))
