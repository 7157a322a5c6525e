"""The command that plants mistakes: the share that cases notice, the sentences about the rest, and its exit codes."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from guidelines import library, models, packages
from guidelines.engine import case as worked
from guidelines.engine import document, soundness
from guidelines.engine.compilation import compiled
from guidelines.engine.mutation.hunt import Fate, Hunt
from guidelines.engine.mutation.mutant import applied
from guidelines.management.commands import mutate_cases
from tests.factories import guideline


NEUROPATHY = "guidelines/content/neuropathy"


def run(*words):
    """Run the command and return what it printed and its exit code."""
    said = StringIO()
    try:
        call_command("mutate_cases", *words, stdout=said)
    except CommandError as error:
        return f"{said.getvalue()}{error}", error.returncode
    return said.getvalue(), 0


@pytest.mark.django_db
def test_what_no_case_would_notice_is_listed_and_exits_1():
    guideline.make()
    said, code = run("hiccups", "--jobs", "1")
    assert code == 1
    assert re.search(r"^\w+\[.+\].*: .+\n    No case would notice if .+\.$", said, re.MULTILINE)
    assert re.search(r"^in all +\d+ +\d+ +\d+\.\d %$", said, re.MULTILINE)
    assert re.search(r"^Not counted: \d+ that readiness refuses, \d+ that no advice could show\.$", said, re.MULTILINE)
    assert said.endswith("less than 95 %.")


@pytest.mark.django_db
def test_a_share_that_is_reached_exits_0():
    guideline.make()
    assert run("hiccups", "--jobs", "1", "--least", "1")[1] == 0


@pytest.mark.django_db
def test_several_at_a_time_say_the_same_as_one():
    guideline.make()
    assert run("hiccups", "--jobs", "2") == run("hiccups", "--jobs", "1")


@pytest.mark.django_db
def test_an_edition_is_tried_whatever_editors_changed_since(editor, monkeypatch):
    monkeypatch.setattr(library, "_kept", {})
    call_command("load_guideline", str(guideline.PACKAGE), "--submit", "--by", editor.email, stdout=StringIO())
    before = run("hiccups", "--jobs", "1")
    models.Case.objects.all().delete()
    assert run("hiccups", "--jobs", "1", "--edition", "1") == before


@pytest.mark.django_db
def test_cases_that_fail_already_are_told_first():
    guideline.make()
    models.Case.objects.filter(code="V01").update(expects="exclude: water")
    said, code = run("hiccups")
    assert (code, "V01: exclude: water" in said, "mend it first" in said) == (1, True, True)


@pytest.mark.django_db
@pytest.mark.parametrize("words", [("sneezes",), ("sneezes", "--edition", "1")])
def test_a_guideline_that_is_not_there_is_an_error_with_exit_code_2(words):
    assert run(*words)[1] == 2


@pytest.mark.parametrize("words", [("--least", "most"), ("--least", "101"), ("--jobs", "0"), ("--jobs", "many")])
def test_a_share_or_a_number_that_is_none_is_refused(words):
    with pytest.raises(CommandError, match="must be a"):
        call_command("mutate_cases", "hiccups", *words)


def test_progress_is_shown_on_a_terminal_only(monkeypatch):
    command = mutate_cases.Command(stderr=StringIO())
    assert list(command.counted(2, iter("ab"))) == ["a", "b"]
    assert command.stderr.getvalue() == ""
    monkeypatch.setattr(command.stderr, "isatty", lambda: True, raising=False)
    list(command.counted(2, iter("ab")))
    assert command.stderr.getvalue() == "\r2 of 2\n"


def test_the_short_cut_is_exact_on_a_sample_of_the_guideline_that_ships():
    """Some mutants of every part, on some of its cases: looking only where it could show changes nothing."""
    whole = document.read(packages.read(NEUROPATHY))
    book = compiled(document.read(document.written(whole) | {"cases": document.written(whole)["cases"][::40]}))
    hunt = Hunt(book)
    suspects = hunt.gathered(map(hunt.suspects, range(len(hunt.cases))))
    for number in range(0, len(hunt.mutants), 307):
        mistaken = applied(book.rulebook, hunt.mutants[number])
        if not soundness.faults(mistaken):
            read = compiled(mistaken)
            noticed = any(worked.run(read, case) for case in book.rulebook.cases)
            assert (hunt.fate(number, suspects[number]) is Fate.CAUGHT) is noticed, hunt.mutants[number].code
