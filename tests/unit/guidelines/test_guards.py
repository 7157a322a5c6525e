"""Guards: the database itself lets a review step in only where workflow and independence allow it."""

import pytest
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import IntegrityError, connection, models, transaction

from advisor.accounts.models import Profession
from guidelines import guards, review
from guidelines.models import Edition, ReviewStep
from tests.factories import authorship, comment, contributor, edition, interest, reviewstep, user
from tests.factories.edition import NOW


@pytest.fixture
def under_review(db):
    made = edition.make()
    review.take(made, by=user.Reviewer(), at=NOW)
    return made


def attempt(made, state, by, **changed):
    """Write a step past the pens, by one plain INSERT; return what the database says against it."""
    number = changed.pop("number", made.steps.count() + 1)
    values = {"edition_id": made.pk, "number": number, "state": state, "sha256": made.sha256, "at": NOW, "by_id": by.pk}
    values |= {"profession": by.profession, "interests": "", "reason": "Because.", "replacement": ""}
    values |= {"meaning": "I read it.", "signed_with": "password"} | changed
    columns, holes = ", ".join(values), ", ".join(["%s"] * len(values))
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO guidelines_reviewstep ({columns}) VALUES ({holes})", list(values.values()))
    except IntegrityError as error:
        return str(error).partition("\n")[0]
    return ""


def test_a_step_that_review_would_write_is_let_in(under_review):
    assert attempt(under_review, "endorsed", user.Reviewer()) == ""
    assert attempt(under_review, "approved", user.Reviewer(profession=Profession.PHARMACIST)) == ""
    assert attempt(under_review, "withdrawn", user.Reviewer()) == ""


@pytest.mark.parametrize("state", ["submitted", "under_review", "withdrawn", "nonsense"])
def test_a_move_that_is_none_is_refused(under_review, state):
    assert "no such move" in attempt(under_review, state, user.Reviewer())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"number": 7}, "the number after the newest"),
        ({"number": 2}, "the number after the newest"),
        ({"sha256": "0" * 64}, "about the digest of its edition"),
        ({"meaning": " "}, "says what it means"),
        ({"signed_with": ""}, "how it was signed"),
        ({"profession": "pharmacist"}, "keeps the profession"),
    ],
)
def test_an_approval_that_is_not_bound_or_not_signed_is_refused(under_review, changed, said):
    assert said in attempt(under_review, "endorsed", user.Reviewer(), **changed)


def test_taking_something_away_without_a_reason_is_refused(under_review):
    assert "Say why" in attempt(under_review, "sent_back", user.Reviewer(), reason="  ")


@pytest.mark.parametrize("state", ["endorsed", "approved"])
def test_who_submitted_or_contributed_does_not_approve(under_review, state):
    writer = user.Reviewer()
    contributor.make(of=under_review, person=writer)
    for person in (under_review.submitted_by, writer):
        assert "Nobody approves an edition to which they contributed" in attempt(under_review, state, person)


@pytest.mark.django_db
def test_who_wrote_a_row_before_any_guideline_had_it_does_not_approve():
    writer = user.Reviewer()
    authorship.make(by=writer)
    made = review.take(edition.make(), by=user.Reviewer(), at=NOW).edition
    assert "Nobody approves an edition to which they contributed" in attempt(made, "endorsed", writer)


@pytest.mark.parametrize("state", ["endorsed", "approved"])
def test_who_has_an_interest_does_not_approve(under_review, state):
    reviewer = user.Reviewer()
    interest.make(of=reviewer)
    assert "in which they declared an interest" in attempt(under_review, state, reviewer)


def test_one_approval_is_not_two(under_review):
    assert "two people of different professions" in attempt(under_review, "approved", user.Reviewer())


def test_two_of_one_profession_or_one_person_twice_are_not_two(under_review):
    first = user.Reviewer()
    attempt(under_review, "endorsed", first)
    assert "different professions" in attempt(under_review, "approved", user.Reviewer())
    type(first).objects.filter(pk=first.pk).update(profession=Profession.NURSE)
    first.refresh_from_db()
    assert "different professions" in attempt(under_review, "approved", first)


def test_open_comments_stand_against_an_approval(under_review):
    comment.make(on=under_review)
    assert "still to be resolved" in attempt(under_review, "endorsed", user.Reviewer())


def test_what_was_overtaken_is_not_approved(under_review):
    reviewstep.approve(edition.make(title="Hiccups"))
    assert "Another edition was approved" in attempt(under_review, "endorsed", user.Reviewer())


@pytest.mark.django_db
def test_a_submission_without_its_contributor_is_refused():
    held = edition.make()
    copy = Edition.objects.get(pk=held.pk)
    copy.pk, copy.number = None, 2
    copy.save(force_insert=True)
    assert "one of its contributors" in attempt(copy, "submitted", held.submitted_by)


def test_no_shell_goes_round_it(under_review):
    own = under_review.submitted_by
    step = ReviewStep(edition=under_review, number=3, state="approved", sha256=under_review.sha256, at=NOW, by=own)
    step.profession, step.meaning, step.signed_with = own.profession, "Mine.", "password"
    with pytest.raises(IntegrityError, match="Nobody approves"), transaction.atomic():
        step.save()
    with pytest.raises(IntegrityError, match="Nobody approves"), transaction.atomic():
        ReviewStep.objects.bulk_create([step])
    with pytest.raises(IntegrityError, match="Nobody approves"), transaction.atomic():
        under_review.steps.create(**{f.name: getattr(step, f.name) for f in step._meta.fields if f.name != "id"})


def test_a_refusal_of_the_database_is_a_sentence_in_review(under_review, monkeypatch):
    monkeypatch.setattr(review.decision, "objections", lambda *_, **__: [])
    with pytest.raises(review.Refused, match="^Nobody approves an edition to which they contributed"):
        review.approve(under_review, by=under_review.submitted_by, at=NOW, signature=reviewstep.SIGNATURE)


def test_every_guard_has_a_sentence_of_its_own():
    assert len(guards.SENTENCES) == len(guards.GUARDS)
    assert all("'" not in sentence for sentence in guards.SENTENCES)


@pytest.fixture
def submitted(fresh_database):
    with transaction.atomic():
        return edition.make()


def altered(table, name):
    """Alter a table as a later migration may."""
    longer = models.CharField(max_length=99)
    longer.set_attributes_from_name(name)
    longer.model = table
    with connection.schema_editor() as editor:
        editor.alter_field(table, table._meta.get_field(name), longer)


@pytest.mark.parametrize(("table", "name"), [(Edition, "sha256"), (ReviewStep, "sha256"), (user.models.User, "name")])
def test_it_guards_again_after_a_migration_altered_a_table(submitted, table, name):
    emit_pre_migrate_signal(verbosity=0, interactive=False, db="default")
    altered(table, name)
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert "no such move" in attempt(submitted, "approved", user.Reviewer())


def test_migrating_twice_guards_once(submitted):
    call_command("migrate", verbosity=0)
    call_command("migrate", verbosity=0)
    assert "no such move" in attempt(submitted, "approved", user.Reviewer())
