"""The diagram of the workflow: drawn from the table, and compared with the page that is kept."""

import pytest

from guidelines import workflow
from guidelines.management.commands import workflow_diagram
from tests.unit.guidelines.management.test_commands import refusal, run


def test_the_page_is_what_the_table_says():
    run("workflow_diagram", "--check")


def test_every_move_is_an_arrow():
    drawn = list(workflow_diagram.diagram())
    assert "    [*] --> submitted: submit" in drawn
    assert "    endorsed --> approved: approve" in drawn
    assert sum(": " in line and "-->" in line for line in drawn) == sum(len(m.starts) for m in workflow.MOVES.values())


def test_a_page_that_differs_is_refused_and_left_alone(tmp_path, monkeypatch):
    page = tmp_path / "workflow.md"
    page.write_text("Something else")
    monkeypatch.setattr(workflow_diagram, "PAGE", page)
    assert refusal("workflow_diagram", "--check")[0] == 1
    assert page.read_text() == "Something else"


@pytest.mark.parametrize("there", [True, False])
def test_it_is_drawn_again(tmp_path, monkeypatch, there):
    page = tmp_path / "workflow.md"
    if there:
        page.write_text("Something else")
    monkeypatch.setattr(workflow_diagram, "PAGE", page)
    run("workflow_diagram")
    run("workflow_diagram", "--check")
