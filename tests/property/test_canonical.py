"""Canonical text: any plain value has one spelling, and every JSON reader reads it back."""

import json
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from guidelines.engine import canonical


quick = settings(max_examples=100, deadline=None, derandomize=True, database=None)

NUMBERS = st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
PLAIN = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@quick
@given(PLAIN)
def test_canonical_text_is_json_and_stays_as_it_is(value):
    """Writing what was read from the text gives the same text again."""
    text = canonical.text(value)
    assert canonical.text(json.loads(text)) == text


@quick
@given(st.dictionaries(TEXTS, st.integers(), min_size=2), st.integers(0, 99))
def test_the_digest_does_not_depend_on_the_order_of_keys(table, seed):
    """A map has no first key."""
    keys = list(table)
    Random(seed).shuffle(keys)
    assert canonical.digest({key: table[key] for key in keys}) == canonical.digest(table)
