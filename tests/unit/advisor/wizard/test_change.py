"""Changes: what a page of answers makes of a draft; nothing is dropped, and nothing overwritten, without a word."""

import pytest

from advisor import wizard
from advisor.models import Draft
from guidelines.engine import patient
from tests import bedside
from tests.factories import draft as drafts
from tests.factories.edition import NOW


BOOK = bedside.book()


def draft(**answers):
    return Draft(guideline="hiccups", key="key", edition=1, edition_sha256="digest", answers=answers)


def test_answers_that_another_answer_makes_irrelevant_are_dropped_and_told():
    kept = draft(sex="female", pregnant=True, weeks_pregnant=31)
    dropped = wizard.taken(BOOK, kept, {"sex": "male"})
    assert kept.answers == {"sex": "male"}
    assert [fact.code for fact in dropped] == ["pregnant", "weeks_pregnant"]


def test_a_contradiction_is_refused_and_leaves_the_draft_as_it_was():
    kept = draft(sex="female", pregnant=True)
    with pytest.raises(patient.Refused, match="under 2"):
        wizard.taken(BOOK, kept, {"age": 1})
    assert kept.answers == {"sex": "female", "pregnant": True}


def test_an_implausible_answer_is_refused():
    with pytest.raises(patient.Refused, match="120"):
        wizard.taken(BOOK, draft(), {"age": 250})


def test_another_edition_keeps_every_answer_that_fits():
    kept = draft(age=250, sex="female", pregnant=True, gone=True)
    assert wizard.moved(kept, drafts.reading(2, "other")) == ["age", "gone"]
    assert kept.answers == {"sex": "female", "pregnant": True}
    assert (kept.edition, kept.edition_sha256) == (2, "other")


@pytest.mark.django_db
def test_what_another_tab_saved_is_not_overwritten_without_a_word():
    begun = drafts.make()
    first, second = (wizard.find("hiccups", begun.key, by=begun.kept_by, at=NOW) for _ in range(2))
    wizard.answered(drafts.reading(), first, {"age": 40}, shown=frozenset(), at=NOW)
    second.refresh_from_db()
    with pytest.raises(wizard.Overtaken, match="40 years") as overtaken:
        wizard.answered(drafts.reading(), second, {"age": 41}, shown={"age:"}, at=NOW)
    assert [fault.place for fault in overtaken.value.faults] == ["age"]
    wizard.answered(drafts.reading(), second, {"age": 41}, shown={wizard.shown(second, "age")}, at=NOW)
    assert wizard.find("hiccups", begun.key, by=begun.kept_by, at=NOW).answers == {"age": 41}


@pytest.mark.django_db
def test_pages_saved_at_the_same_time_are_both_kept():
    begun = drafts.make()
    first, second = (wizard.find("hiccups", begun.key, by=begun.kept_by, at=NOW) for _ in range(2))
    wizard.answered(drafts.reading(), first, {"age": 40}, shown=frozenset(), at=NOW)
    wizard.answered(drafts.reading(), second, {"choking": False}, shown=frozenset(), at=NOW)
    assert wizard.find("hiccups", begun.key, by=begun.kept_by, at=NOW).answers == {"age": 40, "choking": False}


@pytest.mark.django_db
def test_the_same_page_saved_twice_is_saved():
    begun = drafts.make(age=40)
    wizard.answered(drafts.reading(), begun, {"age": 40}, shown=frozenset(), at=NOW)
    assert begun.answers == {"age": 40}


@pytest.mark.django_db
def test_a_draft_that_was_discarded_meanwhile_is_lost():
    begun = drafts.make(age=40)
    wizard.discard("hiccups", begun.key, by=begun.kept_by)
    with pytest.raises(wizard.Lost):
        wizard.answered(drafts.reading(), begun, {"choking": False}, shown=frozenset(), at=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("odd", [{"age": "old", "sex": "male"}, ["age"], {"nothing": 1, "sex": "male"}])
def test_answers_that_cannot_be_read_are_dropped_and_told(odd):
    begun = drafts.make()
    Draft.objects.filter(pk=begun.pk).update(answers=odd)
    found, _, notices = wizard.resumed(drafts.reading(), begun.key, by=begun.kept_by, at=NOW)
    assert set(found.answers) <= {"sex"}
    assert "Check them" in notices[0]
