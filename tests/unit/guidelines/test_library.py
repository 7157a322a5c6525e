"""The library: clinicians get the approved edition, unaltered, and the process asks the database once."""

import pytest

from guidelines import library, review
from guidelines.models import Guideline
from tests.factories import edition, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import approve, withdraw
from tests.unit.guidelines import tampering


pytestmark = pytest.mark.django_db

DOSE = ('"maximum":40', '"maximum":400')


@pytest.fixture(autouse=True)
def _empty_shelves(monkeypatch):
    monkeypatch.setattr(library, "_kept", {})
    monkeypatch.setattr(library, "_titles", {})


@pytest.fixture
def _strict(settings):
    settings.SHOW_UNAPPROVED_EDITIONS = False


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until a test moves it."""
    hands = {"now": 1000.0}
    monkeypatch.setattr(library.time, "monotonic", lambda: hands["now"])
    return hands


def test_a_reading_is_the_edition_as_it_was_frozen():
    made = edition.make()
    reading = library.current("hiccups")
    assert (reading.slug, reading.number, reading.edition_id) == ("hiccups", 1, made.pk)
    assert (reading.sha256, reading.submitted_at, reading.title) == (made.sha256, NOW, "Persistent hiccups")
    assert reading.compiled.rulebook.options[0].treatment == "water"
    assert reading.document["options"][0]["code"] == "water_first"


def test_where_nothing_is_approved_a_demonstration_shows_the_newest_that_awaits_review():
    edition.make()
    review.take(edition.make(title="Hiccups"), by=user.Reviewer(), at=NOW)
    assert (library.current("hiccups").number, library.current("hiccups").status) == (2, "Under review")


@pytest.mark.usefixtures("_strict")
def test_where_nothing_is_approved_a_deployment_shows_nothing():
    edition.make()
    with pytest.raises(library.Absent, match="No edition of this guideline is approved"):
        library.current("hiccups")


def test_the_approved_edition_goes_before_newer_ones():
    approve(edition.make())
    edition.make(title="Hiccups")
    assert (library.current("hiccups").number, library.current("hiccups").status) == (1, "Approved")


def test_the_next_approval_supersedes():
    approve(edition.make())
    approve(edition.make(title="Hiccups"))
    assert library.current("hiccups").number == 2
    assert library.edition("hiccups", 1).status == "Superseded"


@pytest.mark.usefixtures("_strict")
def test_after_a_withdrawal_no_older_edition_comes_back():
    approve(edition.make())
    newer = approve(edition.make(title="Hiccups"))
    withdraw(newer)
    with pytest.raises(library.Withdrawn, match="Edition 2 of this guideline was withdrawn") as gone:
        library.current("hiccups")
    assert (gone.value.withdrawal.reason, gone.value.withdrawal.replacement) == ("The label changed.", "")
    assert library.edition("hiccups", 2).status == "Withdrawn"


def test_after_a_withdrawal_a_demonstration_shows_only_what_came_later():
    edition.make()
    withdraw(approve(edition.make(title="Hiccups")))
    with pytest.raises(library.Absent, match="was withdrawn"):
        library.current("hiccups")
    edition.make(title="Hiccups again")
    assert library.current("hiccups").number == 3


def test_the_catalogue_says_what_was_withdrawn_until_something_else_is_approved():
    withdraw(approve(edition.make()), replacement="Use water.")
    [heading] = library.catalogue()
    assert (heading.number, heading.status, heading.title) == (1, "Withdrawn", "Persistent hiccups")
    newer = edition.make(title="Hiccups again")
    [heading] = library.catalogue()
    assert (heading.number, heading.status) == (2, "Submitted")
    assert "Why: The label changed. Use instead: Use water." in str(heading.withdrawal)
    approve(newer)
    [heading] = library.catalogue()
    assert (heading.number, heading.withdrawal) == (2, None)


def test_an_unknown_guideline_or_edition_is_absent():
    with pytest.raises(library.Absent, match="no guideline of this name"):
        library.current("sneezes")
    edition.make()
    with pytest.raises(library.Absent, match="no edition 7"):
        library.edition("hiccups", 7)


def test_altered_content_is_never_approved():
    made = approve(edition.make())
    tampering.alter(made, *DOSE)
    assert library.current("hiccups").status == "Not approved: content altered"
    assert library.edition("hiccups", 1).status == "Not approved: content altered"
    assert [heading.status for heading in library.catalogue()] == ["Not approved: content altered"]


def test_altering_the_digest_too_does_not_help():
    made = approve(edition.make())
    tampering.alter_with_digest(made, *DOSE)
    assert library.current("hiccups").status == "Not approved: content altered"
    assert [heading.status for heading in library.catalogue()] == ["Not approved: content altered"]


@pytest.mark.usefixtures("_strict")
def test_altered_content_is_not_used_where_only_approved_content_may_be():
    tampering.alter(approve(edition.make()), *DOSE)
    with pytest.raises(library.Absent, match="was altered after it was frozen"):
        library.current("hiccups")


def test_content_that_was_spoilt_is_absent():
    tampering.alter(edition.make(), '"format":1', '"format":')
    with pytest.raises(library.Absent, match="cannot be read"):
        library.current("hiccups")
    assert library.catalogue() == []


def test_altered_content_is_noticed_while_the_process_runs(clock):
    made = approve(edition.make())
    before = library.current("hiccups")
    tampering.alter(made, *DOSE)
    assert library.current("hiccups").compiled is before.compiled
    clock["now"] += library.SECONDS_BETWEEN_CHECKS
    assert library.current("hiccups").status == "Not approved: content altered"
    assert [heading.status for heading in library.catalogue()] == ["Not approved: content altered"]


def test_altered_content_is_noticed_in_the_catalogue_though_nobody_reads_it(clock):
    made = approve(edition.make())
    library.catalogue()
    tampering.alter(made, *DOSE)
    assert [heading.status for heading in library.catalogue()] == ["Approved"]
    clock["now"] += library.SECONDS_BETWEEN_CHECKS
    assert [heading.status for heading in library.catalogue()] == ["Not approved: content altered"]


def test_spoilt_content_keeps_the_title_by_which_it_was_known(clock):
    made = edition.make()
    library.catalogue()
    tampering.alter(made, '"format":1', '"format":')
    clock["now"] += library.SECONDS_BETWEEN_CHECKS
    listed = [(heading.title, heading.status) for heading in library.catalogue()]
    assert listed == [("Persistent hiccups", "Not approved: content altered")]


def test_a_long_catalogue_is_checked_a_few_at_a_time(clock, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(library, "MOST_CHECKED", 2)
    for number in range(3):
        edition.make(slug=f"hiccups-{number}")
    library.catalogue()
    clock["now"] += library.SECONDS_BETWEEN_CHECKS
    for queries in (2, 2, 1):
        with django_assert_num_queries(queries):
            library.catalogue()


def test_content_that_was_checked_again_is_not_compiled_again(clock):
    edition.make()
    before = library.current("hiccups")
    clock["now"] += library.SECONDS_BETWEEN_CHECKS
    assert library.current("hiccups").compiled is before.compiled


def test_a_reading_is_one_statement_however_much_else_there_is(django_assert_num_queries):
    for number in range(3):
        edition.make(slug=f"hiccups-{number}")
        edition.make(slug=f"hiccups-{number}", title="Hiccups")
    library.current("hiccups-1")
    with django_assert_num_queries(1):
        library.current("hiccups-1")
    with django_assert_num_queries(1):
        library.edition("hiccups-1", 2)


def test_a_process_keeps_only_so_many_editions(monkeypatch):
    monkeypatch.setattr(library, "MOST_KEPT", 2)
    for number in range(3):
        edition.make(slug=f"hiccups-{number}")
        library.current(f"hiccups-{number}")
    assert len(library._kept) == 2


def test_the_catalogue_lists_what_clinicians_can_read_by_its_frozen_title(django_assert_num_queries):
    edition.make(slug="hiccups-b", title="B hiccups")
    approve(edition.make(slug="hiccups-a", title="A hiccups"))
    Guideline.objects.update(title="What an editor is about to call it")
    listed = [(heading.slug, heading.title, heading.status) for heading in library.catalogue()]
    assert listed == [("hiccups-a", "A hiccups", "Approved"), ("hiccups-b", "B hiccups", "Submitted")]
    with django_assert_num_queries(1):
        library.catalogue()
