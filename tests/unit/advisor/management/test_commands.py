"""The commands: advice, facts and replay; every fault in a sentence, with exit code 2 and no traceback."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from advisor.models import Consultation
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation


pytestmark = pytest.mark.django_db


def run(*arguments, **options):
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    bedside.edition()

    def written(text):
        path = tmp_path / "answers.json"
        path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return str(path)

    return written


def refused(text, file):
    with pytest.raises(CommandError) as refusal:
        run("advise", "hiccups", "--answers", file(text))
    assert refusal.value.returncode == 2
    return str(refusal.value)


def test_advice_is_printed_and_nothing_recorded(file):
    entries = Entry.objects.count()
    given = json.loads(run("advise", "hiccups", "--answers", file(bedside.HEALTHY)))
    assert given["edition"]["number"] == 1
    assert given["jurisdiction"] == "us"
    assert {option["code"]: option["verdict"] for option in given["options"]} == {"water": "offer", "calmol": "offer"}
    assert (Consultation.objects.count(), Entry.objects.count()) == (0, entries)


def test_advice_is_withheld_until_the_alert_is_acknowledged(file):
    answers = file(bedside.HEALTHY | {"choking": True})
    assert json.loads(run("advise", "hiccups", "--answers", answers))["options"] == []
    given = json.loads(run("advise", "hiccups", "--answers", answers, "--acknowledge", "choking"))
    assert given["options"]
    assert given["alerts"][0]["acknowledged"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"age": 250}', r"age: .*0 to 120"),
        ('{"weight": -4}', r"weight: .*1.5 to 700"),
        ('{"weight": NaN}', "NaN"),
        ('{"weight": 1e400}', "too large"),
        ('{"weight": 1' + "0" * 400 + "}", "weight"),
        ('{"sex": "male", "pregnant": true}', "pregnant"),
        ('{"hiccups": true}', "hiccups"),
        ('{"age": 1, "age": 2}', "twice"),
        ("[1]", "object"),
        ('{"age":', "JSON"),
        ("[" * 100_000, "deep"),
        ('{"medicines": {"arsenic": true}}', "medicines"),
        ('{"\\ud800": 1}', "no such fact"),
    ],
)
def test_every_fault_is_said(text, says, file):
    import re

    assert re.search(says, refused(text, file), re.IGNORECASE)


def test_ten_thousand_members_are_refused(file):
    assert "medicines" in refused({"medicines": {f"m{n}": True for n in range(10_000)}}, file)


@pytest.mark.parametrize(
    "arguments", [("nothing",), ("hiccups", "--edition", "99"), ("hiccups", "--acknowledge", "age")]
)
def test_what_is_not_there_is_said(arguments, file):
    with pytest.raises(CommandError) as refusal:
        run("advise", *arguments, "--answers", file(bedside.HEALTHY))
    assert refusal.value.returncode == 2


@pytest.mark.parametrize("content", [None, b"\xff\xfe{"])
def test_a_file_that_holds_no_text_is_said(content, tmp_path):
    bedside.edition()
    path = tmp_path / "answers.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError) as refusal:
        run("advise", "hiccups", "--answers", str(path))
    assert refusal.value.returncode == 2


def test_the_facts_are_listed_in_words():
    bedside.edition()
    told = {line.split(";")[0]: line for line in run("facts", "hiccups").splitlines()}
    assert "number; in kg, [lb_av]; refused outside 1.5 to 700; confirmed outside 30 to 250" in told["weight"]
    assert "asked of female (the patient is female)" in told["pregnant"]
    assert "derived by body_mass_index from weight, height" in told["bmi"]
    assert "any of herbs, calmol, soothol" in told["medicines"]


def test_the_facts_are_listed_for_programs():
    bedside.edition()
    told = {fact["code"]: fact for fact in json.loads(run("facts", "hiccups", "--json"))}
    assert told["sex"]["choices"] == {"female": "Female", "male": "Male"}
    assert told["weight"]["units"] == ["[lb_av]"]
    with pytest.raises(CommandError):
        run("facts", "nothing")


def test_replay_finds_every_advice_the_same():
    found = consultation.make()
    assert run("replay", "--all") == "1 replayed: 1 the same, 0 different.\n"
    assert "1 the same" in run("replay", str(found.pk))


def test_replay_names_what_differs(monkeypatch):
    found = consultation.make()
    monkeypatch.setattr("guidelines.engine.advice.ENGINE", "another")
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("replay", "--all", stdout=out)
    assert ended.value.code == 1
    assert str(found.pk) in out.getvalue()
    assert "1 different" in out.getvalue()


@pytest.mark.parametrize("arguments", [(), ("no-id",), ("00000000-0000-0000-0000-000000000001",)])
def test_replay_needs_consultations_that_exist(arguments):
    with pytest.raises(CommandError) as refusal:
        run("replay", *arguments)
    assert refusal.value.returncode == 2
