"""What reaches the pages of review from outside the forms they show: refused in words, and nothing half done."""

import pytest

from guidelines import review
from guidelines.models import Comment, ReviewStep
from tests.factories import comment, edition
from tests.factories.edition import NOW
from tests.factories.user import PASS_PHRASE
from tests.journeys.desk import Desk
from tests.journeys.test_consultation import words


pytestmark = pytest.mark.django_db


@pytest.fixture
def made(reviewer):
    taken = edition.make()
    review.take(taken, by=reviewer, at=NOW)
    return taken


@pytest.fixture
def desk(client, reviewer, made):
    return Desk(client, reviewer, made)


@pytest.mark.parametrize(
    "address",
    [
        "/review/hiccups/7/",
        "/review/sneezes/1/",
        "/review/hiccups/99999999999999999999/",
        "/review/hiccups/1/reading/nothing/",
        "/review/comments/7/",
        "/review/comments/99999999999999999999/",
    ],
)
def test_what_does_not_exist_is_not_found(desk, address):
    assert desk.client.get(address).status_code == 404


@pytest.mark.parametrize("page", ["take", "approve", "send-back", "withdraw", "comments/add", "rehearsal"])
def test_nothing_is_done_to_an_edition_that_does_not_exist(desk, page):
    assert desk.client.post(f"/review/hiccups/7/{page}/", {"reason": "No."}).status_code in {404, 405}


@pytest.mark.parametrize(
    "hidden",
    [{}, {"sha256": "0" * 64, "step": 2}, {"sha256": "", "step": "two"}, {"sha256": "x" * 9999, "step": 10**30}],
)
@pytest.mark.parametrize("page", ["approve", "send-back", "withdraw", "take"])
def test_a_form_that_no_page_showed_decides_nothing(desk, made, page, hidden):
    typed = {"reason": "No.", "phrase": PASS_PHRASE} | hidden
    assert desk.client.post(f"{desk.address}{page}/", typed).status_code in {302, 409, 422}
    assert list(made.steps.values_list("number", flat=True)) == [1, 2]


def test_a_form_that_does_not_say_what_it_is_about_says_so(desk):
    page = desk.client.post(f"{desk.address}approve/", {"phrase": PASS_PHRASE})
    assert "does not say which edition it showed" in words(page)


def test_reading_an_address_that_decides_is_refused(desk, made):
    assert desk.client.get(f"{desk.address}take/").status_code == 405
    assert desk.client.get(f"/review/comments/{comment.make(on=made).pk}/resolve/").status_code == 405


def test_extra_fields_change_nothing(desk, made, reviewer, editor):
    desk.sends(
        "approve/", phrase=PASS_PHRASE, by=editor.pk, meaning="Something else", profession="nurse", how="passkey"
    )
    step = ReviewStep.objects.latest("number")
    assert (step.by, step.profession, step.signed_with) == (reviewer, "physician", "password")
    assert step.meaning.startswith("I have read edition 1 of")


def test_a_comment_is_shown_as_text(desk):
    desk.comments("options[water_first]", "<script>alert(1)</script>")
    assert "&lt;script&gt;" in desk.opens().content.decode()
    assert "<script>alert" not in desk.opens().content.decode()


@pytest.mark.parametrize(
    ("place", "text", "said"),
    [
        ("options[nothing]", "Why?", "Edition 1 has no options[nothing]."),
        ("x" * 201, "Why?", "Edition 1 has no xxx"),
        ("", "", "This field is required"),
        ("", "x" * 5001, "at most 5000 characters"),
    ],
)
def test_a_comment_about_nothing_is_refused_in_words(desk, place, text, said):
    page = desk.comments(place, text)
    assert (page.status_code, said in words(page)) == (422, True)
    assert not Comment.objects.exists()


def test_a_place_that_is_none_shows_no_comments(desk):
    assert "Nothing was said yet." in desk.reads("comments/?place=nothing%5Bat%20all")
