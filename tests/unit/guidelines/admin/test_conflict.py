"""Two editors on one row: the second hears of the first, keeps what they typed, and writes over it only on purpose."""

import json
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction
from django.test import Client

from guidelines.models import Contribution, DoseRange, Entry, Inclusion, Interest, Reference, Statement
from tests.factories import guideline, interest, user
from tests.unit.guidelines.admin import desk as form


HEAVY = "calmol_heavy"


@pytest.fixture
def heavy(hiccups):
    return DoseRange.objects.get(pk=HEAVY)


@pytest.fixture
def colleague(hiccups):
    browser = Client()
    browser.force_login(user.Editor(name="Colleague"))
    return browser


def opened(client, row):
    """What a form would send back if it were sent later."""
    return form.shown(client.get(form.address(row)))


def confirmed(page):
    """What the page of a conflict sends back once its box is ticked."""
    return form.shown(page) | {"over": page.context["met"].now}


def test_the_second_sees_both_and_nothing_is_saved(desk, colleague, heavy):
    mine = opened(desk, heavy)
    form.save(colleague, heavy, maximum="30")
    page = form.send(desk, form.address(heavy), mine | {"maximum": "25", "note": "Typed by me."})
    assert "This was changed while you had it open" in form.refusal(page)
    [difference] = page.context["differences"]
    assert (difference.label, difference.shown, difference.theirs, difference.mine) == ("At most", "40", "30", "25")
    assert "Typed by me." in page.content.decode()
    assert "Colleague" in page.content.decode()
    assert DoseRange.objects.get(pk=HEAVY).maximum == 30


def test_a_field_that_only_the_other_touched_counts_too(desk, colleague, heavy):
    mine = opened(desk, heavy)
    form.save(colleague, heavy, maximum="30")
    form.send(desk, form.address(heavy), mine | {"note": "Typed by me."})
    assert DoseRange.objects.get(pk=HEAVY).maximum == 30


def test_it_is_saved_over_the_other_on_purpose(desk, colleague, heavy):
    mine = opened(desk, heavy)
    form.save(colleague, heavy, maximum="30")
    page = form.send(desk, form.address(heavy), mine | {"maximum": "35"})
    assert form.send(desk, form.address(heavy), confirmed(page)).status_code == 302
    assert json.loads(Entry.objects.last().detail) == {"maximum": {"old": 30, "new": 35}}


def test_a_confirmation_is_for_what_was_read_alone(desk, colleague, heavy):
    mine = opened(desk, heavy)
    form.save(colleague, heavy, maximum="30")
    page = form.send(desk, form.address(heavy), mine | {"maximum": "35"})
    form.save(colleague, heavy, maximum="28")
    again = form.send(desk, form.address(heavy), confirmed(page))
    assert again.context["differences"][0].theirs == "28"
    assert DoseRange.objects.get(pk=HEAVY).maximum == 28


def test_saving_without_ticking_the_box_shows_it_again(desk, colleague, heavy):
    mine = opened(desk, heavy)
    form.save(colleague, heavy, maximum="30")
    page = form.send(desk, form.address(heavy), mine | {"maximum": "35"})
    form.send(desk, form.address(heavy), form.shown(page))
    assert DoseRange.objects.get(pk=HEAVY).maximum == 30


def test_a_form_that_does_not_say_what_it_showed_is_not_trusted(desk, heavy):
    page = form.send(desk, form.address(heavy), opened(desk, heavy) | {"seen": "", "maximum": "35"})
    assert "cannot be told" in page.content.decode()
    assert DoseRange.objects.get(pk=HEAVY).maximum == 40


def test_an_edit_of_another_row_is_no_conflict(desk, colleague, heavy):
    mine = opened(desk, heavy)
    form.save(colleague, Statement.objects.get(), text="Hiccups stop.")
    assert form.send(desk, form.address(heavy), mine | {"maximum": "35"}).status_code == 302


def steps(row):
    return [f"{step.day:g}: {step.dose:g}" for step in row.titration.all()]


@pytest.mark.parametrize("theirs", [{"titration-1-DELETE": "on"}, {"titration-1-dose": "15"}, {"titration-0-day": "2"}])
def test_parts_that_the_other_changed_are_a_conflict_and_written_over_exactly(desk, colleague, heavy, theirs):
    before, mine = steps(heavy), opened(desk, heavy)
    form.save(colleague, heavy, **theirs)
    page = form.send(desk, form.address(heavy), mine | {"note": "Mine."})
    assert [difference.label for difference in page.context["differences"]] == ["titration"]
    assert steps(heavy) != before
    assert form.send(desk, form.address(heavy), confirmed(page)).status_code == 302
    assert steps(heavy) == before


