"""The page's sheet is made of an advice and leaves it as it is: what depends on the edition alone, all advice shares."""

import json

from advisor import sheet
from advisor.sheet import reason
from guidelines.engine import advice, patient
from tests import bedside
from tests.unit.advisor.sheet.test_sheet import CONSULTATION, READING


def test_making_a_sheet_changes_nothing_of_the_advice():
    person = patient.parse(bedside.book(), bedside.HEALTHY)
    given = advice.advise(person.book, person, edition={"number": 1, "sha256": "e" * 64, "status": "Submitted"})
    before = json.dumps(given)
    sheet.of(advice.withheld(given), READING, person, CONSULTATION)
    assert json.dumps(given) == before


def test_two_reasons_of_one_rule_are_kept_apart_in_their_own_words():
    row = {"rule": "", "kind": "against", "severity": "", "action": "", "facts": {}, "sources": [], "mark": None}
    one, other = (reason.shown(row | {"text": text}, bedside.book()) for text in ("Only for adults.", "Only for men."))
    assert one["key"] != other["key"], "what is printed of one would stand for the other"


def test_what_is_not_known_of_the_patient_never_reads_as_if_it_were_so():
    row = {"rule": "", "text": "", "action": "", "facts": {}, "sources": [], "mark": None}
    said = {
        (kind, severity): reason.shown(row | {"kind": kind, "severity": severity}, bedside.book())["label"]
        for kind in ("against", "unknown")
        for severity in ("contraindicated", "caution", "dose")
    }
    assert said["against", "contraindicated"] == "Contraindicated"
    assert said["unknown", "contraindicated"] == "Not known; if so, contraindicated"
    assert said["unknown", "caution"] == "Not known; if so, caution"
    assert said["unknown", "dose"] == "Dose"


def test_of_a_treatment_that_is_ruled_out_that_comes_first_which_rules_it_out():
    given = [("against", "caution"), ("unknown", "avoid"), ("for", "indication"), ("against", "avoid")]
    ordered = sorted([{"kind": kind, "severity": severity} for kind, severity in given], key=reason.by_weight)
    assert [(one["kind"], one["severity"]) for one in ordered] == [given[3], given[0], given[2], given[1]]
