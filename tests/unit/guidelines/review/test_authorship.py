"""Authorship: who wrote a row of the catalogue stands behind the edition that adds or changes it, and behind no other."""

from datetime import timedelta

import pytest

from guidelines import models
from tests.factories import authorship, edition, guideline, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import approve, withdraw


pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)


def behind(made):
    return set(made.contributors.values_list("person", flat=True))


def test_who_wrote_a_row_stands_behind_the_first_edition_that_has_it(editor):
    authorship.make(by=editor, at=NOW - timedelta(days=1000))
    assert editor.pk in behind(edition.make())


def test_who_wrote_a_row_that_another_guideline_alone_has_stands_behind_the_edition_that_takes_it_in(editor):
    approve(edition.make())
    authorship.make(by=editor, at=LATER)
    guideline.make(slug="sneezes")
    assert editor.pk in behind(edition.make(slug="sneezes", at=LATER))


def test_who_wrote_a_row_that_an_edition_has_not_does_not_stand_behind_it(editor):
    authorship.make(by=editor, code="of_another_guideline")
    authorship.make(by=editor, section="facts", code="calmol")
    assert editor.pk not in behind(edition.make())


def test_who_wrote_what_was_approved_as_it_stands_does_not_stand_behind_the_next(editor):
    authorship.make(by=editor)
    approve(edition.make())
    assert editor.pk not in behind(edition.make(title="Hiccups", at=LATER))


def test_who_changed_a_row_since_it_was_approved_stands_behind_the_next(editor):
    before, since = user.Editor(), user.Editor()
    authorship.make(by=before)
    approve(edition.make())
    models.Drug.objects.filter(pk="calmol").update(name="Calmol forte")
    authorship.make(by=since, at=LATER)
    made = behind(edition.make(title="Hiccups", at=LATER))
    assert since.pk in made
    assert before.pk not in made


def test_who_changed_a_row_and_changed_it_back_does_not_stand_behind_it(editor):
    approve(edition.make())
    authorship.make(by=editor, at=LATER)
    assert editor.pk not in behind(edition.make(title="Hiccups", at=LATER))


@pytest.mark.parametrize("fate", [withdraw, lambda made: None])
def test_after_a_withdrawal_every_row_is_new_again(editor, fate):
    authorship.make(by=editor)
    fate(approve(edition.make()))
    assert (editor.pk in behind(edition.make(title="Hiccups", at=LATER))) == (fate is withdraw)


def test_who_wrote_a_row_stands_behind_every_edition_until_one_is_approved(editor):
    authorship.make(by=editor)
    edition.make()
    assert editor.pk in behind(edition.make(title="Hiccups", at=LATER))
