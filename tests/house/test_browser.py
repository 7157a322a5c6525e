"""No browser test lets axe read a page on which something was just pressed, without waiting for what follows."""

import ast
from pathlib import Path

import pytest


BROWSER = Path(__file__).resolve().parent.parent / "browser"
FILES = {file.name: ast.parse(file.read_text()) for file in sorted(BROWSER.rglob("*.py"))}
FUNCTIONS = {node.name: node for tree in FILES.values() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("file", FILES)
def test_axe_reads_the_page_that_follows(file):
    """Pressing a link returns before the next page is there: axe would read the last one, or neither."""
    hasty = [
        f"line {reading.lineno}: expect something of the page that follows before axe reads it"
        for block in ast.walk(FILES[file])
        if isinstance(getattr(block, "body", None), list)
        for pressing, reading in zip(block.body, block.body[1:], strict=False)
        if called(reading).startswith("assert_accessible") and presses(pressing)
    ]
    assert not hasty, hasty


def called(statement):
    """The name of what a statement calls and does no more than that, or nothing."""
    call = getattr(statement, "value", None) if isinstance(statement, ast.Expr) else None
    function = getattr(call, "func", None)
    return getattr(function, "attr", None) or getattr(function, "id", "")


def presses(statement):
    """Whether a statement ends by pressing, itself or in the function it calls."""
    name = called(statement)
    return name in ("click", "press") or (name in FUNCTIONS and presses(FUNCTIONS[name].body[-1]))
