"""The rules of the house about the ledger: who may read it, and that nothing is decided by it."""

import ast

import pytest

from tests import rule
from tests.test_house_rules import modules, parsed


RECORDS = {"Entry", "Leaf", "TreeHead"}
# The ledger itself; and the admin, which shows entries to people.
READERS = ("guidelines/ledger/", "guidelines/models/", "guidelines/admin/entry.py", "guidelines/admin/tree_head.py")
HISTORY = "guidelines/admin/trail.py"
# What everybody else may ask of it: to append, and for the newest head, which a printed sheet shows.
ASKED = {"Actor", "append", "newest"}
COMMAND = "guidelines/management/commands/ledger.py"


def records_named(tree):
    """Return the ledger's records that a module imports, or reaches by their names."""
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    reached = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    quoted = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return RECORDS & (imported | reached | {name.rpartition(".")[2] for name in quoted})


def asked_of_the_ledger(tree):
    """Return what a module uses of the ledger, by name."""
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "ledger"
    }


@rule.of_every([m for m in modules("advisor", "config", "guidelines") if not m.startswith(READERS)])
def test_nothing_is_decided_by_the_ledger(module):
    if module not in {HISTORY, COMMAND}:
        assert not records_named(parsed(module)), "the application appends to the ledger and never reads it"
    if module != COMMAND:
        assert asked_of_the_ledger(parsed(module)) <= ASKED


@pytest.mark.parametrize(
    "code",
    [
        "from guidelines.models import Entry",
        "from guidelines import models; models.Leaf.objects.count()",
        'apps.get_model("guidelines.TreeHead")',
        'apps.get_model("guidelines", "TreeHead")',
    ],
)
def test_the_check_sees_what_it_should(code):
    assert records_named(ast.parse(code))
