"""Compilation: a rulebook made ready to be asked; done once per edition and process, never per patient."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from . import leaning, plate, reason
from .criterion import Criterion
from .dose import Axis, DoseRange
from .evidence import EffectEstimate
from .fact import Fact, Kind
from .leaning import Swayed
from .plate import Plate, Plates, Table
from .reason import Reason
from .rulebook import Contraindication, Option, Rulebook
from .spelling import Spelling
from .treatment import Monitoring, Safety, Treatment


AXES = tuple(Axis)
Row = TypeVar("Row")
Told = TypeVar("Told", EffectEstimate, Monitoring, Safety)
Concerning = Contraindication | EffectEstimate | Monitoring | Safety


@dataclass(frozen=True, slots=True)
class Place:
    """The place that an option gives its treatment: the reason for it, and the treatment told there, live or not."""

    reason: Reason
    table: Table
    live: Table


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything a rulebook says of one treatment, its places by option, and the reason against it where it has none."""

    treatment: Treatment
    options: tuple[Option, ...]
    places: Mapping[str, Place]
    not_here: Reason
    contraindications: tuple[Contraindication, ...]
    doses: tuple[DoseRange, ...]
    effects: tuple[Plate, ...]
    monitoring: tuple[Plate, ...]
    safety: tuple[Plate, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rulebook with its codes looked up: facts, members a list may name, which facts are lists, criteria, and the rules
    of each treatment.

    `against` holds the reason that each contraindication is where it holds, and `concerned` its treatments; `leaning`
    and `swayed` say what hangs on a derived fact; the plates hold what an advice tells whoever the patient is.
    """

    rulebook: Rulebook
    facts: Mapping[str, Fact]
    members: Mapping[str, Mapping[str, str]]
    listed: frozenset[str]
    criteria: Mapping[str, Criterion]
    rules: tuple[Rules, ...]
    names: Mapping[str, str]
    treatments: Mapping[str, str]
    titles: Mapping[str, str]
    bounds: Mapping[str, tuple[float, ...]]
    against: Mapping[str, Reason]
    concerned: Mapping[str, tuple[str, ...]]
    leaning: Mapping[str, frozenset[str]]
    swayed: Mapping[str, Swayed]
    plates: Plates


def compiled(rulebook: Rulebook) -> Compiled:
    """Look up every code of a sound rulebook. Raises KeyError on one that soundness would have refused."""
    names = {drug.code: drug.name for drug in rulebook.drugs}
    titles = {population.code: population.name for population in rulebook.populations}
    classes = _classes(rulebook)
    concerned = {rule.code: _concerned(rule, classes) for rule in rulebook.contraindications}
    leans = leaning.leaning(rulebook)
    return Compiled(
        rulebook=rulebook,
        facts={fact.code: fact for fact in rulebook.facts},
        members={fact.code: _members(fact, names) for fact in rulebook.facts if fact.kind is Kind.MEMBERS},
        listed=frozenset(fact.code for fact in rulebook.facts if fact.kind in (Kind.MEMBERS, Kind.TRIALS)),
        criteria=dict(Spelling(rulebook).criteria()),
        rules=tuple(_rules(rulebook, titles, classes)),
        names=names,
        treatments={treatment.code: treatment.name for treatment in rulebook.treatments},
        titles=titles,
        bounds=leaning.bounds(rulebook),
        against={rule.code: reason.against(rule) for rule in rulebook.contraindications},
        concerned=concerned,
        leaning=leans,
        swayed=leaning.swayed(rulebook, concerned, leans),
        plates=plate.of_rulebook(rulebook),
    )


def _classes(rulebook: Rulebook) -> dict[str, list[str]]:
    """List the treatments of each class: those with a drug among its members."""
    drugs = {group.code: frozenset(group.members) for group in rulebook.drug_classes}
    return {code: [t.code for t in rulebook.treatments if t.drug and t.drug in drugs[code]] for code in drugs}


def _concerned(rule: Concerning, classes: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    of_classes = (treatment for code in rule.drug_classes for treatment in classes[code])
    return tuple(dict.fromkeys((*rule.treatments, *of_classes)))


def _rules(rulebook: Rulebook, titles: Mapping[str, str], classes: Mapping[str, Iterable[str]]) -> Iterator[Rules]:
    ranges = sorted(rulebook.dose_ranges, key=lambda row: AXES.index(row.axis))
    options = _grouped((option.treatment, option) for option in rulebook.options)
    rules = _grouped((code, rule) for rule in rulebook.contraindications for code in _concerned(rule, classes))
    doses = _grouped((row.treatment, row) for row in ranges)
    estimates = _plates(rulebook.effects, plate.of_effect, classes)
    checks = _plates(rulebook.monitoring, plate.of_monitoring, classes)
    known = _plates(rulebook.safety, plate.of_safety, classes)
    for treatment in rulebook.treatments:
        code, mine = treatment.code, options.get(treatment.code, ())
        yield Rules(
            treatment=treatment,
            options=mine,
            places={option.code: _place(treatment, option, titles) for option in mine},
            not_here=_not_here(mine, titles),
            contraindications=rules.get(code, ()),
            doses=doses.get(code, ()),
            effects=estimates.get(code, ()),
            monitoring=checks.get(code, ()),
            safety=known.get(code, ()),
            table=plate.of_treatment(treatment),
        )


def _plates(
    rows: Iterable[Told], tell: Callable[[Told], Plate], classes: Mapping[str, Iterable[str]]
) -> dict[str, tuple[Plate, ...]]:
    told = [(row, tell(row)) for row in rows]
    return _grouped((code, made) for row, made in told for code in _concerned(row, classes))


def _place(treatment: Treatment, option: Option, titles: Mapping[str, str]) -> Place:
    table = plate.of_treatment(treatment) | plate.of_place(option)
    return Place(reason.placed(option, titles[option.population]), table, table | plate.of_background(treatment))


def _not_here(options: Iterable[Option], titles: Mapping[str, str]) -> Reason:
    elsewhere = tuple(dict.fromkeys(option.population for option in options))
    return reason.not_here(elsewhere, "; ".join(dict.fromkeys(titles[population] for population in elsewhere)))


def _grouped(rows: Iterable[tuple[str, Row]]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for code, row in rows:
        found.setdefault(code, []).append(row)
    return {code: tuple(own) for code, own in found.items()}


def _members(fact: Fact, drugs: Mapping[str, str]) -> dict[str, str]:
    own = {member.code: member.text for member in fact.members}
    return own | dict(drugs) if fact.drugs else own
