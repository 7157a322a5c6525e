"""The command that draws the workflow from its table into the documentation."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from guidelines import workflow
from guidelines.workflow import State


PAGE = Path(__file__).resolve().parents[3] / "docs" / "workflow.md"
HEAD = """# The life of an edition

Drawn from the table in `guidelines/workflow.py` by `manage.py workflow_diagram`; `make check` compares. A move in *italics* needs a reason, one
in **bold** a signature. What reviewers may not approve stands in `guidelines/review/objection.py`, and again in the database
(`guidelines/guards.py`).
"""


class Command(BaseCommand):
    """Write the page, or say that it is no longer what the table says."""

    help = "Draws docs/workflow.md from the table of moves; with --check only compares, and exits 1 if it differs."
    requires_system_checks = ()

    def add_arguments(self, parser):
        """Say what the command takes."""
        parser.add_argument("--check", action="store_true", help="compare, and change nothing")

    def handle(self, *, check, **_):
        """Write or compare; raise CommandError where the page differs from the table."""
        if not check:
            PAGE.write_text(page(), encoding="utf-8")
            self.stdout.write(f"docs/{PAGE.name}: written.")
        elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
            raise CommandError(
                f"docs/{PAGE.name} is not what the table says. Run manage.py workflow_diagram.", returncode=1
            )


def page():
    """Return the page: the diagram, and each state and move in words."""
    states = [f"| {state.label} | `{state.value}` |" for state in State]
    moves = [f"| {_named(name, move)} | {_starts(move)} | {move.end.label} |" for name, move in workflow.MOVES.items()]
    parts = [
        HEAD,
        "```mermaid",
        *diagram(),
        "```\n",
        "| move | from | to |",
        "|---|---|---|",
        *moves,
        "",
        "| state | stored as |",
        "|---|---|",
        *states,
        "",
        f"Readers also see *{workflow.SUPERSEDED}*, where a later edition was approved, and *{workflow.ALTERED}*, where the",
        "digest no longer matches.",
    ]
    return "\n".join(parts) + "\n"


def diagram():
    """Yield the lines of the state diagram."""
    yield "stateDiagram-v2"
    for state in State:
        yield f"    {state.value}: {state.label}"
    for name, move in workflow.MOVES.items():
        for start in move.starts:
            yield f"    {start.value if start else '[*]'} --> {move.end.value}: {name.replace('_', ' ')}"
    for last in sorted({move.end for move in workflow.MOVES.values()} - _left()):
        yield f"    {last.value} --> [*]"


def _left():
    return {start for move in workflow.MOVES.values() for start in move.starts}


def _named(name, move):
    words = name.replace("_", " ")
    return f"*{words}*" if move.needs_reason else f"**{words}**" if move.is_signed else words


def _starts(move):
    return "; ".join(start.label if start else "the working copy" for start in move.starts)
