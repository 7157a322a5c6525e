"""The commands: a package in, an edition out, and a sentence with exit code 2 for what cannot be."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from guidelines import library, models
from tests.factories import guideline


pytestmark = pytest.mark.django_db

PACKAGE = str(guideline.PACKAGE)


def run(*words):
    said = StringIO()
    call_command(*words, stdout=said)
    return said.getvalue()


def refusal(*words):
    with pytest.raises(CommandError) as error:
        run(*words)
    return error.value.returncode, str(error.value)


def test_loading_fills_the_working_copy():
    assert run("load_guideline", PACKAGE) == "hiccups: loaded.\n"
    assert models.Guideline.objects.get().pk == "hiccups"
    assert not models.Edition.objects.exists()


def test_loading_with_submit_freezes_an_edition_of_that_person(editor):
    said = run("load_guideline", PACKAGE, "--submit", "--by", editor.email)
    made = models.Edition.objects.get()
    assert f"submitted as edition 1, SHA-256 {made.sha256}" in said
    assert made.submitted_by == editor


def test_loading_and_submitting_again_says_that_nothing_changed(editor):
    run("load_guideline", PACKAGE, "--submit", "--by", editor.email)
    said = run("load_guideline", PACKAGE, "--submit", "--by", editor.email)
    assert "already there, nothing changed" in said
    assert "Nothing has changed since edition 1" in said


def test_submitting_needs_to_know_who():
    assert refusal("load_guideline", PACKAGE, "--submit") == (
        2,
        "--submit needs --by EMAIL: an edition says who submitted it.",
    )
    assert refusal("load_guideline", PACKAGE, "--submit", "--by", "x@example.org")[0] == 2


def test_a_package_that_differs_is_not_loaded_over_what_is_there():
    guideline.make()
    models.Statement.objects.update(text="An editor's sentence.")
    code, said = refusal("load_guideline", PACKAGE)
    assert code == 2
    assert "--replace" in said
    assert run("load_guideline", PACKAGE, "--replace") == "hiccups: loaded.\n"


def test_a_package_with_a_failing_case_is_neither_submitted_nor_loaded(editor, tmp_path):
    guideline.make()
    models.Case.objects.filter(code="V01").update(expects="exclude: water")
    run("dump_guideline", "hiccups", str(tmp_path))
    models.Case.objects.filter(code="V01").update(expects="first: water")
    code, said = refusal("load_guideline", str(tmp_path), "--replace", "--submit", "--by", editor.email)
    assert code == 2
    assert "V01: exclude: water" in said
    assert not models.Edition.objects.exists()
    assert models.Case.objects.get(code="V01").expects == "first: water"


@pytest.mark.parametrize(
    "words",
    [
        ("load_guideline", "/nowhere"),
        ("dump_guideline", "sneezes", "/tmp/sneezes"),
        ("rehearse", "sneezes"),
        ("rehearse", "sneezes", "--edition", "1"),
    ],
)
def test_what_is_not_there_is_an_error_with_exit_code_2(words):
    assert refusal(*words)[0] == 2


def test_a_dump_can_be_loaded_again(tmp_path):
    guideline.make()
    run("dump_guideline", "hiccups", str(tmp_path / "out"))
    assert run("load_guideline", str(tmp_path / "out")) == "hiccups: already there, nothing changed.\n"


def test_a_dump_into_a_place_that_cannot_be_written_is_an_error(tmp_path):
    guideline.make()
    (tmp_path / "file").write_text("")
    assert refusal("dump_guideline", "hiccups", str(tmp_path / "file" / "out"))[0] == 2


def test_rehearsing_counts_patients_and_cases():
    guideline.make()
    assert run("rehearse", "hiccups") == "V: 2/2 worked patients, 4/4 cases\n"


def test_rehearsing_tells_what_fails_and_exits_1():
    guideline.make()
    models.Case.objects.filter(code="V01b").update(expects="exclude: water")
    said = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("rehearse", "hiccups", stdout=said)
    assert error.value.returncode == 1
    assert "V01b: exclude: water" in said.getvalue()
    assert "V: 1/2 worked patients, 3/4 cases" in said.getvalue()


def test_an_edition_can_be_rehearsed_whatever_editors_changed_since(editor, monkeypatch):
    monkeypatch.setattr(library, "_kept", {})
    run("load_guideline", PACKAGE, "--submit", "--by", editor.email)
    models.Case.objects.update(expects="exclude: water")
    assert run("rehearse", "hiccups", "--edition", "1") == "V: 2/2 worked patients, 4/4 cases\n"
