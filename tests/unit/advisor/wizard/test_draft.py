"""Drafts: one's own alone, kept for 14 days after the last answer, and then forgotten."""

from datetime import timedelta

import pytest

from advisor import wizard
from advisor.models import Draft
from tests.factories import consultation, user
from tests.factories import draft as drafts
from tests.factories.edition import NOW


pytestmark = pytest.mark.django_db
ALMOST, OVER = timedelta(days=14, seconds=-1), timedelta(days=14)


def find(draft, *, by=None, at=NOW):
    return wizard.find("hiccups", draft.key, by=by or draft.kept_by, at=at)


def test_a_draft_is_found_until_it_is_fourteen_days_old():
    kept = drafts.make(age=40)
    assert find(kept, at=NOW + ALMOST).answers == {"age": 40}
    with pytest.raises(wizard.Lost, match="14 days"):
        find(kept, at=NOW + OVER)


def test_the_days_count_from_the_last_answer():
    kept = drafts.make(age=40)
    wizard.answered(drafts.reading(), kept, {"sex": "male"}, shown=frozenset(), at=NOW + ALMOST)
    assert find(kept, at=NOW + ALMOST + ALMOST).answers == {"age": 40, "sex": "male"}


@pytest.mark.parametrize("key", ["", "none", "\x00" * 22, "a" * 22, "a" * 500])
def test_what_is_not_ones_own_is_lost_like_what_never_was(key):
    kept = drafts.make(age=40)
    with pytest.raises(wizard.Lost) as stranger:
        find(kept, by=user.Clinician())
    with pytest.raises(wizard.Lost) as nothing:
        wizard.find("hiccups", key, by=kept.kept_by, at=NOW)
    assert str(stranger.value) == str(nothing.value)


def test_a_draft_of_another_guideline_is_lost():
    with pytest.raises(wizard.Lost):
        wizard.find("coughs", (kept := drafts.make()).key, by=kept.kept_by, at=NOW)


def test_a_finished_draft_keeps_no_answers_and_names_its_consultation():
    kept = drafts.make(age=40)
    made = consultation.make(by=kept.kept_by, key=kept.key)
    wizard.finish(kept)
    assert not Draft.objects.exists()
    assert find(kept).done == str(made.pk)


def test_forgetting_removes_what_is_old_and_what_was_never_touched():
    kept, never = drafts.make(age=40), drafts.make()
    assert wizard.forget(at=NOW + timedelta(days=2)) == 1
    assert list(Draft.objects.all()) == [kept]
    assert wizard.forget(at=NOW + OVER) == 1
    assert never.key != kept.key


def test_beginning_forgets_what_is_too_old_and_the_oldest_of_too_many():
    somebody = user.Clinician()
    first = drafts.make(by=somebody, age=40)
    for minute in range(1, 50):
        drafts.make(by=somebody, at=NOW + timedelta(minutes=minute))
    assert find(first).answers == {"age": 40}
    drafts.make(by=somebody, at=NOW + timedelta(hours=1))
    with pytest.raises(wizard.Lost):
        find(first)


def test_what_was_typed_is_kept_until_its_page_is_saved():
    kept = drafts.make()
    wizard.draft.note(kept, "patient", {"a-age": ["4"]}, at=NOW)
    wizard.draft.note(kept, "signs", {"a-days": ["2"]}, at=NOW)
    wizard.answered(drafts.reading(), kept, {"age": 40}, shown=frozenset(), at=NOW)
    assert find(kept).typed == {"signs": {"a-days": ["2"]}}


def test_only_a_begun_draft_is_paused():
    somebody = user.Clinician()
    drafts.make(by=somebody)
    drafts.make(age=40)
    kept = drafts.make(by=somebody, age=40, sex="male")
    assert [one.key for one in wizard.paused(by=somebody, at=NOW)] == [kept.key]
    assert wizard.paused(by=somebody, at=NOW + OVER) == []
