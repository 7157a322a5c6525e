"""Reading a guideline: who may see which edition, under which band, and what is said of how it came about."""

import pytest

from guidelines import ageing, library, review
from tests import bedside
from tests.factories import user
from tests.factories.edition import NOW
from tests.factories.reviewstep import approve, withdraw
from tests.journeys.test_consultation import words
from tests.unit.guidelines import tampering


pytestmark = pytest.mark.django_db

PAGE = "/guidelines/hiccups/"
FIRST, SECOND = f"{PAGE}editions/1/", f"{PAGE}editions/2/"
TREATMENT = "treatments/calmol/"
ALL_PAGES = (PAGE, f"{PAGE}{TREATMENT}", f"{PAGE}search/", FIRST, f"{FIRST}{TREATMENT}", f"{FIRST}changes/")


@pytest.fixture(autouse=True)
def _empty_shelves(monkeypatch):
    monkeypatch.setattr(library, "_kept", {})
    monkeypatch.setattr(library, "_titles", {})


@pytest.fixture
def reads(client):
    """Open a page as somebody."""

    def open_page(path, by):
        client.force_login(by)
        return client.get(path)

    return open_page


@pytest.mark.parametrize("path", ALL_PAGES)
def test_a_stranger_is_sent_to_sign_in(client, edition, path):
    assert "/accounts/login/" in client.get(path).url


@pytest.mark.parametrize("path", ALL_PAGES)
def test_whoever_has_no_role_reads_nothing(reads, edition, path):
    assert reads(path, user.User()).status_code == 403


@pytest.mark.parametrize("path", ALL_PAGES)
@pytest.mark.parametrize("role", [user.Clinician, user.Editor, user.Reviewer])
def test_every_role_reads_what_clinicians_get(reads, edition, role, path):
    assert reads(path, role()).status_code == 200


def test_only_a_clinician_begins_a_consultation(client, editor, edition):
    client.force_login(editor)
    assert client.post(PAGE).status_code == 403
    assert "Start a consultation" not in words(client.get(PAGE))


def test_the_question_is_the_title_and_a_consultation_starts_here(reads, clinician, edition):
    page = words(reads(PAGE, clinician))
    assert "What helps" in page or "hiccups" in page
    assert "Start a consultation" in page


def test_a_draft_is_read_by_its_makers_and_nobody_else(reads, clinician, editor, reviewer, settings, edition):
    settings.SHOW_UNAPPROVED_EDITIONS = False
    assert reads(FIRST, clinician).status_code == 404
    assert "clinicians may read" in words(reads(FIRST, clinician))
    assert {reads(FIRST, one).status_code for one in (editor, reviewer)} == {200}


def test_what_was_sent_back_is_not_read_by_clinicians(reads, clinician, editor, edition):
    review.take(edition, by=user.Reviewer(), at=NOW)
    review.send_back(edition, by=user.Reviewer(), at=NOW, reason="No.")
    assert reads(FIRST, clinician).status_code == 404
    assert "Sent back" in words(reads(FIRST, editor))


def test_an_unapproved_edition_says_so_on_every_page(reads, clinician, edition):
    for path in (PAGE, FIRST, f"{PAGE}{TREATMENT}", f"{PAGE}search/"):
        assert "pending human review" in words(reads(path, clinician))


def test_an_old_edition_stays_at_its_address_under_a_band_that_leads_on(reads, clinician, edition):
    approve(edition)
    approve(bedside.edition(title="Hiccups that last"))
    old, new = words(reads(FIRST, clinician)), words(reads(SECOND, clinician))
    assert "superseded" in old
    assert "This is edition 1" in old
    assert "edition 2: read that one" in old
    assert "Start a consultation" not in old
    assert "This is edition" not in new
    assert "superseded" in words(reads(f"{FIRST}{TREATMENT}", clinician))


def test_a_withdrawn_edition_is_kept_with_why_and_what_to_use_instead(reads, clinician, edition):
    withdraw(approve(edition), replacement="Ask a colleague.")
    page = words(reads(FIRST, clinician))
    assert "do not use its advice" in page
    assert "The label changed." in page
    assert "Ask a colleague." in page
    assert "no edition that clinicians get now" in page


def test_altered_content_never_passes_as_approved(reads, clinician, settings, edition):
    tampering.alter(approve(edition), "hiccups", "hiccuqs")
    assert "Not approved: content altered" in words(reads(FIRST, clinician))
    settings.SHOW_UNAPPROVED_EDITIONS = False
    assert reads(FIRST, clinician).status_code == 404


def test_who_wrote_and_who_reviewed_stands_there_with_their_interests(reads, clinician, edition):
    reviewer = user.Reviewer(name="Rae Reviewer", declared_interests="Lectures for Stillit.")
    review.take(edition, by=reviewer, at=NOW)
    page = words(reads(PAGE, clinician))
    assert "Rae Reviewer (Physician)" in page
    assert "Lectures for Stillit." in page
    assert str(edition.contributors.get().person) in page


def test_what_is_new_is_told_against_the_edition_approved_before(reads, clinician, edition):
    approve(edition)
    approve(bedside.edition(title="Hiccups that last"))
    assert "Against edition 1" in words(reads(PAGE, clinician))
    assert "Hiccups that last" in words(reads(f"{SECOND}changes/", clinician))
    assert "nothing to compare it with" in words(reads(f"{FIRST}changes/", clinician))


def test_an_unknown_treatment_or_edition_is_said_to_be_unknown(reads, clinician, edition):
    assert reads(f"{PAGE}treatments/aspirin/", clinician).status_code == 404
    assert reads(f"{PAGE}editions/9/", clinician).status_code == 404


def test_the_policy_is_for_everybody_who_is_signed_in(reads, client):
    assert "/accounts/login/" in client.get("/editorial-policy/").url
    assert "Nobody approves what they wrote" in words(reads("/editorial-policy/", user.User()))


def test_what_is_past_its_date_says_so(reads, clinician, edition, monkeypatch):
    monkeypatch.setattr(ageing, "overdue", lambda rulebook, today: ageing.dated(rulebook)[:1])
    assert "Past the date of review" in words(reads(PAGE, clinician))


def test_a_page_takes_few_statements_however_much_it_says(
    reads, client, clinician, edition, django_assert_max_num_queries
):
    reads(PAGE, clinician)
    with django_assert_max_num_queries(8):
        client.get(PAGE)


@pytest.mark.parametrize(
    ("profession", "reads", "said"), [("student", "Student", True), ("physician", "Clinician", False)]
)
def test_a_student_is_told_why(client, edition, profession, reads, said):
    client.force_login(user.Clinician(profession=profession))
    page = words(client.get(PAGE))
    assert f"Reading as: {reads}" in page
    assert ("Why:" in page) is said
