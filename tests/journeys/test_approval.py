"""The story of an approval: an editor submits, reviewers read, comment, send back and sign, and clinicians get it."""

import pytest
from django.test import Client

from advisor.accounts.models import Profession
from guidelines import library
from guidelines.models import Comment, DoseRange, Edition, Entry
from tests.factories import edition, user
from tests.factories.reviewstep import approve
from tests.journeys.desk import Desk
from tests.journeys.test_consultation import words
from tests.unit.guidelines.admin import desk as form


pytestmark = pytest.mark.django_db

PLACE = "dose_ranges[calmol_light]"
PENDING = "pending human review"


@pytest.fixture(autouse=True)
def _empty_shelves(monkeypatch):
    monkeypatch.setattr(library, "_kept", {})
    monkeypatch.setattr(library, "_titles", {})


@pytest.fixture
def physician(reviewer):
    return reviewer


@pytest.fixture
def pharmacist():
    return user.Reviewer(profession=Profession.PHARMACIST, name="Pat Pharmacist")


@pytest.fixture
def at_the_desk():
    return lambda person, made: Desk(Client(), person, made)


def at_the_bedside(slug="hiccups"):
    client = Client()
    client.force_login(user.Clinician())
    return words(client.get(f"/guidelines/{slug}/"))


def test_from_a_changed_dose_to_the_clinician(editor, physician, pharmacist, at_the_desk):
    given_an_approved_edition_and_an_edited_dose(editor)
    made = when_the_editor_submits(editor)
    first = at_the_desk(physician, made)
    then_the_queue_shows_it(first.client)
    then_the_page_tells_what_changes(first)
    first.sends("take/")
    first.comments(PLACE, "Where does the 5 come from?")
    assert "Comments are still to be resolved, on dose_ranges[calmol_light]" in first.reads()
    when_the_editor_answers(editor, "The label of 2025.")
    when_the_comment_is_resolved(first)
    assert "give the first of the two approvals" in first.reads("approve/")
    assert "Your signature on edition 2 is on record" in words(first.signs())
    assert "1, Approved" in at_the_bedside(), "clinicians still get what was approved by two"
    second = at_the_desk(pharmacist, made)
    assert "approve it for clinicians to use" in second.reads("approve/")
    second.signs()
    assert "2, Approved" in at_the_bedside()
    then_the_ledger_tells_it_all()


def given_an_approved_edition_and_an_edited_dose(editor):
    approve(edition.make())
    client = Client()
    client.force_login(editor)
    form.save(client, DoseRange.objects.get(pk="calmol_light"), maximum="5")


def when_the_editor_submits(editor):
    client = Client()
    client.force_login(editor)
    client.post("/admin/guidelines/guideline/hiccups/submit/")
    return Edition.objects.get(number=2)


def then_the_queue_shows_it(client):
    queue = words(client.get("/review/"))
    assert "Persistent hiccups, edition 2 Submitted" in queue
    assert "0 of 2 approvals given" in queue
    assert "Review (1 to review )" in queue, "the header says how many"


def then_the_page_tells_what_changes(desk):
    page = desk.reads()
    assert "Against edition 1" in page
    assert "10 → 5 mg a day" in page
    assert "Stillit and Company: whoever declared an interest in one cannot approve it" in page


def when_the_editor_answers(editor, text):
    client = Client()
    client.force_login(editor)
    page = client.post(f"/review/comments/{Comment.objects.get().pk}/", {"text": text}, follow=True)
    assert text in words(page)


def when_the_comment_is_resolved(desk):
    address = f"/review/comments/{Comment.objects.first().pk}/resolve/"
    page = desk.client.post(address, {"settled": "Fine."}, follow=True)
    assert "Resolved by" in words(page)


def then_the_ledger_tells_it_all():
    acts = list(Entry.objects.filter(subject="hiccups/2").order_by("pk").values_list("act", flat=True))
    assert acts == ["submit", "take", "comment", "answer", "resolve", "endorse", "approve"]


def test_what_is_sent_back_says_why_and_is_not_approved_from_a_stale_page(editor, physician, pharmacist, at_the_desk):
    made = edition.make(by=editor)
    first, second = at_the_desk(physician, made), at_the_desk(pharmacist, made)
    first.sends("take/")
    stale = second.opens("approve/")
    assert "Edition 1 was sent back" in words(first.sends("send-back/", reason="Cite the label."))
    refused = second.signs(shown=stale)
    assert refused.status_code == 409
    assert "has moved since this page was shown: it is now sent back" in words(refused)
    assert "Why: Cite the label." in at_the_desk(editor, made).reads()


def test_an_approved_edition_is_withdrawn_with_what_to_use_instead(physician, at_the_desk):
    desk = at_the_desk(physician, approve(edition.make()))
    page = desk.sends("withdraw/", reason="The label changed.", replacement="Ask a colleague.")
    assert "Edition 1 was withdrawn" in words(page)
    assert "Nothing: this edition has come to its end" in words(page)
    assert "Use instead Ask a colleague." in at_the_bedside()


def test_an_edition_is_read_through_section_by_section(physician, at_the_desk):
    desk = at_the_desk(physician, edition.make())
    sections = desk.opens("reading/guideline/").context["sections"]
    for key, _name, count in sections:
        page = desk.opens(f"reading/{key}/")
        assert len(page.context["rows"]) == count
    assert "maximum: 10 mg a day" in desk.reads("reading/dose_ranges/")
    assert desk.opens("reading/nonsense/").status_code == 404


def test_the_worked_patients_can_be_tried(physician, at_the_desk):
    desk = at_the_desk(physician, edition.make())
    assert "worked patients get the advice they must get" in desk.reads("rehearsal/")


def test_an_editor_reads_and_decides_nothing(editor, at_the_desk):
    desk = at_the_desk(editor, edition.make(by=editor))
    page = desk.reads()
    assert "What you can do" not in page
    for refused in ("take/", "approve/", "send-back/", "withdraw/", "comments/add/"):
        assert desk.client.post(desk.address + refused).status_code == 403
    assert desk.opens("approve/").status_code == 403
