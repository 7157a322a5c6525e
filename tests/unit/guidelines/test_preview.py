"""The preview: the working copy as it stands, ready to advise from, and never an edition."""

import pytest

from guidelines import library, preview
from guidelines.engine import document
from guidelines.models import Edition, Entry, Line, Statement
from tests.factories import edition, guideline, user
from tests.factories.edition import NOW


pytestmark = pytest.mark.django_db


def test_it_is_the_working_copy_and_not_the_edition():
    edition.make()
    Statement.objects.update(text="Hiccups stop.")
    reading = preview.working_copy("hiccups", at=NOW)
    assert [statement.text for statement in reading.compiled.rulebook.statements] == ["Hiccups stop."]
    assert (reading.number, reading.status) == (0, "Working copy: not for patients")
    assert reading.sha256 != Edition.objects.get().sha256


def test_an_unchanged_working_copy_is_compiled_once():
    guideline.make()
    first, second = (preview.working_copy("hiccups", at=NOW) for _ in range(2))
    assert first.compiled is second.compiled


def test_what_changed_is_compiled_anew():
    guideline.make()
    before = preview.working_copy("hiccups", at=NOW)
    Statement.objects.update(text="Hiccups stop.")
    assert preview.working_copy("hiccups", at=NOW).compiled is not before.compiled


def test_only_a_few_are_kept():
    for number in range(preview.MOST_KEPT + 2):
        guideline.make(title=f"Hiccups {number}")
        preview.working_copy("hiccups", at=NOW)
    assert len(preview._kept) == preview.MOST_KEPT


def test_what_is_not_there_or_not_sound_has_none():
    with pytest.raises(library.Absent):
        preview.working_copy("sneezing", at=NOW)
    guideline.make()
    Line.objects.filter(parent="takes_soother").update(values=("nothing",))
    with pytest.raises(document.Unreadable):
        preview.working_copy("hiccups", at=NOW)


def test_looking_is_entered_in_the_ledger():
    guideline.make()
    editor = user.Editor()
    preview.enter(preview.working_copy("hiccups", at=NOW), case="V01", by=editor, at=NOW)
    entry = Entry.objects.get()
    assert (entry.act, entry.subject, entry.by) == ("preview", "hiccups", editor)
    assert '"case":"V01"' in entry.detail
