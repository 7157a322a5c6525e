"""Plates: the parts of an advice that depend on the edition alone, told once and printed for every patient they concern."""

from collections.abc import Mapping
from dataclasses import dataclass

from .canonical import Plain
from .citation import cites
from .evidence import Disagreement, EffectEstimate, Position, Reference, Statement
from .rulebook import Option, Rulebook
from .treatment import Monitoring, Safety, Treatment


Table = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class Plate:
    """A table that stands in the advice of everybody in a population, and the sources that it cites in reading order.

    All advice shares the table: it is to be read and copied, never changed.
    """

    population: str
    table: Table
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plates:
    """The plates of a rulebook that stand beside its treatments; references by their code."""

    statements: tuple[Plate, ...]
    disagreements: tuple[Plate, ...]
    references: Mapping[str, Table]


def of_rulebook(rulebook: Rulebook) -> Plates:
    """Tell the statements that are made of some population, the disagreements, and the references."""
    positions = {position.code: position for position in rulebook.positions}
    return Plates(
        statements=tuple(_statement(said) for said in rulebook.statements if said.population),
        disagreements=tuple(_disagreement(one, positions) for one in rulebook.disagreements),
        references={record.code: _reference(record) for record in rulebook.references},
    )


def of_treatment(treatment: Treatment) -> Table:
    """Tell a treatment that has no place; its verdict, doses and reasons are filled in for a patient."""
    return {
        "code": treatment.code,
        "name": treatment.name,
        "kind": treatment.kind,
        "verdict": "",
        "line": None,
        "rank": None,
        "strength": None,
        "certainty": None,
        "option": None,
        "note": "",
        "dose": [],
        "reasons": [],
        "effects": [],
        "monitoring": [],
        "safety": [],
        "stopping": treatment.stopping,
    }


def of_background(treatment: Treatment) -> Table:
    """Tell what is said of a treatment only where it may be given."""
    return {
        "summary": treatment.summary,
        "labelling": treatment.labelling,
        "adequate_trial": treatment.adequate_trial,
        "adequate_weeks": treatment.adequate_weeks,
    }


def of_place(option: Option) -> Table:
    """Tell the place that an option gives its treatment."""
    return {
        "line": option.line,
        "rank": option.rank,
        "strength": option.strength,
        "certainty": option.certainty,
        "option": option.code,
        "note": option.note,
    }


def of_effect(effect: EffectEstimate) -> Plate:
    """Tell one effect estimate with everything needed to read it."""
    told: Table = {
        "rule": effect.code,
        "measure": effect.measure,
        "value": effect.value,
        "low": effect.low,
        "high": effect.high,
        "unbounded": effect.unbounded,
        "text": effect.text,
        "outcome": effect.outcome,
        "comparator": effect.comparator,
        "dose": effect.dose,
        "weeks": effect.weeks,
        "population": effect.people,
        "note": effect.note,
    }
    return Plate(effect.population, told | cites(effect.sources), effect.sources)


def of_monitoring(rule: Monitoring) -> Plate:
    """Tell what to check and when."""
    told: Table = {"phase": rule.phase, "text": rule.text, "rule": rule.code}
    return Plate(rule.population, told | cites(rule.sources), rule.sources)


def of_safety(known: Safety) -> Plate:
    """Tell what is known on one topic of safety."""
    told: Table = {"topic": known.topic, "text": known.text, "rule": known.code}
    return Plate("", told | cites(known.sources), known.sources)


def _statement(said: Statement) -> Plate:
    told: Table = {
        "code": said.code,
        "section": said.section,
        "text": said.text,
        "verdict": said.verdict,
        "finding": said.finding,
    }
    return Plate(said.population, told | cites(said.sources), said.sources)


def _disagreement(one: Disagreement, positions: Mapping[str, Position]) -> Plate:
    sides = [positions[code] for code in one.positions]
    told: Table = {
        "code": one.code,
        "question": one.question,
        "summary": one.summary,
        "positions": [_position(side) for side in sides],
    }
    return Plate(one.population, told, tuple(source for side in sides for source in side.sources))


def _position(side: Position) -> Table:
    told: Table = {
        "code": side.code,
        "body": side.body,
        "year": side.year,
        "people": side.people,
        "stance": side.stance,
        "text": side.text,
        "strength": side.strength,
        "certainty": side.certainty,
    }
    return told | cites(side.sources)


def _reference(record: Reference) -> Table:
    # The number under which an advice prints it is filled in there.
    return {
        "number": None,
        "code": record.code,
        "kind": record.kind,
        "authors": record.authors,
        "title": record.title,
        "source": record.source,
        "year": record.year,
        "doi": record.doi,
        "pmid": record.pmid,
        "url": record.url,
        "note": record.note,
        "verification": record.verification,
    }
