"""Formulas: values derived from facts, each with its units, its source and what it refuses to be used for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import clearance, liver
from .clearance import Values, number
from .fact import State


UNDER_AGE = "it is not used under 18 years of age"
REFUSED = {
    "dialysis": "no clearance is worked out on dialysis",
    "pregnant": "it is not used in pregnancy",
    "unstable_kidney_function": "it is not used while kidney function is changing (acute kidney injury)",
    "extreme_muscle": "it is not used at extremes of muscle mass",
}
NO_LIVER_DISEASE = "the classes apply only to chronic liver disease"
NO_BASELINE = "a baseline of 0 leaves nothing to compare with"
TOO_SHORT = "the ideal weight formula gives no weight at this height"
NOT_ASKED = "it needs a measurement that is not asked of this patient"
NO_MEASUREMENT = "a weight, a height or a creatinine of 0 is no measurement"

APPLIES_TO = frozenset({"chronic_liver_disease"})
FLAGS = frozenset({*REFUSED, *APPLIES_TO})
PLAIN, NUMBERS = (bool, int, float, str), (int, float)
MEASURED = frozenset({"weight", "height", "creatinine"})


@dataclass(frozen=True, slots=True)
class Formula:
    """What a formula needs (names and units), when it refuses, how it works, and where it comes from."""

    title: str
    needs: tuple[str, ...]
    refuses: Callable[[Values], str]
    work: Callable[[Values], State]
    source: str
    optional: tuple[str, ...] = ()


def derive(name: str, given: Mapping[str, State]) -> State:
    """Work a formula out on what is known of its inputs.

    A refusal leaves the value unknown for good, with its reason; a missing input leaves it unknown and says which
    facts are open. What it refuses on is itself an input, so nothing is worked out until that is known to be no.
    An optional input stands in for every measurement, never for what the formula refuses on.
    """
    formula = FORMULAS[name]
    known = {key: value for key, state in given.items() if (value := _value(key, state)) is not None}
    reason = formula.refuses(known)
    if reason:
        return State(refusal=reason)
    instead = bool(formula.optional) and any(key in known for key in formula.optional)
    needs = tuple(key for key in formula.needs if key in FLAGS) if instead else formula.needs
    spare = frozenset().union(*[given[key].open for key in formula.optional])
    for key in needs:
        reason = _unusable(key, given[key])
        if reason:
            return State(refusal=reason, open=spare)
    lacking = [key for key in needs if key not in known]
    if lacking:
        # To whom it applies is asked before what it measures, so that nobody else is asked for the measurements.
        lacking = [key for key in lacking if key in APPLIES_TO] or lacking
        return State(open=spare.union(*(given[key].open for key in lacking)))
    return formula.work(known)


def _value(key: str, state: State) -> bool | float | str | None:
    if state.no_by_rule:
        return False if key in FLAGS else None
    return state.value if isinstance(state.value, PLAIN) else None


def _unusable(key: str, state: State) -> str:
    if state.no_by_rule and key not in FLAGS:
        return NOT_ASKED
    nothing = key in MEASURED and isinstance(state.value, NUMBERS) and state.value <= 0
    return NO_MEASUREMENT if nothing else state.refusal


def _never(_: Values) -> str:
    return ""


def _clearance_refuses(values: Values) -> str:
    if number(values, "age", 18) < 18:
        return UNDER_AGE
    said = next((reason for flag, reason in REFUSED.items() if values.get(flag) is True), "")
    if said or not {"sex", "height"} <= set(values) or "weight" not in values:
        return said
    return TOO_SHORT if clearance.ideal_weight(values) <= 0 else ""


def percent_relief(values: Values) -> State:
    """Fall of a score from its baseline in percent (Farrar 2001 reads 30 as important)."""
    baseline = number(values, "baseline")
    return State(value=(baseline - number(values, "now")) / baseline * 100)


def points_relief(values: Values) -> State:
    """Fall of a score from its baseline in points (Farrar 2001 reads 2 as important)."""
    return State(value=number(values, "baseline") - number(values, "now"))


def _baseline_refuses(values: Values) -> str:
    return NO_BASELINE if values.get("baseline") == 0 else ""


def _liver_refuses(values: Values) -> str:
    return NO_LIVER_DISEASE if values.get("chronic_liver_disease") is False else ""


_RENAL = ("age", "sex", "weight", "height", "creatinine", "dialysis", "pregnant", "unstable_kidney_function")
_GFR = ("age", "sex", "creatinine", "dialysis", "pregnant", "unstable_kidney_function")
_LIVER = ("chronic_liver_disease", *liver.ITEMS)

FORMULAS: Mapping[str, Formula] = {
    "cockcroft_gault": Formula(
        "Cockcroft-Gault",
        (*_RENAL, "extreme_muscle"),
        _clearance_refuses,
        clearance.cockcroft_gault,
        "Cockcroft & Gault 1976",
    ),
    "ckd_epi_2021": Formula("CKD-EPI 2021", _GFR, _clearance_refuses, clearance.ckd_epi_2021, "Inker 2021"),
    "body_mass_index": Formula(
        "Body mass index", ("weight", "height"), _never, clearance.body_mass_index, "definition"
    ),
    "devine": Formula(
        "Devine", ("sex", "height"), _never, lambda v: State(value=clearance.ideal_weight(v)), "Devine 1974"
    ),
    "adjusted_weight": Formula(
        "Adjusted weight",
        ("sex", "height", "weight"),
        _never,
        lambda v: State(value=clearance.adjusted_weight(v)),
        "Devine, 0.4",
    ),
    "child_pugh_score": Formula(
        "Child-Pugh", _LIVER, _liver_refuses, lambda v: State(value=float(liver.score(v))), "Pugh 1973"
    ),
    "child_pugh_class": Formula(
        "Child-Pugh", _LIVER, _liver_refuses, lambda v: State(value=liver.grade(v)), "Pugh 1973", ("child_pugh_stated",)
    ),
    "percent_relief": Formula("Percent relief", ("baseline", "now"), _baseline_refuses, percent_relief, "Farrar 2001"),
    "points_relief": Formula("Points relief", ("baseline", "now"), _never, points_relief, "Farrar 2001"),
}
"""Every formula a rulebook may name; only a new formula needs code."""
