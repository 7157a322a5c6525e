"""What follows from a difference: how many reviewers, which drugs, and where a page shows it."""

import pytest

from guidelines.engine import difference
from tests.spec.revision import BEFORE, drugs, edited, reordered, without


TAKES_OXYBLOCK = [{"fact": "medicines", "op": "includes", "values": ["oxyblock"]}]
TOUCHED = [
    # what an editor changed                                         the drugs whose rules it touches
    ("dose_ranges", "b_base", {"maximum": 110}, ["betadone"]),
    ("dose_ranges", "b_liver", {"treatment": "alphadone"}, ["alphadone", "betadone"]),
    ("treatments", "betadone", {"summary": "So."}, ["betadone"]),
    ("treatments", "gel", {"summary": "So."}, []),
    ("treatments", "alphadone", {"adequate_dose": 90}, ["alphadone"]),
    ("options", "beta_ache", {"line": 2}, ["betadone"]),
    ("effects", "e_alpha", {"value": 9}, ["alphadone"]),
    ("drugs", "aspirin", {"synonyms": ["ASA"]}, ["aspirin"]),
    ("drug_classes", "blockers", {"name": "B"}, ["miniblock", "oxyblock"]),
    ("drug_classes", "dones", {"members": ["alphadone", "betadone", "aspirin"]}, ["alphadone", "aspirin", "betadone"]),
    ("contraindications", "c_pregnant", {"severity": "avoid"}, ["alphadone", "betadone"]),
    ("contraindications", "c_blocker", {"reason": "So."}, ["alphadone", "betadone", "miniblock", "oxyblock"]),
    ("populations", "takes_blocker", {"lines": TAKES_OXYBLOCK}, ["alphadone", "betadone", "miniblock", "oxyblock"]),
    ("populations", "elderly", {"lines": [{"fact": "age", "op": "ge", "number": 70}]}, ["alphadone", "betadone"]),
    ("populations", "elderly", {"name": "the old"}, []),
    ("facts", "creatinine", {"refuse_high": 25}, ["alphadone", "betadone"]),
    ("facts", "creatinine", {"why": "So."}, []),
    ("monitoring", "m_bp", {"text": "Pulse."}, ["alphadone", "betadone"]),
    ("disagreements", "G1", {"summary": "So."}, ["alphadone"]),
    ("statements", "S1", {"text": "Try Betadone or a gel."}, ["betadone"]),
    ("references", "R3", {"retracted": True}, ["betadone"]),
    ("cases", "V1", {"expects": "offer: alphadone"}, []),
]


@pytest.mark.parametrize(("section", "code", "fields", "touched"), TOUCHED)
def test_the_drugs_that_an_edit_touches(section, code, fields, touched):
    """Whoever has an interest in a maker of one of these does not approve the edit."""
    assert drugs(edited(section, code, **fields)) == touched


def test_a_rule_that_went_and_an_order_that_decides_touch_their_drugs():
    """What is gone concerned a drug too."""
    assert drugs(without("contraindications", "c_kidney")) == ["betadone"]
    assert drugs(reordered("dose_ranges", "a_eu")) == ["alphadone"]
    assert drugs(reordered("statements", "S2")) == []


def test_a_first_edition_touches_every_drug_that_it_speaks_of():
    """Without an edition before, every rule is new."""
    assert drugs(BEFORE, before=None) == ["alphadone", "aspirin", "betadone", "miniblock", "oxyblock"]


APPROVALS = [
    # what an editor changed                                reviewers
    ("contraindications", "c_elderly", {"severity": "avoid"}, 2),
    ("dose_ranges", "a_30", {"maximum": 160}, 2),
    ("populations", "weak_kidney", {"join": "any"}, 2),
    ("alerts", "smoker", {"effect": "stop"}, 2),
    ("alerts", "smoker", {"effect": "withhold"}, 1),
    ("options", "beta_ache", {"line": 2}, 1),
    ("statements", "S1", {"text": "So."}, 1),
]


@pytest.mark.parametrize(("section", "code", "fields", "reviewers"), APPROVALS)
def test_a_contraindication_and_a_dose_need_two_reviewers(section, code, fields, reviewers):
    """An alert that stops leaves no treatment at all, so it counts as a contraindication."""
    changes = difference.difference(BEFORE, edited(section, code, **fields))
    assert difference.approvals_needed(changes) == reviewers


def test_a_page_shows_the_changes_under_headings_by_weight():
    """Plain values, each with the name under which the page can be opened at it; headings without changes are left out."""
    before, after = edited("options", "gel_ache", line=3), edited("dose_ranges", "a_30", maximum=200)
    groups = difference.grouped(difference.difference(before, after))
    assert [(group["weight"], group["heading"]) for group in groups] == [
        ("dose", "Doses"),
        ("recommendation", "Recommendations, alerts and who is meant"),
    ]
    assert groups[0]["changes"] == [
        {
            "place": "dose_ranges[a_30]",
            "title": "Alphadone, crcl 30 to below 60 mL/min",
            "kind": "changed",
            "sentences": ["maximum: 150 → 200 mg a day"],
            "anchor": "change-dose_ranges-a_30",
        }
    ]
