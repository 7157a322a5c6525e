"""Clearance: body weights and the estimates of kidney function that follow from them, each with its source."""

from collections.abc import Mapping

from .fact import State


Values = Mapping[str, bool | float | str]


def number(values: Values, name: str, default: float = 0) -> float:
    """Give a numeric input. Raises TypeError for words."""
    value = values.get(name, default)
    if isinstance(value, str):
        raise TypeError(f"{name} must be a number.")
    return float(value)


def ideal_weight(values: Values) -> float:
    """Devine's ideal body weight in kg: 50 (male) or 45.5 (female) + 2.3 for each inch over 60."""
    base = 45.5 if values["sex"] == "female" else 50.0
    return base + 2.3 * (number(values, "height") / 2.54 - 60)


def adjusted_weight(values: Values) -> float:
    """Adjusted body weight in kg: ideal + 0.4 × (total − ideal)."""
    ideal = ideal_weight(values)
    return ideal + 0.4 * (number(values, "weight") - ideal)


def cockcroft_gault(values: Values) -> State:
    """Creatinine clearance in mL/min by total, ideal and adjusted weight; which one leads is rule F-02.

    (140 − age) × weight / (72 × creatinine in mg/dL), × 0.85 in women (Cockcroft & Gault 1976). Rule F-02: total
    weight when below ideal, ideal up to 1.2 × ideal, adjusted above.
    """
    total, ideal = number(values, "weight"), ideal_weight(values)
    weights = {"total": total, "ideal": ideal, "adjusted": adjusted_weight(values)}
    sex = 0.85 if values["sex"] == "female" else 1.0
    per_kg = (140 - number(values, "age")) * sex / (72 * number(values, "creatinine"))
    method = "total" if total < ideal else "ideal" if total <= 1.2 * ideal + 1e-9 else "adjusted"
    variants = {name: per_kg * weight for name, weight in weights.items()}
    return State(value=variants[method], variants=variants, method=method)


def ckd_epi_2021(values: Values) -> State:
    """Estimated GFR in mL/min/1.73 m² (CKD-EPI 2021 without race, Inker 2021); for display, never for a dose band."""
    kappa, alpha, factor = (0.7, -0.241, 1.012) if values["sex"] == "female" else (0.9, -0.302, 1.0)
    ratio = number(values, "creatinine") / kappa
    shape = min(ratio, 1) ** alpha * max(ratio, 1) ** -1.2
    return State(value=142 * shape * 0.9938 ** number(values, "age") * factor)


def body_mass_index(values: Values) -> State:
    """Weight in kg divided by the square of height in m."""
    return State(value=number(values, "weight") / (number(values, "height") / 100) ** 2)
