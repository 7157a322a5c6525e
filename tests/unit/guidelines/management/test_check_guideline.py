"""The command that checks a guideline says every finding, and by its exit code whether it may be submitted."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from guidelines import library, models
from tests.factories import guideline, user


ARTICLE = "tests/packages/article"


def run(*words):
    """Run the command and return what it printed, and its exit code."""
    said = StringIO()
    try:
        call_command("check_guideline", *words, stdout=said)
    except CommandError as error:
        return f"{said.getvalue()}{error}", error.returncode
    return said.getvalue(), 0


def test_a_package_is_checked_without_being_loaded():
    said, code = run(str(guideline.PACKAGE), "--today", "2026-11-22")
    assert code == 0
    assert "not_stated: 2 marks\n  options[calmol_second]: Says “not stated in the source seen”" in said
    assert said.endswith("0 errors, 11 marks.\nReady to be submitted.\n")


def test_errors_come_first_and_exit_1():
    said, code = run(ARTICLE)
    assert code == 1
    assert said.startswith("treatments[pregabalin]: Cites R5, which is not among the references.")
    assert said.index("status_pending") < said.index("without_dose: 3 marks")
    assert said.endswith("errors: not ready to be submitted.")


def test_what_is_unsound_is_reported_in_full(tmp_path):
    text = (guideline.PACKAGE / "guideline.toml").read_text()
    text = text.replace('population = "everybody"\nline = 1', 'population = "nobody"\nline = 1')
    (tmp_path / "guideline.toml").write_text(text.replace('patient = "They mostly stop."\n', ""))
    said, code = run(str(tmp_path))
    assert code == 1
    assert 'names the population "nobody", which does not exist.' in said
    assert "statements[S01]: Has no wording for patients." in said
    assert "Not asked before this is put right: " in said
    assert "option_unreachable" in said


def test_time_can_be_told():
    assert run(str(guideline.PACKAGE), "--today", "2027-12-31")[1] == 0
    said, code = run(str(guideline.PACKAGE), "--today", "2028-01-01")
    assert code == 1
    assert "references[R10]: Was to be looked at again by 2027-12-31." in said


def test_the_rules_are_listed():
    said, code = run("--rules")
    assert code == 0
    assert "strength_missing (error): States no strength." in said
    assert "editorial_proposal (mark): Is a proposal" in said


@pytest.mark.django_db
def test_the_working_copy_is_checked():
    guideline.make()
    assert run("hiccups", "--today", "2026-11-22")[1] == 0
    models.Option.objects.filter(code="water_first").update(strength="")
    said, code = run("hiccups", "--today", "2026-11-22")
    assert code == 1
    assert said.startswith("options[water_first]: States no strength.")


@pytest.mark.django_db
def test_an_edition_is_checked_whatever_editors_changed_since(monkeypatch):
    monkeypatch.setattr(library, "_kept", {})
    editor = user.Editor()
    call_command("load_guideline", str(guideline.PACKAGE), "--submit", "--by", editor.email, stdout=StringIO())
    models.Option.objects.filter(code="water_first").update(strength="")
    assert run("hiccups", "--edition", "1", "--today", "2026-11-22")[1] == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Name a guideline or the folder of a package"),
        (("sneezes",), "There is no guideline sneezes, and no folder of that name."),
        (("sneezes", "--edition", "1"), "There is no edition 1"),
        (("tests/unit",), "is not a folder with .toml files"),
        ((str(guideline.PACKAGE), "--today", "tomorrow"), "--today: tomorrow is no date such as 2027-11-30."),
    ],
)
def test_bad_input_is_an_error_with_exit_code_2(words, said):
    told, code = run(*words)
    assert code == 2
    assert said in told


def test_a_package_that_cannot_be_read_is_an_error_with_exit_code_2(tmp_path):
    text = (guideline.PACKAGE / "guideline.toml").read_text()
    (tmp_path / "guideline.toml").write_text(text.replace("format = 1", "format = 2"))
    told, code = run(str(tmp_path))
    assert code == 2
    assert "this software reads no other format" in told
