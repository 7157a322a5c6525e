"""Names: by which words a treatment is found."""

from types import SimpleNamespace

import pytest

from advisor import search
from tests.spec import ward


BRANDED = {"code": "alphadone", "name": "Alphadone", "synonyms": ["Calmeze"]}
SAID = [
    {"code": "nerve", "terms": ["nerve pills"], "drug_classes": ["dones"]},
    {"code": "rub", "terms": ["rubbing in"], "treatments": ["gel"]},
]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("alpha", {"alphadone"}),
        ("CALMEZE", {"alphadone"}),
        ("dones", {"alphadone", "betadone"}),
        ("nerve pill", {"alphadone", "betadone"}),
        ("rubbing", {"gel"}),
        ("betadonne", {"betadone"}),
        ("alphadone gel", set()),
        ("<b>", set()),
        ("x" * 5000, set()),
    ],
)
def test_what_a_treatment_goes_by(sought, found):
    reading = SimpleNamespace(compiled=ward.book(drugs=[BRANDED], synonyms=SAID))
    assert search.called(reading, sought) == found
