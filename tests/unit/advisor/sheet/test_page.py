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
