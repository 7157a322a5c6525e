"""What changed between two editions, as a reviewer reads it: where, how much it matters, and in which words."""

import pytest

from guidelines.engine import difference, document
from tests.spec import ward
from tests.spec.revision import BEFORE, added, changes, edited, only, reordered, without
from tests.spec.ward_rules import band


DOSES = [
    # of the range for a clearance of 30 to below 60    the reviewer reads
    ({"maximum": 200}, "maximum: 150 → 200 mg a day"),
    ({"start": 12.5}, "start: 25 → 12.5 mg a day"),
    ({"maximum": None}, "maximum: 150 mg a day → none"),
    ({"usual_low": 50, "usual_high": 100}, "usual dose from: none → 50 mg a day"),
    ({"schedule": "twice a day"}, "schedule: once a day → twice a day"),
    ({"step": "25 mg a week"}, "how to increase: none → 25 mg a week"),
    ({"or_population": "smoker"}, "also for: none → smoker"),
    ({"note": "At most 75 mg at once."}, "note: none → “At most 75 mg at once.”"),
    ({"maximum": 150.0000001}, "maximum: 150 → 150.0000001 mg a day"),
]


@pytest.mark.parametrize(("fields", "sentence"), DOSES)
def test_a_dose_is_said_with_its_unit_and_weighs_as_a_dose(fields, sentence):
    """The heading names the drug and the band, the sentence the old and the new amount."""
    change = only(edited("dose_ranges", "a_30", **fields))
    assert change.title.startswith("Alphadone, crcl 30 to below 60 mL/min")
    assert (change.place, change.kind, change.weight) == ("dose_ranges[a_30]", "changed", "dose")
    assert sentence in change.sentences


def test_for_whom_and_where_a_dose_holds_is_named():
    """The indication and the labels are part of a dose, and of its heading."""
    change = only(edited("dose_ranges", "b_base", indication="ache", jurisdictions=["eu", "uk"]))
    assert (change.title, change.weight) == ("Betadone, usual dose, ache, eu and uk", "dose")
    assert change.sentences == ("indication: none → ache", "valid in: all → eu and uk")


def test_a_bound_that_opens_or_closes_is_said_in_words():
    """Whether exactly 60 belongs to a band is a dose for the patient whose clearance is 60."""
    rows = {row["code"]: row for row in ward.document_of()["dose_ranges"]}
    lower = rows["a_30"] | {"band": band(30, 60)}
    upper = rows["a_60"] | {"band": band(60, low_open=True)}
    told = changes(added(dose_ranges=[lower, upper]))
    assert told["dose_ranges[a_30]"].sentences == ("band: crcl 30 to below 60 mL/min → crcl 30 to 60 mL/min",)
    assert told["dose_ranges[a_60]"].sentences == ("band: crcl at least 60 mL/min → crcl above 60 mL/min",)


def test_a_table_of_doses_and_a_titration_are_told_cell_by_cell():
    """Each cell is known by the normal dose it adjusts, each step by its day."""
    cells = [{"normal": 300, "low": 150, "high": 150}]
    steps = [{"day": 1, "dose": 25}, {"day": 8, "dose": 50}]
    before = edited("dose_ranges", "a_30", cells=cells, titration=steps)
    more = {"cells": [cells[0] | {"high": 200}], "titration": [steps[0], steps[1] | {"dose": 75}]}
    assert only(edited("dose_ranges", "a_30", **more), before).sentences == (
        "cell of the adjustment table 300 mg a day, high: 150 → 200 mg a day",
        "titration step 8, dose: 50 → 75 mg a day",
    )


def test_a_contraindication_that_goes_is_told_whole():
    """The reviewer reads what will no longer be said."""
    change = only(without("contraindications", "c_kidney"))
    assert (change.kind, change.weight) == ("removed", "contraindication")
    assert change.title == "Betadone: weak kidney (contraindicated)"
    assert change.sentences == (
        "population: weak kidney",
        "severity: contraindicated",
        "reason: “Because of weak_kidney.”",
        "action: “Choose another.”",
        "treatments: Betadone",
        "sources: R3 (Paper R3), unverified",
    )


RULES = [
    # of "elderly: caution with alphadone and betadone"   how much it matters   the reviewer reads
    ({"severity": "avoid"}, "contraindication", "severity: caution → avoid"),
    ({"population": "smoker"}, "contraindication", "population: elderly → smoker"),
    ({"jurisdictions": ["eu", "uk"]}, "contraindication", "valid in: all → eu and uk"),
    ({"treatments": ["alphadone"]}, "contraindication", "no longer for: Betadone"),
    ({"treatments": ["alphadone", "betadone", "gel"]}, "contraindication", "now also for: Gel"),
    ({"drug_classes": ["blockers"]}, "contraindication", "1 drug class added: Blockers"),
    ({"action": "Lower the dose."}, "recommendation", "action: “Choose another.” → “Lower the dose.”"),
    ({"action": "Give 50 mg."}, "dose", "action: “Choose another.” → “Give 50 mg.”"),
    ({"reason": "They fall."}, "wording", "reason: “Because of elderly.” → “They fall.”"),
    ({"sources": ["editorial", "R1", "R2"]}, "evidence", "2 sources added: R1 (Paper R1), R2 (Paper R2)"),
]