def test_a_part_that_the_other_added_goes_when_it_is_written_over(desk, colleague, heavy):
    before, mine = steps(heavy), opened(desk, heavy)
    added = {"titration-TOTAL_FORMS": "3", "titration-2-day": "9", "titration-2-dose": "40"}
    form.save(colleague, heavy, **added)
    assert len(steps(heavy)) == len(before) + 1
    page = form.send(desk, form.address(heavy), mine | {"note": "Mine."})
    assert form.send(desk, form.address(heavy), confirmed(page)).status_code == 302
    assert steps(heavy) == before


def test_a_row_that_was_edited_meanwhile_is_not_deleted(desk, colleague, hiccups):
    statement = Statement.objects.get()
    shown = desk.get(form.address(statement, "delete")).context["seen"]
    form.save(colleague, statement, text="Hiccups stop.")
    answer = desk.post(form.address(statement, "delete"), {"post": "yes", "seen": shown}, follow=True)
    assert "somebody changed it meanwhile (text)" in answer.content.decode()
    assert Statement.objects.exists()


def test_a_row_that_was_deleted_meanwhile_is_said_to_be_gone(desk, colleague, hiccups):
    reference = Reference.objects.create(code="R11", kind="trial", title="Unused", verification="primary")
    mine = opened(desk, reference)
    form.delete(colleague, reference)
    answer = desk.post(form.address(reference), mine, follow=True)
    assert "Perhaps it was deleted?" in answer.content.decode()


def test_an_interest_is_watched_too(client, db):
    client.force_login(user.Administrator())
    row = interest.make()
    mine = opened(client, row)
    Interest.objects.update(person=user.Reviewer())
    assert "person" in [one.label.lower() for one in client.post(form.address(row), mine).context["differences"]]


def listed(client):
    """What the list of places would send back, with the number of the row R9 in it."""
    page = client.get(form.listing(Inclusion), {"section": "references"})
    formset = page.context["cl"].formset
    sent = {name: str(value) for one in (formset.management_form, *formset.forms) for name, value in _sent(one)}
    return sent, next(one.prefix for one in formset.forms if one.instance.code == "R9")


def _sent(one):
    for field in one:
        yield field.html_name, field.value()
        yield field.html_initial_name, field.value()


def test_an_order_is_changed_in_the_list_with_its_entry(desk, hiccups):
    sent, row = listed(desk)
    form.send(desk, f"{form.listing(Inclusion)}?section=references", sent | {f"{row}-position": "5", "_save": "Save"})
    assert json.loads(Entry.objects.get().detail) == {"position": {"old": 1, "new": 5}}
    assert Contribution.objects.get().guideline == hiccups


def test_an_order_that_was_changed_meanwhile_is_not_written_over(desk, colleague, hiccups):
    sent, row = listed(desk)
    form.save(colleague, Inclusion.objects.get(section="references", code="R9"), position="7")
    page = form.send(
        desk, f"{form.listing(Inclusion)}?section=references", sent | {f"{row}-position": "5", "_save": "Save"}
    )
    assert "Somebody else put it at 7 meanwhile" in page.content.decode()
    assert Inclusion.objects.get(section="references", code="R9").position == 7


def test_an_order_that_was_not_touched_leaves_that_of_the_other(desk, colleague, hiccups):
    sent, _row = listed(desk)
    form.save(colleague, Inclusion.objects.get(section="references", code="R9"), position="7")
    form.send(desk, f"{form.listing(Inclusion)}?section=references", sent | {"_save": "Save"})
    assert Inclusion.objects.get(section="references", code="R9").position == 7


def test_of_two_at_the_same_moment_one_hears_of_the_other(fresh_database):
    with transaction.atomic():
        guideline.make()
        editors = [user.Editor(), user.Editor()]
    heavy, ready, answers = DoseRange.objects.get(pk=HEAVY), Barrier(2), []

    def edit(editor, maximum):
        browser = Client()
        browser.force_login(editor)
        sent = opened(browser, heavy) | {"maximum": maximum}
        ready.wait()
        answers.append(form.send(browser, form.address(heavy), sent).status_code)
        connection.close()

    threads = [Thread(target=edit, args=pair) for pair in zip(editors, ("30", "35"), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, 302]
    assert Entry.objects.filter(act="row changed").count() == 1
