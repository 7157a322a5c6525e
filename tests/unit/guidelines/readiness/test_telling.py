"""What the rules of readiness found is kept in one language, and told in the reader's."""

import pytest
from django.utils import translation

from guidelines import readiness
from guidelines.readiness import RULES, telling


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_told_in_german_with_what_fills_its_gaps(rule):
    gaps = {name: f"<{name} {{it}}>" for name in telling.GAP.findall(rule.message)}
    with translation.override("de"):
        said = readiness.told(rule.code, rule.message.format(**gaps))
        assert said == telling.message(rule).format(**gaps)
    assert said != rule.message.format(**gaps)
    assert all(words in said for words in gaps.values())


def test_it_is_as_it_was_found_in_english_and_where_no_rule_said_it():
    assert readiness.told("leaves", "Leaves its name blank.") == "Leaves its name blank."
    with translation.override("de"):
        assert readiness.told(RULES[1].code, "Something else.") == "Something else."
        assert readiness.told("", "must be a table of named values.") == "must be a table of named values."