@pytest.mark.parametrize(("fields", "weight", "sentence"), RULES)
def test_a_contraindication_weighs_by_whom_it_excludes_from_what(fields, weight, sentence):
    """For whom, how strongly, where and from which treatments is weighty; how it is put is not."""
    change = only(edited("contraindications", "c_elderly", **fields))
    assert change.weight == weight
    assert sentence in change.sentences


REACHING = [
    # what an editor changed                                                        weight              what it reaches
    (
        "populations", "elderly", {"lines": [{"fact": "age", "op": "ge", "number": 70}]}, "contraindication",
        ("who: age at least 75 years → age at least 70 years",
         "used by 1 contraindication: Alphadone and Betadone: elderly (caution)",
         "used by 1 dose range: Alphadone, elderly",
         "used by 1 impossible combination: Old and pregnant"),
    ),
    (
        "populations", "on_dialysis", {"lines": [{"fact": "smoker", "op": "yes"}]}, "dose",
        ("who: dialysis → smoker",
         "used by 2 dose ranges: Alphadone, crcl below 15 mL/min or on dialysis; Alphadone, in addition, on dialysis"),
    ),
    (
        "populations", "fever", {"lines": [{"fact": "fever", "op": "yes", "negated": True}]}, "recommendation",
        ("who: fever → not (fever)", "used by 1 alert: Fever"),
    ),
    (
        "populations", "child", {"lines": [{"fact": "age", "op": "lt", "number": 16}]}, "contraindication",
        ("who: age below 18 years → age below 16 years", "used by 1 alert: Child"),
    ),
    (
        "populations", "female", {"join": "any"}, "contraindication",
        ("joined by: all → any",
         "used by 2 contraindications: Dones: pregnant (contraindicated); Betadone: weak kidney (contraindicated)"),
    ),
    (
        "treatments", "alphadone", {"adequate_dose": 90}, "contraindication",
        ("adequate trial from: 60 → 90 mg a day", "used by 1 contraindication: Alphadone: failed alphadone (avoid)"),
    ),
    (
        "facts", "smoker", {"asked_of": "elderly"}, "contraindication",
        ("asked of: none → elderly", "used by 1 contraindication: Alphadone: smoker (avoid, eu)", "used by 1 alert: Smoker"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("section", "code", "fields", "weight", "sentences"), REACHING)
def test_what_rules_rest_on_weighs_as_much_as_they(section, code, fields, weight, sentences):
    """A group of patients, a question or an adequate dose changes every rule that rests on it, however indirectly."""
    change = only(edited(section, code, **fields))
    assert change.weight == weight
    assert change.sentences[: len(sentences)] == sentences


@pytest.mark.parametrize("fields", [{"refuse_high": 25}, {"confirm_low": 0.2}, {"units": []}, {"whole": True}])
def test_how_creatinine_is_read_reaches_doses_through_the_clearance(fields):
    """Creatinine makes the clearance, the clearance the bands and the weak kidney that excludes betadone."""
    change = only(edited("facts", "creatinine", **fields))
    assert change.weight == "contraindication"
    assert "used by 1 contraindication: Betadone: weak kidney (contraindicated)" in change.sentences
    assert any(said.startswith("used by 4 dose ranges: Alphadone, crcl at least 60") for said in change.sentences)


def test_two_inputs_of_a_formula_that_are_swapped_are_told():
    """A relief worked out backwards looks the same on the page."""
    inputs = [{"name": "now", "fact": "ache_before"}, {"name": "baseline", "fact": "ache_now"}]
    said = only(edited("facts", "relief", inputs=inputs)).sentences
    assert said[:2] == ("input baseline, fact: ache before → ache now", "input now, fact: ache now → ache before")


def test_a_class_that_gains_a_member_is_a_new_contraindication_for_it():
    """Once gel is a betadone, what is said of all dones is said of gel; and the other way round when one leaves."""
    change = only(edited("treatments", "gel", drug="betadone"))
    assert change.weight == "contraindication"
    assert (
        "new contraindication for Gel: Dones: takes blocker (avoid); Dones: pregnant (contraindicated)"
        in change.sentences
    )
    left = only(edited("drug_classes", "dones", members=["alphadone"]))
    assert left.weight == "contraindication"
    assert left.sentences[:2] == (
        "1 member removed: Betadone",
        "no longer a contraindication for Betadone: Dones: takes blocker (avoid); Dones: pregnant (contraindicated)",
    )


def test_an_option_that_moves_is_told_by_line_and_rank():
    """The place of a treatment is a recommendation."""
    change = only(edited("options", "alpha_ache", line=2, rank=3))
    assert (change.title, change.weight) == ("Alphadone for ache", "recommendation")
    assert change.sentences == ("line 1 → line 2", "rank 1 → rank 3")


TEXTS = [
    # what an editor changed                                         weight      the reviewer reads
    ("statements", "S1", {"text": "Try any done."}, "wording", "wording: “Try a done.” → “Try any done.”"),
    ("statements", "S1", {"text": "Try 60 mg."}, "dose", "wording: “Try a done.” → “Try 60 mg.”"),
    ("statements", "S1", {"text": "At 3 mg/dL."}, "wording", "wording: “Try a done.” → “At 3 mg/dL.”"),
    ("statements", "S1", {"finding": "It does."}, "evidence", "finding: none → “It does.”"),
    ("facts", "smoker", {"text": "Smokes?"}, "wording", "wording: What of smoker? → Smokes?"),
    ("facts", "smoker", {"text": "Over 5 a day?"}, "contraindication", "wording: What of smoker? → Over 5 a day?"),
    ("effects", "e_alpha", {"value": 6.1, "low": None}, "evidence", "value: 5.2 → 6.1"),
    ("references", "R1", {"title": "Paper one"}, "wording", "title: Paper R1 → Paper one"),
    ("references", "R2", {"retracted": True}, "evidence", "retracted: no → yes"),
    ("positions", "p_one", {"superseded_by": "p_two"}, "evidence", "superseded by: none → Two 2022"),
    ("dose_ranges", "a_30", {"sources": ["R2"]}, "evidence", "source: R2 (Paper R2), seen second-hand → R2 (Paper R2)"),
    ("cases", "V1", {"answers": "age: 51\nsex: male"}, "case", "answers, now: “sex: male”"),
]


@pytest.mark.parametrize(("section", "code", "fields", "weight", "sentence"), TEXTS)
def test_words_and_evidence_are_told_with_old_and_new(section, code, fields, weight, sentence):
    """A text that gives another dose weighs as a dose, and a question with another figure as what rests on it."""
    change = only(edited(section, code, **fields))
    assert change.weight == weight
    assert sentence in change.sentences


def test_a_choice_is_told_by_its_text():
    """What the clinician can pick decides who is meant; how it is printed does not."""
    choices = [{"code": code, "text": code} for code in ("ache", "itch", "neither", "both")]
    change = only(edited("facts", "condition", choices=choices))
    assert change.sentences[0] == "1 choice added: both"
    assert change.weight == "recommendation"
    reworded = [{"code": code, "text": f"the {code}"} for code in ("ache", "itch", "neither")]
    assert only(edited("facts", "condition", choices=reworded)).weight == "wording"
    swapped = [{"code": "female", "text": "male"}, {"code": "male", "text": "female"}]
    assert only(edited("facts", "sex", choices=swapped)).weight == "contraindication"


def test_an_order_that_decides_is_told_and_one_that_does_not_is_cosmetic():
    """Of two usual doses that hold, the first declared is given; statements are only read in another order."""
    doses = only(reordered("dose_ranges", "a_eu"))
    assert (doses.place, doses.weight) == ("dose_ranges", "dose")
    assert doses.sentences == ("order changed for Alphadone: the first that holds counts",)
    statements = only(reordered("statements", "S2"))
    assert (statements.place, statements.weight, statements.sentences) == ("statements", "wording", ("order changed",))


def test_cases_that_come_and_go_are_counted():
    """Worked patients are told in one line, each by its code and title."""
    more = [{"code": f"V{n}", "title": f"Man {n}", "answers": "age: 50", "expects": "not in: ache"} for n in (2, 3, 4)]
    change = only(added(cases=more))
    assert (change.place, change.kind, change.weight) == ("cases", "added", "case")
    assert change.sentences == ("3 cases added: V2: Man 2; V3: Man 3; V4: Man 4",)


def test_the_weightiest_comes_first():
    """A reviewer reads contraindications before options, whatever their order in the guideline."""
    before, after = edited("options", "gel_ache", line=3), without("contraindications", "c_skin")
    assert [change.weight for change in difference.difference(before, after)] == ["contraindication", "recommendation"]


def test_a_row_with_another_code_is_another_row():
    """What was renamed is told as gone and as new."""
    row = ward.document_of()["monitoring"][0] | {"code": "m_pulse"}
    told = changes(document.read(ward.document_of() | {"monitoring": [row]}))
    assert {place: change.kind for place, change in told.items()} == {
        "monitoring[m_bp]": "removed",
        "monitoring[m_pulse]": "added",
    }


def test_of_a_first_edition_everything_is_new():
    """Without an edition before, every row is told, and two reviewers are needed."""
    told = difference.difference(None, BEFORE)
    assert {change.kind for change in told} == {"added"}
    assert difference.approvals_needed(told) == 2
    assert "maximum: 150 mg a day" in next(one for one in told if one.place == "dose_ranges[a_30]").sentences
