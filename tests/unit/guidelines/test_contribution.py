"""Contributions: one row an edit, dated so that no submission loses it."""

from datetime import timedelta

import pytest

from guidelines import contribution, packages
from guidelines.models import Contribution, Guideline
from tests.factories import edition, guideline
from tests.factories.edition import NOW


pytestmark = pytest.mark.django_db


def test_an_edit_is_noted_with_each_guideline_that_it_changes(editor):
    made = [guideline.make(), guideline.make(slug="sneezes")]
    contribution.note([*made, made[0]], by=editor, at=NOW)
    assert list(Contribution.objects.values_list("guideline", "by", "at")) == [
        ("hiccups", editor.pk, NOW),
        ("sneezes", editor.pk, NOW),
    ]


def test_an_edit_that_was_begun_before_a_submission_and_ended_after_it_is_dated_after_it(editor):
    made = edition.make().guideline
    contribution.note([made], by=editor, at=NOW - timedelta(seconds=5))
    assert Contribution.objects.get().at > NOW


def test_contributors_are_counted_from_a_moment(editor, reviewer):
    made = guideline.make()
    contribution.note([made], by=editor, at=NOW)
    contribution.note([made], by=reviewer, at=NOW + timedelta(days=1))
    assert contribution.contributors(made, since=None) == {editor.pk, reviewer.pk}
    assert contribution.contributors(made, since=NOW) == {reviewer.pk}


def test_loading_a_package_contributes_where_it_changes_something(editor):
    for _ in range(2):
        packages.load(guideline.PACKAGE, by=editor, at=NOW)
    assert list(Contribution.objects.values_list("guideline", "by")) == [("hiccups", editor.pk)]


def test_loading_a_package_as_nobody_contributes_nothing():
    packages.load(guideline.PACKAGE, by=None, at=NOW)
    assert Guideline.objects.exists()
    assert not Contribution.objects.exists()
