"""A second guideline, of another specialty than the one that ships: its package, its book, and patients to advise."""

import tomllib
from functools import cache
from pathlib import Path

from guidelines.engine import advice, document, patient
from guidelines.engine.compilation import compiled


PACKAGE = Path(__file__).resolve().parent / "guidelines" / "gout"
SLUG = "gout-flare"
EDITION = {"number": 1, "sha256": "a" * 64, "status": "Submitted"}

NOTHING_TAKEN = {"medicines": {"complete": True}, "gout_allergies": {"complete": True}, "trials": []}
HEALTHY = NOTHING_TAKEN | {
    "jurisdiction": "us",
    "age": 50,
    "sex": "male",
    "weight": 60,
    "height": 163.5,
    "situation": "flare",
    "joint_red_flags": {"complete": True},
    "diagnosis": "typical",
    "flare_hours": 6,
    "joints": "one_or_two",
    "cannot_swallow": False,
    "flares_in_year": 1,
    "creatinine": 0.9,
    "creatinine_days": 3,
    "dialysis": False,
    "unstable_kidney_function": False,
    "extreme_muscle": False,
    "gout_conditions": {"complete": True},
    "liver_impairment": "none",
    "inhibitor_stopped": "none",
    "colchicine_before": False,
}
# A woman of 70 with diabetes, heart failure, poor kidneys, an anticoagulant and an antibiotic.
BURDENED = HEALTHY | {
    "jurisdiction": "uk",
    "age": 70,
    "sex": "female",
    "height": 165,
    "creatinine": {"value": 141.5, "unit": "umol/L"},
    "gout_conditions": {"diabetes": True, "severe_heart_failure": True, "complete": True},
    "medicines": {"apixaban": True, "clarithromycin": True, "complete": True},
}


def plain():
    """The package as a document, read without Django."""
    whole = {}
    for file in sorted(PACKAGE.glob("*.toml")):
        whole |= tomllib.loads(file.read_text(encoding="utf-8"))
    return whole


@cache
def book():
    """The package, compiled."""
    return compiled(document.read(plain()))


def advised(**changes):
    """Advise the healthy patient with some answers changed."""
    return advice.advise(book(), patient.parse(book(), HEALTHY | changes), edition=EDITION)


def option(code, **changes):
    """One treatment of the advice."""
    return next(row for row in advised(**changes)["options"] if row["code"] == code)
