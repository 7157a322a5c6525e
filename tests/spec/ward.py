"""A made-up guideline for a made-up ache: four treatments and one of every kind of rule, and patients to try it on."""

import json
from copy import deepcopy
from functools import cache

from guidelines.engine import advice, canonical, compilation, document, patient
from tests.spec import ward_rules


EDITION = {"number": 1, "sha256": "e" * 64, "status": "Submitted"}

YES_NO = {
    "dialysis": {},
    "pregnant": {"asked_of": "female"},
    "unstable_kidney_function": {},
    "extreme_muscle": {},
    "chronic_liver_disease": {},
    "smoker": {},
    "fever": {},
    "broken_skin": {},
}
NUMBERS = {
    "age": {"unit": "a", "unit_text": "years", "whole": True, "refuse_low": 0, "refuse_high": 120},
    "weight": {
        "unit": "kg",
        "units": [{"code": "[lb_av]", "text": "lb", "multiply_by": 0.45359237}],
        "refuse_low": 20,
        "refuse_high": 400,
        "confirm_low": 35,
        "confirm_high": 200,
    },
    "height": {"unit": "cm", "units": [{"code": "[in_i]", "text": "in", "multiply_by": 2.54}], "refuse_low": 100},
    "creatinine": {
        "unit": "mg/dL",
        "units": [{"code": "umol/L", "text": "µmol/L", "divide_by": 88.42}],
        "refuse_low": 0.1,
        "refuse_high": 20,
        "confirm_low": 0.3,
        "confirm_high": 12,
    },
    "bilirubin": {
        "unit": "mg/dL",
        "units": [{"code": "umol/L", "text": "µmol/L", "divide_by": 17.1}],
        "refuse_low": 0.1,
        "refuse_high": 50,
    },
    "albumin": {"unit": "g/dL", "units": [{"code": "g/L", "text": "g/L", "divide_by": 10}]},
    "inr": {"unit": "1"},
    "ache_before": {"unit": "{score}", "refuse_low": 0, "refuse_high": 10},
    "ache_now": {"unit": "{score}", "refuse_low": 0, "refuse_high": 10},
}
CHOICES = {
    "jurisdiction": ("us", "eu", "uk"),
    "sex": ("female", "male"),
    "condition": ("ache", "itch", "neither"),
    "ascites": ("none", "mild", "moderate_severe"),
    "encephalopathy": ("none", "grade_1_2", "grade_3_4"),
    "child_pugh_stated": ("a", "b", "c"),
}
NORMAL = {"condition": "neither", "ascites": "none", "encephalopathy": "none"}
LIVER = ("chronic_liver_disease", "bilirubin", "albumin", "inr", "ascites", "encephalopathy")
KIDNEY = ("age", "sex", "creatinine", "dialysis", "pregnant", "unstable_kidney_function")
DERIVED = {
    "crcl": ("cockcroft_gault", (*KIDNEY, "weight", "height", "extreme_muscle"), "mL/min"),
    "egfr": ("ckd_epi_2021", KIDNEY, "mL/min/{1.73_m2}"),
    "bmi": ("body_mass_index", ("weight", "height"), "kg/m2"),
    "ideal_weight": ("devine", ("sex", "height"), "kg"),
    "liver_score": ("child_pugh_score", LIVER, "{score}"),
    "liver_class": ("child_pugh_class", (*LIVER, "child_pugh_stated"), ""),
    "relief": ("percent_relief", ("ache_before", "ache_now"), "%"),
    "points": ("points_relief", ("ache_before", "ache_now"), "{score}"),
}
NAMES = {"ache_before": "baseline", "ache_now": "now"}

WELL = {
    "jurisdiction": "us",
    "age": 50,
    "sex": "male",
    "weight": 70,
    "height": 175,
    "creatinine": 1.0,
    "dialysis": False,
    "unstable_kidney_function": False,
    "extreme_muscle": False,
    "chronic_liver_disease": False,
    "smoker": False,
    "fever": False,
    "broken_skin": False,
    "condition": "ache",
    "medicines": {"complete": True},
    "trials": [],
}
"""A man of 50 with an ache, nothing else wrong, and a creatinine clearance of 87.5 mL/min."""


def document_of(**rows):
    """Give the guideline as a document; rows of a section are added, or replace the row of the same code."""
    plain = {"format": 1, "facts": facts(), **deepcopy(ward_rules.SECTIONS)}
    for section, changed in rows.items():
        kept = {row["code"]: row for row in plain.get(section, [])}
        plain[section] = [*(kept | {row["code"]: row for row in changed}).values()]
    return plain


def facts():
    """Give the questions: yes or no, numbers, choices, lists, trials, and what is worked out from them."""
    asked = [
        *({"code": code, "kind": "boolean", **more} for code, more in YES_NO.items()),
        *({"code": code, "kind": "number", **more} for code, more in NUMBERS.items()),
        *({"code": code, "kind": "choice", "choices": _choices(codes)} for code, codes in CHOICES.items()),
        {"code": "medicines", "kind": "members", "drugs": True, "members": [{"code": "herbal", "text": "herbal tea"}]},
        {"code": "trials", "kind": "trials"},
        *(_derived(code, *how) for code, how in DERIVED.items()),
    ]
    rest = ({"normal": NORMAL[fact["code"]]} if fact["code"] in NORMAL else {} for fact in asked)
    return [
        {"topic": "person", "text": f"What of {fact['code']}?", **fact, **more}
        for fact, more in zip(asked, rest, strict=True)
    ]


def _choices(codes):
    return [{"code": code, "text": code.replace("_", " ")} for code in codes]


def _derived(code, formula, inputs, unit):
    kind = {"kind": "choice", "choices": _choices("abc")} if code == "liver_class" else {"kind": "number"}
    named = [{"name": NAMES.get(fact, fact), "fact": fact} for fact in inputs]
    return {"code": code, "formula": formula, "inputs": named, "unit": unit, "sources": ["R3"], **kind}


def book(**rows):
    """Give the guideline ready to be asked."""
    return _book(canonical.text(rows))


@cache
def _book(rows):
    return compiled_of(document_of(**json.loads(rows)))


def compiled_of(plain):
    """Read a document and make it ready to be asked."""
    return compilation.compiled(document.read(plain))


BOOK = book()


def person(answers, of=BOOK):
    """Read exactly these answers as a patient."""
    return patient.parse(of, answers)


def well(**changes):
    """Give the answers of the well man of 50, with changes; `...` leaves a fact unanswered."""
    return {code: answer for code, answer in (WELL | changes).items() if answer is not ...}


def advised(of=BOOK, **changes):
    """Advise the well man of 50, with changes."""
    return advice.advise(of, person(well(**changes), of), edition=EDITION)


def option(code, of=BOOK, **changes):
    """Give one treatment's place in the advice."""
    return next(row for row in advised(of, **changes)["options"] if row["code"] == code)


def truth_of(line, answers, of=None, **rows):
    """Judge one line of a population on these answers: yes, no or unknown."""
    asked = {"code": "asked", "name": "asked", "join": "all", "lines": [line]}
    found = book(populations=[asked], **rows) if of is None else of
    return person(answers, found).judgement.population("asked").value
