"""Wording: criteria, bands and values in plain English, made from the rulebook's own names."""

from collections.abc import Iterable, Mapping

from .compilation import Compiled
from .condition import Condition
from .criterion import Criterion, Group, Named, Negation
from .dose import Band
from .fact import Fact, Kind, Members, State, Trial, Value
from .patient import Patient
from .population import Join, Op


COMPARISONS = {Op.LT: "below", Op.LE: "at most", Op.GT: "above", Op.GE: "at least"}
TRIALS = {
    Op.FAILED: "an adequate trial without benefit of",
    Op.NOT_TOLERATED: "did not tolerate",
    Op.PARTIAL: "partial response to",
    Op.RESPONDED: "responded to",
    Op.TAKING: "still taking",
    Op.TRIED: "tried",
}


def population(book: Compiled, code: str) -> str:
    """Say in words whom a population takes in."""
    return criterion(book, book.criteria[code])


def criterion(book: Compiled, node: Criterion) -> str:
    """Say a criterion in words; populations that it names keep their names."""
    if isinstance(node, Condition):
        return condition(book, node)
    if isinstance(node, Named):
        return book.titles[node.population]
    if isinstance(node, Negation):
        return f"not ({criterion(book, node.inner)})"
    joint = " and " if node.join is Join.ALL else " or "
    return joint.join(_bracketed(book, part) for part in node.parts)


def _bracketed(book: Compiled, part: Criterion) -> str:
    said = criterion(book, part)
    return f"({said})" if isinstance(part, Group) else said


def condition(book: Compiled, line: Condition) -> str:
    """Say one condition in words."""
    fact = book.facts[line.fact]
    if line.op in COMPARISONS:
        return f"{fact.name} {COMPARISONS[line.op]} {quantity(fact, line.number)}"
    if line.op is Op.YES:
        return fact.name
    if line.op in TRIALS:
        return f"{TRIALS[line.op]} {_listed(_names(book, fact), line.values, 'or')}"
    if line.op is Op.AT_LEAST:
        return _count(book, fact, line)
    joint = "is" if line.op is Op.IN else "include"
    return f"{fact.name} {joint} {_listed(_names(book, fact), line.values, 'or')}"


def _count(book: Compiled, fact: Fact, line: Condition) -> str:
    """Say a count by the members and classes that the line itself names, since classes may be long."""
    names = {**_names(book, fact), **{group.code: group.name for group in book.rulebook.drug_classes}}
    or_taken = f" or {book.facts[line.or_taking].name} still taken" if line.or_taking else ""
    besides = f" besides {_listed(names, line.besides, 'and')}" if line.besides else ""
    return f"{fact.name}{or_taken} include at least {line.number:g} of {_listed(names, line.said, 'and')}{besides}"


def quantity(fact: Fact, number: float) -> str:
    """Print a number in its fact's unit, as short as it can be."""
    return f"{number:g} {fact.unit_text or fact.unit}".strip()


def band(book: Compiled, interval: Band) -> str:
    """Say a dose band in words, each bound open or closed as stated."""
    fact = book.facts[interval.fact]
    low, high, unit = interval.low, interval.high, fact.unit_text or fact.unit
    if low is None and high is None:
        return f"any {fact.name}"
    if low is None:
        return f"{fact.name} {'below' if interval.high_open else 'up to'} {high:g} {unit}"
    if high is None:
        return f"{fact.name} {'above' if interval.low_open else 'at least'} {low:g} {unit}"
    return f"{fact.name} {'above ' if interval.low_open else ''}{low:g} to {'below ' if interval.high_open else ''}{high:g} {unit}"


def edge(patient: Patient, interval: Band) -> str:
    """Say so where a value stands exactly on a bound, since it then belongs to one of two bands by rule."""
    known = patient.state(interval.fact).value
    bounds = [bound for bound in (interval.low, interval.high) if bound is not None]
    if isinstance(known, int | float) and any(abs(known - bound) < 1e-9 for bound in bounds):
        return f" (exactly {known:g}, compared unrounded: it falls in this band)"
    return ""


def value(book: Compiled, fact: Fact, given: Value) -> str:
    """Print an answer or a derived value in words."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, str):
        return next((choice.text for choice in fact.choices if choice.code == given), given.upper())
    if isinstance(given, Members):
        return _members(book, fact, given)
    if isinstance(given, tuple):
        return "; ".join(_trial(book, trial) for trial in given) or "none"
    return figure(book, fact, given) if fact.formula else quantity(fact, given)


def figure(book: Compiled, fact: Fact, given: float) -> str:
    """Print a derived number at its fixed decimals, with more where rounding would carry it over a bound.

    So 59.96 is never printed as 60.0 while it is judged as below 60 (design promise 7).
    """
    return f"{given:.{decimals(book, fact, given)}f} {fact.unit_text or fact.unit}".strip()


def decimals(book: Compiled, fact: Fact, given: float) -> int:
    """Count the decimals a derived number needs to stand on the side of every bound on which it is judged."""
    bounds, needed = book.bounds.get(fact.code, ()), fact.decimals
    while needed < 9 and any((given < b - 1e-9) != (round(given, needed) < b - 1e-9) for b in bounds):
        needed += 1
    return needed


def state(book: Compiled, fact: Fact, known: State) -> str:
    """Say what is known of a fact, or why it is not."""
    if known.no_by_rule:
        return "no (by rule)"
    if known.value is not None:
        said = value(book, fact, known.value)
        return f"{said} ({known.method} weight)" if known.method else said
    return f"cannot be worked out: {known.refusal}" if known.refusal else "not known"


def present(book: Compiled, fact: Fact, members: frozenset[str]) -> str:
    """Name those members of a list that are present, of those asked about."""
    return _listed(_names(book, fact), members, "and") if members else "none of those asked about"


def trials(book: Compiled, given: Iterable[Trial]) -> str:
    """Say the trials among those asked about."""
    return "; ".join(_trial(book, trial) for trial in given) or "none of those asked about"


def _members(book: Compiled, fact: Fact, given: Members) -> str:
    present = _listed(_names(book, fact), given.present, "and") if given.present else "none"
    return present if given.complete else f"{present}; others not known"


def _listed(names: Mapping[str, str], codes: Iterable[str], joint: str) -> str:
    said = sorted((names.get(code, code) for code in codes), key=str.lower)
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} {joint} {said[-1]}"


def _names(book: Compiled, fact: Fact) -> Mapping[str, str]:
    if fact.kind is Kind.CHOICE:
        return {choice.code: choice.text for choice in fact.choices}
    if fact.kind is Kind.TRIALS:
        return book.treatments
    return book.members.get(fact.code, {})


def _trial(book: Compiled, trial: Trial) -> str:
    name = book.treatments[trial.treatment]
    dose = f"{trial.daily_dose:g} a day" if trial.daily_dose is not None else ""
    weeks = f"for {trial.weeks:g} weeks" if trial.weeks is not None else ""
    outcome = f"({trial.outcome.replace('_', ' ')})" if trial.outcome else ""
    taking = "still taking" if trial.still_taking else ""
    return " ".join(part for part in (name, dose, weeks, outcome, taking) if part)


def sentence(text: str) -> str:
    """Begin with a capital."""
    return text[:1].upper() + text[1:]
