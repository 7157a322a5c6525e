"""Mistakes in rules: contraindications, options, alerts, classes and what makes a trial adequate."""

from collections.abc import Iterator
from dataclasses import replace

from ..compilation import Compiled
from ..rulebook import Alert, Contraindication, Effect, Option, Severity
from ..treatment import DrugClass, Treatment
from .mutant import Kind, Mutant, Row, but
from .names import Names


SWAPPED = {
    Severity.CONTRAINDICATED: Severity.CAUTION,
    Severity.AVOID: Severity.CAUTION,
    Severity.CAUTION: Severity.AVOID,
}
SAID = {Severity.CONTRAINDICATED: "contraindicated", Severity.AVOID: "to be avoided", Severity.CAUTION: "for caution"}
CHANGED = {Effect.STOP: Effect.WARN, Effect.WITHHOLD: Effect.WARN, Effect.WARN: Effect.WITHHOLD}


def mutants(book: Compiled) -> Iterator[Mutant]:
    """Yield every mistake in the rules of a rulebook, section by section."""
    names = Names(book)
    for group in book.rulebook.drug_classes:
        yield from _class(group, names)
    for treatment in book.rulebook.treatments:
        yield from _adequacy(treatment)
    for rule in book.rulebook.contraindications:
        yield from _contraindication(rule, names)
    for option in book.rulebook.options:
        yield from _option(option, names)
    for alert in book.rulebook.alerts:
        yield from _alert(alert, names)
    for one in book.rulebook.impossible:
        said = f"{names.populations[one.population]} were no longer refused as impossible"
        yield _one(Kind.IMPOSSIBLE, "impossible", one.code, None, "", "dropped", said)


def _one(kind: Kind, section: str, code: str, row: Row | None, where: str, change: str, said: str) -> Mutant:
    return Mutant(kind, f"{section}[{code}]{where}", change, section, ((code, row),), said)


def _class(group: DrugClass, names: Names) -> Iterator[Mutant]:
    for member in group.members if len(group.members) > 1 else ():
        fewer = replace(group, members=tuple(other for other in group.members if other != member))
        said = f"{names.drug(member)} did not count as one of the class “{group.name}”"
        yield _one(Kind.MEMBER, "drug_classes", group.code, fewer, ".members", f"without {member}", said)


def _adequacy(treatment: Treatment) -> Iterator[Mutant]:
    for name, needed, unit in (
        ("adequate_dose", treatment.adequate_dose, "a day"),
        ("adequate_weeks", treatment.adequate_weeks, "weeks"),
    ):
        for other in (needed - 1, needed + 1) if needed is not None else ():
            row = but(treatment, name, other)
            said = f"a trial of {treatment.name} were adequate from {other:g} instead of {needed:g} {unit}"
            yield _one(Kind.BOUND, "treatments", treatment.code, row, f".{name}", f"{other:g}", said)


def _contraindication(rule: Contraindication, names: Names) -> Iterator[Mutant]:
    what, who = names.given(rule.treatments, rule.drug_classes), f"“{names.populations[rule.population]}”"
    said = f"{what} were no longer {SAID[rule.severity]} in {who}"
    yield _one(Kind.CONTRAINDICATION, "contraindications", rule.code, None, "", "dropped", said)
    other = SWAPPED[rule.severity]
    said = f"{what} were {SAID[other]} instead of {SAID[rule.severity]} in {who}"
    swapped = replace(rule, severity=other)
    yield _one(Kind.SEVERITY, "contraindications", rule.code, swapped, ".severity", other, said)
    yield from _concerns(rule, names, who)
    if rule.jurisdictions:
        everywhere = replace(rule, jurisdictions=())
        said = f"{what} were {SAID[rule.severity]} in {who} in every jurisdiction"
        yield _one(Kind.JURISDICTION, "contraindications", rule.code, everywhere, ".jurisdictions", "all", said)


def _concerns(rule: Contraindication, names: Names, who: str) -> Iterator[Mutant]:
    if len(rule.treatments) + len(rule.drug_classes) < 2:
        return
    for code in rule.treatments:
        fewer = replace(rule, treatments=tuple(other for other in rule.treatments if other != code))
        said = f"{names.treatments[code]} alone were no longer {SAID[rule.severity]} in {who}"
        yield _one(Kind.CONCERN, "contraindications", rule.code, fewer, ".treatments", f"without {code}", said)
    for code in rule.drug_classes:
        fewer = replace(rule, drug_classes=tuple(other for other in rule.drug_classes if other != code))
        said = f"the class “{names.drug(code)}” were no longer {SAID[rule.severity]} in {who}"
        yield _one(Kind.CONCERN, "contraindications", rule.code, fewer, ".drug_classes", f"without {code}", said)


def _option(option: Option, names: Names) -> Iterator[Mutant]:
    name, who = names.treatments[option.treatment], f"“{names.populations[option.population]}”"
    said = f"{name} had no place for {who}"
    yield _one(Kind.OPTION, "options", option.code, None, "", "dropped", said)
    line = 2 if option.line == 1 else 1
    said = f"{name} stood at line {line} instead of line {option.line} for {who}"
    yield _one(Kind.LINE, "options", option.code, replace(option, line=line), ".line", f"{line}", said)


def _alert(alert: Alert, names: Names) -> Iterator[Mutant]:
    who, other = f"“{names.populations[alert.population]}”", CHANGED[alert.effect]
    yield _one(Kind.ALERT, "alerts", alert.code, None, "", "dropped", f"the alert on {who} stayed silent")
    said = f"the alert on {who} had the effect “{other}” instead of “{alert.effect}”"
    yield _one(Kind.EFFECT, "alerts", alert.code, replace(alert, effect=other), ".effect", other, said)
