"""Contributions: one row an edit, dated so that no submission loses it."""

from datetime import timedelta

import pytest
from django.db.models import ProtectedError

from guidelines import contribution, packages
from guidelines.models import Authorship, Contribution, Guideline, Inclusion
from tests.factories import authorship, edition, guideline
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


def test_who_wrote_a_row_is_noted_also_where_no_guideline_has_it(editor):
    contribution.note([], rows=[("drugs", "calmol"), ("drugs", "calmol")], by=editor, at=NOW)
    assert list(Authorship.objects.values_list("section", "code", "by", "at")) == [("drugs", "calmol", editor.pk, NOW)]
    assert not Contribution.objects.exists()


def test_a_row_whose_edit_waited_for_a_submission_is_dated_after_it(editor):
    edition.make()
    assert authorship.make(by=editor, at=NOW - timedelta(seconds=5)).at > NOW


def test_authors_are_those_of_these_rows_from_a_moment(editor, reviewer):
    authorship.make(by=editor)
    authorship.make(by=reviewer, at=NOW + timedelta(days=1))
    authorship.make(section="treatments")
    assert contribution.authors([("drugs", "calmol")], since=None) == {editor.pk, reviewer.pk}
    assert contribution.authors([("drugs", "calmol")], since=NOW) == {reviewer.pk}
    assert contribution.authors([], since=None) == set()


def test_loading_a_package_writes_the_rows_of_the_catalogue_that_it_adds(editor):
    packages.load(guideline.PACKAGE, by=editor, at=NOW)
    written = Authorship.objects.filter(by=editor).values_list("section", "code")
    assert sorted(written) == sorted(Inclusion.objects.values_list("section", "code"))


def test_loading_a_package_writes_no_row_that_already_says_the_same(editor, reviewer, tmp_path):
    made = packages.load(guideline.PACKAGE, by=editor, at=NOW).guideline
    packages.dump(made, tmp_path)
    references = tmp_path / "references.toml"
    references.write_text(references.read_text().replace('title = "', 'title = "Anew: ', 1))
    packages.load(tmp_path, by=reviewer, at=NOW, replace=True)
    assert [one.section for one in Authorship.objects.filter(by=reviewer)] == ["references"]


def test_the_account_of_an_author_stays(editor):
    authorship.make(by=editor)
    with pytest.raises(ProtectedError):
        editor.delete()
