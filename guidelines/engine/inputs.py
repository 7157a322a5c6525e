"""Inputs: whether the facts that formulas and dose bands rest on have the kind, unit and choices that they count on."""

from collections import Counter
from collections.abc import Iterable

from . import liver
from .decoding import Fault
from .fact import Choice, Fact, Kind
from .formula import FLAGS, FORMULAS
from .rulebook import Rulebook


UNITS = {"age": "a", "weight": "kg", "height": "cm", "creatinine": "mg/dL", "bilirubin": "mg/dL", "albumin": "g/dL"}
"""The canonical units in which the formulas read their numbers; another unit would give another patient's dose."""

WORDS = {"sex": ("female", "male"), **liver.GRADES, "child_pugh_stated": ("a", "b", "c")}
"""The choices that the formulas know; a choice beyond them would be taken for one of them."""

WORKED_OUT = {"child_pugh_class": ("a", "b", "c")}
RESERVED = "complete"


def faults(rulebook: Rulebook) -> list[Fault]:
    """List facts that could not be answered, converted or worked out as they stand."""
    facts = {fact.code: fact for fact in rulebook.facts}
    found = [Fault(f"facts[{fact.code}]", text) for fact in rulebook.facts for text in _fact(fact)]
    for fact in rulebook.facts:
        found += [
            Fault(f"facts[{fact.code}]", text)
            for part in fact.inputs
            for text in _input(fact, part.name, facts[part.fact])
        ]
    found += [
        Fault(f"dose_ranges[{row.code}]", f"the band's fact {row.band.fact} is no number.")
        for row in rulebook.dose_ranges
        if row.band and facts[row.band.fact].kind is not Kind.NUMBER
    ]
    return found + [Fault(f"drugs[{d.code}]", "is a reserved word.") for d in rulebook.drugs if d.code == RESERVED]


def _fact(fact: Fact) -> Iterable[str]:
    codes = [choice.code for choice in (*fact.choices, *fact.members)]
    yield from (f'offers "{code}" twice.' for code, times in Counter(codes).items() if times > 1)
    if fact.kind is Kind.CHOICE and not fact.choices:
        yield "is a choice and offers none."
    if fact.normal and fact.normal not in codes:
        yield f'its normal choice "{fact.normal}" is none of its choices.'
    if RESERVED in codes:
        yield f'"{RESERVED}" is a reserved word; choose another code.'
    if any(unit.multiply_by <= 0 or unit.divide_by <= 0 for unit in fact.units):
        yield "a unit must be multiplied and divided by numbers above 0."
    for low, high in ((fact.refuse_low, fact.refuse_high), (fact.confirm_low, fact.confirm_high)):
        if low is not None and high is not None and low > high:
            yield f"its range runs from {low:g} down to {high:g}."
    if fact.formula and not _is_worked_out(fact):
        yield f"{fact.formula} gives {', '.join(WORKED_OUT.get(fact.formula, ('a number',)))}."


def _is_worked_out(fact: Fact) -> bool:
    words = WORKED_OUT.get(fact.formula)
    return fact.kind is Kind.NUMBER if words is None else fact.kind is Kind.CHOICE and _codes(fact.choices) == {*words}


def _input(fact: Fact, name: str, given: Fact) -> Iterable[str]:
    formula = FORMULAS[fact.formula] if fact.formula else None
    if formula is None or name not in (*formula.needs, *formula.optional):
        yield f'has the input "{name}", which its formula does not know.'
        return
    wanted = Kind.BOOLEAN if name in FLAGS else Kind.CHOICE if name in WORDS else Kind.NUMBER
    if given.kind is not wanted:
        yield f"its input {name} must be of kind {wanted}; {given.code} is of kind {given.kind}."
    elif name in WORDS and _codes(given.choices) != {*WORDS[name]}:
        yield f"its input {name} must offer exactly {', '.join(WORDS[name])}."
    elif name in UNITS and given.unit != UNITS[name]:
        yield f"its input {name} must be in {UNITS[name]}; {given.code} is in {given.unit or 'no unit'}."


def _codes(choices: Iterable[Choice]) -> set[str]:
    return {choice.code for choice in choices}
