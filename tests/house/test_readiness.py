"""Every rule of readiness is asked, has a message, and has a test of its name that repeats the message."""

import ast
from pathlib import Path

import pytest

from guidelines.readiness import RULES, Rule


TESTS = Path(__file__).resolve().parent.parent / "unit/guidelines/readiness"


def repeated():
    """The tests of rules, by name, with what they repeat."""
    functions = (
        node
        for file in sorted(TESTS.glob("test_*.py"))
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef)
    )
    return {node.name: " ".join((ast.get_docstring(node) or "").split()) for node in functions}


def test_every_rule_that_is_written_is_asked():
    assert {type(rule) for rule in RULES} == set(Rule.__subclasses__())
    assert len({rule.code for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_message_and_a_test_that_repeats_it(rule):
    assert rule.message.endswith((".", "}"))
    assert repeated().get(f"test_{rule.code}") == rule.message, f"write test_{rule.code}, with the message as docstring"
