"""Formulas: values derived from facts, each with its units, its source and what it refuses to be used for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import liver
from .fact import State


Values = Mapping[str, bool | float | str]

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

FLAGS = frozenset({*REFUSED, "chronic_liver_disease"})
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
    instead = any(key in known for key in formula.optional)
    needs = [key for key in formula.needs if key in FLAGS or not instead]
    spare = frozenset().union(*(given[key].open for key in formula.optional))
    reason = next((said for key in needs if (said := _unusable(key, given[key]))), "")
    if reason:
        return State(refusal=reason, open=spare)
    lacking = [key for key in needs if key not in known]
    if lacking:
        return State(open=spare.union(*(given[key].open for key in lacking)))
    return formula.work(known)


def _value(key: str, state: State) -> bool | float | str | None:
    if state.no_by_rule:
        return False if key in FLAGS else None
    return state.value if isinstance(state.value, bool | int | float | str) else None


def _unusable(key: str, state: State) -> str:
    if state.no_by_rule and key not in FLAGS:
        return NOT_ASKED
    nothing = key in MEASURED and isinstance(state.value, int | float) and state.value <= 0
    return NO_MEASUREMENT if nothing else state.refusal


def _never(_: Values) -> str:
    return ""


def _clearance_refuses(values: Values) -> str:
    if _number(values, "age", 18) < 18:
        return UNDER_AGE
    said = next((reason for flag, reason in REFUSED.items() if values.get(flag) is True), "")
    if said or not {"sex", "height"} <= set(values) or "weight" not in values:
        return said
    return TOO_SHORT if ideal_weight(values) <= 0 else ""


def _number(values: Values, name: str, default: float = 0) -> float:
    value = values.get(name, default)
    if isinstance(value, str):
        raise TypeError(f"{name} must be a number.")
    return float(value)


def ideal_weight(values: Values) -> float:
    """Devine's ideal body weight in kg: 50 (male) or 45.5 (female) + 2.3 for each inch over 60."""
    base = 45.5 if values["sex"] == "female" else 50.0
    return base + 2.3 * (_number(values, "height") / 2.54 - 60)


def adjusted_weight(values: Values) -> float:
    """Adjusted body weight in kg: ideal + 0.4 × (total − ideal)."""
    ideal = ideal_weight(values)
    return ideal + 0.4 * (_number(values, "weight") - ideal)


def cockcroft_gault(values: Values) -> State:
    """Creatinine clearance in mL/min by total, ideal and adjusted weight; which one leads is rule F-02.

    (140 − age) × weight / (72 × creatinine in mg/dL), × 0.85 in women (Cockcroft & Gault 1976). Rule F-02: total
    weight when below ideal, ideal up to 1.2 × ideal, adjusted above.
    """
    total, ideal = _number(values, "weight"), ideal_weight(values)
    weights = {"total": total, "ideal": ideal, "adjusted": adjusted_weight(values)}
    sex = 0.85 if values["sex"] == "female" else 1.0
    per_kg = (140 - _number(values, "age")) * sex / (72 * _number(values, "creatinine"))
    method = "total" if total < ideal else "ideal" if total <= 1.2 * ideal + 1e-9 else "adjusted"
    variants = {name: per_kg * weight for name, weight in weights.items()}
    return State(value=variants[method], variants=variants, method=method)


def ckd_epi_2021(values: Values) -> State:
    """Estimated GFR in mL/min/1.73 m² (CKD-EPI 2021 without race, Inker 2021); for display, never for a dose band."""
    kappa, alpha, factor = (0.7, -0.241, 1.012) if values["sex"] == "female" else (0.9, -0.302, 1.0)
    ratio = _number(values, "creatinine") / kappa
    shape = min(ratio, 1) ** alpha * max(ratio, 1) ** -1.2
    return State(value=142 * shape * 0.9938 ** _number(values, "age") * factor)


def body_mass_index(values: Values) -> State:
    """Weight in kg divided by the square of height in m."""
    return State(value=_number(values, "weight") / (_number(values, "height") / 100) ** 2)


def percent_relief(values: Values) -> State:
    """Fall of a score from its baseline in percent (Farrar 2001 reads 30 as important)."""
    baseline = _number(values, "baseline")
    return State(value=(baseline - _number(values, "now")) / baseline * 100)


def points_relief(values: Values) -> State:
    """Fall of a score from its baseline in points (Farrar 2001 reads 2 as important)."""
    return State(value=_number(values, "baseline") - _number(values, "now"))


def _baseline_refuses(values: Values) -> str:
    return NO_BASELINE if values.get("baseline") == 0 else ""


def _liver_refuses(values: Values) -> str:
    return NO_LIVER_DISEASE if values.get("chronic_liver_disease") is False else ""


_RENAL = ("age", "sex", "weight", "height", "creatinine", "dialysis", "pregnant", "unstable_kidney_function")
_GFR = ("age", "sex", "creatinine", "dialysis", "pregnant", "unstable_kidney_function")
_LIVER = ("chronic_liver_disease", *liver.ITEMS)

FORMULAS: Mapping[str, Formula] = {
    "cockcroft_gault": Formula(
        "Cockcroft-Gault", (*_RENAL, "extreme_muscle"), _clearance_refuses, cockcroft_gault, "Cockcroft & Gault 1976"
    ),
    "ckd_epi_2021": Formula("CKD-EPI 2021", _GFR, _clearance_refuses, ckd_epi_2021, "Inker 2021"),
    "body_mass_index": Formula("Body mass index", ("weight", "height"), _never, body_mass_index, "definition"),
    "devine": Formula("Devine", ("sex", "height"), _never, lambda v: State(value=ideal_weight(v)), "Devine 1974"),
    "adjusted_weight": Formula(
        "Adjusted weight", ("sex", "height", "weight"), _never, lambda v: State(value=adjusted_weight(v)), "Devine, 0.4"
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
