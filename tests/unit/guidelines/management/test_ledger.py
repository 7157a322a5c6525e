"""The ledger's command: seals, exports for outsiders, verifies."""

import io
import json
import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import timezone

from guidelines import ledger
from guidelines.management.commands import ledger as command
from guidelines.models import Entry, TreeHead
from tests import bedside
from tests.factories.edition import NOW
from tests.unit.guidelines import tampering
from tests.unit.guidelines.ledger import history


pytestmark = pytest.mark.django_db


def run(*arguments):
    """Run the command; return what it said on either output."""
    said, warned = io.StringIO(), io.StringIO()
    call_command("ledger", *arguments, stdout=said, stderr=warned)
    return said.getvalue() + warned.getvalue()


def test_seal_prints_the_head_for_somebody_to_keep():
    history.knock(3, None, NOW)
    said = run("seal")
    head = ledger.newest()
    assert head.size == 3
    assert f"Head 1: 3:{head.root}" in said


def test_seal_takes_a_head_where_nothing_is_new():
    run("seal")
    run("seal")
    assert TreeHead.objects.count() == 2


def test_seal_tells_of_a_clock_that_went_back():
    ledger.seal(at=timezone.now() + timedelta(hours=1))
    assert "The clock went back" in run("seal")


def test_seal_gives_way_to_another_sealer(monkeypatch):
    monkeypatch.setattr(ledger, "seal_all", lambda *, at: iter(()))
    assert "Somebody else is sealing" in run("seal")


def test_seal_builds_nothing_on_an_altered_head():
    tampering.change(ledger.seal(at=NOW), root="0" * 64)
    with pytest.raises(CommandError, match="Tree head 1 was altered") as refusal:
        run("seal")
    assert refusal.value.returncode == 1


class Stopped(Exception):
    """Whoever ran the schedule ended it."""


def test_seal_goes_on_by_the_schedule_and_outlives_a_database_that_is_away(monkeypatch):
    waited, sealing = [], [OperationalError("database is locked"), None]

    def wait(seconds):
        waited.append(seconds)
        if len(waited) == 3:
            raise Stopped

    def seal_all(*, at):
        if sealing and (error := sealing.pop(0)):
            raise error
        return iter([ledger.seal(at=at)])

    monkeypatch.setattr(command.time, "sleep", wait)
    monkeypatch.setattr(command, "close_old_connections", lambda: None)
    monkeypatch.setattr(ledger, "seal_all", seal_all)
    with pytest.raises(Stopped):
        run("seal", "--every", "60")
    assert waited == [60, 60, 60]
    assert TreeHead.objects.count() == 2


def test_a_schedule_needs_a_time():
    with pytest.raises(CommandError, match="from 1") as refusal:
        run("seal", "--every", "0")
    assert refusal.value.returncode == 2


def test_an_export_is_checked_without_this_software_and_stands_in_the_ledger(tmp_path):
    history.make()
    file = tmp_path / "ledger.jsonl"
    assert "check_ledger.py" in run("export", str(file))
    done = subprocess.run([sys.executable, "-I", command.CHECKER, file], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "In order: 9 entries under 4 heads, 3 not yet sealed, 0 odd.\n")
    assert Entry.objects.latest("pk").act == "export"


def test_an_export_to_standard_output_is_the_export_alone():
    history.make()
    lines = [json.loads(line) for line in run("export", "-").splitlines()]
    assert (lines[0]["kind"], lines[-1]["kind"], len(lines)) == ("ledger", "total", 18)


def test_an_export_overwrites_nothing(tmp_path):
    file = tmp_path / "ledger.jsonl"
    file.write_text("an earlier export")
    with pytest.raises(CommandError, match="exists already") as refusal:
        run("export", str(file))
    assert refusal.value.returncode == 2
    assert file.read_text() == "an earlier export"


def test_an_export_that_fails_leaves_no_half_of_it(tmp_path, monkeypatch):
    monkeypatch.setattr(command.export, "lines", lambda *, at: iter([b"{}\n", 1 / 1]))
    with pytest.raises(TypeError):
        run("export", str(tmp_path / "ledger.jsonl"))
    assert not list(tmp_path.iterdir())


def test_an_export_to_nowhere_is_refused(tmp_path):
    with pytest.raises(CommandError, match="cannot be written") as refusal:
        run("export", str(tmp_path / "absent" / "ledger.jsonl"))
    assert refusal.value.returncode == 2


def test_verify_says_how_much_is_in_order():
    heads = history.make()
    said = run("verify", "--head", str(heads[1]), "--leaf", Entry.objects.first().leaf)
    assert said == "In order: 9 entries under 4 heads, 2 not yet sealed, 0 odd.\n"


def test_verify_names_what_was_changed_and_exits_with_1():
    history.make()
    tampering.change(Entry.objects.first(), subject="window")
    with pytest.raises(CommandError, match="Not in order: entry 0") as finding:
        run("verify")
    assert finding.value.returncode == 1


def test_what_is_odd_is_told_and_is_wrong_only_where_asked_to_be_strict():
    history.make()
    ledger.seal(at=NOW)
    assert "Odd: head 5 is dated" in run("verify")
    with pytest.raises(CommandError, match="odd") as finding:
        run("verify", "--strict")
    assert finding.value.returncode == 1


def test_dumping_a_guideline_is_an_act_too(tmp_path):
    bedside.edition()
    call_command("dump_guideline", "hiccups", str(tmp_path), stdout=io.StringIO())
    assert Entry.objects.get(act="export").subject == "hiccups"
