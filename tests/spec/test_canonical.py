"""Canonical JSON: one spelling for one meaning, so that a digest can be worked out again anywhere."""

import pytest

from guidelines.engine import canonical


SPELLINGS = [
    ({"b": 1, "a": 2}, '{"a":2,"b":1}'),
    ([60.0, 60, 0.5, -0.0, 1e300], "[60,60,0.5,0,1e+300]"),
    ([True, False, None], "[true,false,null]"),
    ("µmol/L ≥ 30", '"µmol/L ≥ 30"'),
    (("a", "b"), '["a","b"]'),
    ({"a": [{"c": {}, "b": []}]}, '{"a":[{"b":[],"c":{}}]}'),
]


@pytest.mark.parametrize(("value", "text"), SPELLINGS)
def test_one_spelling(value, text):
    """Keys are sorted, nothing is padded, whole numbers lose their point, letters stay letters."""
    assert canonical.text(value) == text


def test_the_digest_is_the_sha_256_of_the_text():
    """Anybody can check the digest of {} with another tool."""
    assert canonical.digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@pytest.mark.parametrize(("value", "error"), [(float("nan"), ValueError), (float("-inf"), ValueError)])
def test_what_is_no_number_has_no_spelling(value, error):
    """NaN and infinity are refused, also deep inside."""
    with pytest.raises(error):
        canonical.text({"a": [value]})


@pytest.mark.parametrize("value", [{1: "a"}, {"a": {1, 2}}, {"a": object()}, b"a"])
def test_what_is_not_plain_has_no_spelling(value):
    """Only text, numbers, true, false, nothing, lists and maps with text keys are plain."""
    with pytest.raises(TypeError, match="holds only"):
        canonical.text(value)
