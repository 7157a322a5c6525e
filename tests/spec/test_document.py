"""The document: a rulebook written and read again is the same rulebook; what is no rulebook is refused with its place."""

import copy
import json

import pytest

from guidelines.engine import canonical, document
from tests.spec import ward


def _faults(plain):
    with pytest.raises(document.Unreadable) as caught:
        document.read(plain)
    return [str(fault) for fault in caught.value.faults]


def _changed(section, place, **changes):
    plain = ward.document_of()
    plain[section][place] |= changes
    return plain


def test_a_rulebook_written_and_read_again_is_the_same():
    """Nothing is lost on the way to text and back."""
    rulebook = document.read(ward.document_of())
    text = canonical.text(document.written(rulebook))
    assert document.read(json.loads(text)) == rulebook
    assert canonical.text(document.written(document.read(json.loads(text)))) == text


def test_a_rulebook_with_empty_required_parts_comes_back_too():
    """A guideline without options or cases is a document like any other."""
    rulebook = document.read(ward.document_of() | {"options": [], "cases": [], "impossible": []})
    assert document.read(document.written(rulebook)) == rulebook


def test_the_digest_is_of_the_meaning_not_of_the_spelling():
    """The order of keys, 60 or 60.0, and a default left out or written make no difference once it is read."""
    plain = ward.document_of()
    spelt = {key: plain[key] for key in reversed(plain)}
    spelt["dose_ranges"] = [copy.deepcopy(row) | {"start": 50.0} for row in plain["dose_ranges"][:1]]
    spelt["dose_ranges"] += plain["dose_ranges"][1:]
    spelt["facts"] = [row | {"decimals": 1, "whole": row.get("whole", False)} for row in plain["facts"]]
    written = [document.written(document.read(one)) for one in (plain, spelt)]
    assert document.digest(written[0]) == document.digest(written[1])


@pytest.mark.parametrize("number", [None, 0, 2, "1", 1.5])
def test_another_format_is_not_read(number):
    """A document of another format is refused before anything of it is looked at."""
    assert _faults(ward.document_of() | {"format": number}) == [
        "format: must be 1; this software reads no other format."
    ]


FORM = [
    # section        changed                                   the fault says
    ("facts", {"kindness": "x"}, 'document.facts[dialysis]: has an unknown key "kindness"'),
    ("facts", {"kind": "date"}, "document.facts[dialysis].kind: 'date' must be one of boolean, number"),
    ("facts", {"text": 7}, "document.facts[dialysis].text: 7 must be a text"),
    ("facts", {"text": None}, "document.facts[dialysis].text: None must be a text"),
    ("facts", {"choices": "abc"}, "document.facts[dialysis].choices: must be a list"),
    ("facts", {"choices": ["abc"]}, "document.facts[dialysis].choices[1]: must be a table of named values"),
    ("facts", {"whole": 1}, "document.facts[dialysis].whole: 1 must be true or false"),
    ("options", {"line": 1.5}, "document.options[alpha_ache].line: 1.5 must be a whole number"),
    ("options", {"line": True}, "document.options[alpha_ache].line: True must be a whole number"),
    ("options", {"line": 4}, 'options[alpha_ache].line: "4" must be one of 1, 2, 3'),
    ("options", {"note": "see <b>here</b>"}, "document.options[alpha_ache].note: contains markup"),
    ("options", {"note": "<!-- x -->"}, "contains markup"),
    ("options", {"note": "a\x00b"}, "contains control characters"),
    ("options", {"note": "a\ud800b"}, "contains control characters"),
    ("options", {"note": "a\u202eb"}, "contains control characters"),
    ("options", {"note": "x" * 20_001}, "is longer than 20000 characters"),
    ("dose_ranges", {"start": "50"}, "document.dose_ranges[a_us].start: '50' must be a number"),
    ("dose_ranges", {"start": float("nan")}, "must be a number"),
    ("dose_ranges", {"start": float("inf")}, "must be a number"),
    ("dose_ranges", {"start": 10**400}, "must be a number"),
    ("dose_ranges", {"start": 10**5000}, "must be a number"),
    ("dose_ranges", {"axis": "moon"}, "must be one of base, renal, hepatic, age, interaction"),
    ("contraindications", {"severity": ["avoid"]}, "must be one of contraindicated, avoid, caution"),
]


@pytest.mark.parametrize(("section", "changes", "sentence"), FORM)
def test_what_has_the_wrong_form(section, changes, sentence):
    """Each fault names the row and the field, and says what would be right."""
    assert any(sentence in fault for fault in _faults(_changed(section, 0, **changes)))


@pytest.mark.parametrize("text", ["age < 65", "p <0.05", "1 < 2 > 0", "line one\nline two", "µmol/L ≥ 30"])
def test_text_that_only_looks_like_markup(text):
    """A comparison is plain text, and so is a line break."""
    assert document.read(_changed("options", 0, note=text)).options[0].note == text


@pytest.mark.parametrize("missing", ["guideline", "facts", "populations", "treatments", "options", "references"])
def test_a_document_cut_short(missing):
    """What is missing is named."""
    plain = {key: value for key, value in ward.document_of().items() if key != missing}
    assert _faults(plain) == [f'document: lacks "{missing}".']


@pytest.mark.parametrize("key", ["code", "treatment", "population", "sources"])
def test_a_row_cut_short(key):
    """A required key that is absent is named, with its row."""
    plain = ward.document_of()
    plain["options"][0] = {name: value for name, value in plain["options"][0].items() if name != key}
    assert any(f'lacks "{key}"' in fault for fault in _faults(plain))


def test_an_endlessly_deep_value_is_refused():
    """A value nested a hundred thousand deep is named by its kind, not printed."""
    deep = []
    for _ in range(100_000):
        deep = [deep]
    assert _faults(_changed("options", 0, note=deep)) == ["document.options[alpha_ache].note: a list must be a text."]
    assert "a list must be one of" in _faults(_changed("facts", 0, kind=deep))[0]


def test_all_faults_are_said_at_once():
    """An editor mends a document in one go, not fault by fault."""
    plain = _changed("options", 0, line="one", strength=3)
    plain["facts"][0] |= {"kind": "date"}
    assert len(_faults(plain)) == 3
