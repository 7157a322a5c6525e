"""Every edit leaves an entry in the ledger with what stood before and after; without the entry there is no edit."""

import json

import pytest
from django.contrib.admin.models import LogEntry
from django.db import DatabaseError

from guidelines import contribution, ledger
from guidelines.models import Authorship, Contribution, DoseRange, Entry, Inclusion, Reference, Statement
from tests.factories import guideline
from tests.unit.guidelines.admin import desk as form


def test_a_change_is_entered_with_old_and_new(desk, editor):
    form.save(desk, DoseRange.objects.get(pk="calmol_heavy"), maximum="30")
    entry = Entry.objects.get()
    assert (entry.act, entry.subject, entry.by) == ("row changed", "dose_ranges calmol_heavy", editor)
    assert json.loads(entry.detail) == {"maximum": {"new": 30, "old": 40}}


def test_parts_and_links_are_entered_too(desk):
    row = DoseRange.objects.get(pk="calmol_heavy")
    form.save(desk, row, **{"titration-1-dose": "25", "sources": ["R9"]})
    detail = json.loads(Entry.objects.get().detail)
    assert detail["sources"] == {"old": ["R10"], "new": ["R9"]}
    assert detail["titration"]["new"][1] == {"day": 4, "dose": 25, "text": "twice daily"}


def test_a_new_row_is_entered(desk):
    form.add_like(desk, Statement.objects.get(), code="S02", text="Wait.")
    entry = Entry.objects.get()
    assert (entry.act, entry.subject) == ("row added", "hiccups statements S02")
    assert json.loads(entry.detail)["text"] == {"old": None, "new": "Wait."}


def test_a_deletion_is_entered_with_what_the_row_said(desk):
    form.delete(desk, Statement.objects.get())
    entry = Entry.objects.get()
    assert entry.act == "row deleted"
    assert json.loads(entry.detail)["verdict"] == {"old": "differs", "new": None}


def test_standing_in_a_guideline_is_entered(desk):
    Reference.objects.create(code="R11", kind="trial", title="More", verification="primary")
    form.save(desk, Reference.objects.get(pk="R11"), guidelines=["hiccups"])
    assert json.loads(Entry.objects.get().detail) == {"guidelines": {"old": [], "new": ["hiccups"]}}


def test_a_new_order_is_entered(desk):
    row = Inclusion.objects.filter(section="references").order_by("position").first()
    form.save(desk, row, position="7")
    assert json.loads(Entry.objects.get().detail) == {"position": {"old": 1, "new": 7}}


@pytest.mark.parametrize("page", ["change", "delete"])
def test_without_its_entry_nothing_is_changed(desk, monkeypatch, page):
    def fail(*args, **options):
        raise DatabaseError

    statement = Statement.objects.get()
    sent = form.shown(desk.get(form.address(statement))) | {"text": "Else.", "post": "yes"}
    monkeypatch.setattr(ledger, "append", fail)
    with pytest.raises(DatabaseError):
        desk.post(form.address(statement, page), sent)
    assert Statement.objects.get().text == statement.text


def test_the_admin_keeps_no_log_of_its_own(desk):
    form.save(desk, Reference.objects.get(pk="R9"), title="Hiccups reviewed again")
    assert Entry.objects.exists()
    assert not LogEntry.objects.exists()


def test_the_history_of_a_row_shows_its_entries(desk):
    row = DoseRange.objects.get(pk="calmol_heavy")
    assert "came with the package" in desk.get(form.address(row, "history")).content.decode()
    form.save(desk, row, maximum="30")
    page = desk.get(form.address(row, "history")).content.decode()
    assert "Row changed" in page
    assert "<td>40</td>" in page


def contributions():
    return sorted(Contribution.objects.values_list("guideline", "by"))


def test_an_edit_is_noted_as_a_contribution_to_every_guideline_it_reaches(desk, editor):
    guideline.make(slug="others", title="Others")
    form.save(desk, DoseRange.objects.get(pk="calmol_heavy"), maximum="30")
    assert contributions() == [("hiccups", editor.pk), ("others", editor.pk)]


@pytest.mark.parametrize("act", ["add", "delete", "order", "head"])
def test_whatever_changes_a_guideline_is_noted(desk, editor, hiccups, act):
    statement = Statement.objects.get()
    if act == "add":
        form.add_like(desk, statement, code="S02", text="Wait.")
    elif act == "delete":
        form.delete(desk, statement)
    elif act == "order":
        form.save(desk, Inclusion.objects.filter(section="references").first(), position="9")
    else:
        form.save(desk, hiccups, summary="Hiccups stop.")
    assert contributions() == [("hiccups", editor.pk)]


def test_taking_a_row_out_is_noted_where_it_stood(desk, editor):
    Reference.objects.create(code="R11", kind="trial", title="More", verification="primary")
    Inclusion.objects.create(guideline_id="hiccups", section="references", code="R11", position=3)
    form.save(desk, Reference.objects.get(pk="R11"), guidelines=[])
    assert contributions() == [("hiccups", editor.pk)]


def test_what_changes_nothing_or_stands_nowhere_is_noted_nowhere(desk):
    form.save(desk, Statement.objects.get())
    form.add_like(desk, Reference.objects.get(pk="R9"), code="R11", guidelines=[])
    assert contributions() == []


def authorships():
    return sorted(Authorship.objects.values_list("section", "code", "by"))


def test_who_writes_or_changes_a_row_of_the_catalogue_is_noted_as_its_author(desk, editor):
    form.add_like(desk, Reference.objects.get(pk="R9"), code="R11", guidelines=[])
    form.save(desk, DoseRange.objects.get(pk="calmol_heavy"), **{"titration-1-dose": "25"})
    assert authorships() == [("dose_ranges", "calmol_heavy", editor.pk), ("references", "R11", editor.pk)]


def test_who_takes_a_row_in_or_out_or_deletes_it_did_not_write_it(desk):
    Reference.objects.create(code="R11", kind="trial", title="More", verification="primary")
    for guidelines in (["hiccups"], []):
        form.save(desk, Reference.objects.get(pk="R11"), guidelines=guidelines)
    form.delete(desk, Reference.objects.get(pk="R11"))
    form.delete(desk, Statement.objects.get())
    assert authorships() == []


def test_without_its_contribution_nothing_is_changed(desk, monkeypatch):
    def fail(*args, **options):
        raise DatabaseError

    statement = Statement.objects.get()
    sent = form.shown(desk.get(form.address(statement))) | {"text": "Else."}
    monkeypatch.setattr(contribution, "note", fail)
    with pytest.raises(DatabaseError):
        desk.post(form.address(statement), sent)
    assert Statement.objects.get().text == statement.text
    assert not Entry.objects.exists()
