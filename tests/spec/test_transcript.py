"""The text of an answers document: read strictly, so that nobody can mean two things by it."""

import pytest

from guidelines.engine import patient


UNREADABLE = [
    # text                                     the sentence says
    ("", "not a JSON document"),
    ("{", "not a JSON document"),
    ('{"age": 55', "not a JSON document"),
    ("age: 55", "not a JSON document"),
    ("[]", "must be one JSON object"),
    ("55", "must be one JSON object"),
    ("null", "must be one JSON object"),
    ('{"age": 55, "age": 66}', '"age" stands twice'),
    ('{"medicines": {"aspirin": true, "aspirin": false}}', '"aspirin" stands twice'),
    ('{"age": NaN}', "NaN is not a number"),
    ('{"age": -Infinity}', "-Infinity is not a number"),
    ('{"age": 1e999}', "1e999 is too large"),
    ('{"age": ' + "9" * 5000 + "}", "not a JSON document"),
    ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
    ('{"age":' * 20_000 + "1" + "}" * 20_000, "nested too deeply"),
    ('{"age": "' + "x" * 200_000 + '"}', "longer than 200000 characters"),
]


@pytest.mark.parametrize(("text", "sentence"), UNREADABLE, ids=range(len(UNREADABLE)))
def test_text_that_is_no_answers_document(text, sentence):
    """Cut short, doubled, endless or too deep: a sentence that says so, and nothing read."""
    with pytest.raises(patient.Refused) as caught:
        patient.decoded(text)
    assert sentence in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_good_document_is_read_as_it_stands():
    """Numbers, units, lists and nulls come through unchanged."""
    text = '{"age": 55, "weight": {"value": 154.5, "unit": "[lb_av]"}, "smoker": null, "trials": []}'
    unit = {"value": 154.5, "unit": "[lb_av]"}
    assert patient.decoded(text) == {"age": 55, "weight": unit, "smoker": None, "trials": []}


def test_one_doubled_name_among_many_is_found():
    """The last of twenty thousand names is compared with all before it."""
    names = [*range(20_000), 19_999]
    with pytest.raises(patient.Refused, match='"19999" stands twice'):
        patient.decoded("{" + ",".join(f'"{name}":1' for name in names) + "}")
