"""An editor sees what use says of the rules of a guideline, what is due, and settles it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from advisor import reach
from advisor.models import Settlement
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation, response, reviewstep
from tests.journeys.test_consultation import words
from tests.unit.advisor.reach.test_survey import TRIED_IN_VAIN, submitted_lenient


pytestmark = pytest.mark.django_db
RULES = "/reach/hiccups/rules/"
OPTION, FAILED = "options[calmol_second]", "contraindications[calmol_failed]"


@pytest.fixture
def desk(client, editor):
    reviewstep.approve(bedside.edition())
    client.force_login(editor)
    return client


def consulted(times, days_ago=1, series="a", **answers):
    at = timezone.now() - timedelta(days=days_ago)
    return [consultation.make(key=f"{series} {number}", at=at, **answers) for number in range(times)]


def overridden(times, series="a"):
    for one in consulted(times, series=series):
        response.make("not_given:calmol", "does-not-align-latest-evidence", to=one)


def silenced():
    consulted(30, 40, "before", tried=[TRIED_IN_VAIN])
    reviewstep.approve(submitted_lenient())
    consulted(12, 1, "after", tried=[TRIED_IN_VAIN])


def settles(client, rule, matter, seen=0, how="stands"):
    sent = {"rule": rule, "matter": matter, "seen": seen, "how": how}
    return client.post(f"{RULES}settle/", sent, follow=True)


def test_it_shows_how_often_a_rule_fired_and_how_it_was_taken(desk):
    for one in consulted(6):
        response.make(to=one)
    page = words(desk.get(RULES))
    assert "6 consultations; clinicians said what they did about 6" in page
    assert "Calmol for the patient is a child or an adult 6 6 0" in page
    assert "Nothing is due" in page


def test_small_numbers_and_names_are_not_told(desk):
    made = consulted(2)
    response.make("none_given", "patient-refuses", to=made[0])
    page = words(desk.get(RULES))
    assert "said what they did about under 5" in page
    assert "2 0 under 5" in page
    assert "The patient refuses" not in page
    assert not {made[0].consulted_by.name, made[0].consulted_by.email, str(made[0].pk)} & set(page.split())


def test_what_clinicians_override_for_newer_evidence_is_due_until_it_is_settled(desk):
    overridden(3)
    assert "1 overridden for newer evidence" in words(desk.get("/admin/"))
    page = words(desk.get(RULES))
    assert "does not align with the latest evidence; consultations: 3 or more" in page
    [task] = reach.tasks()
    page = words(settles(desk, OPTION, "overrides", task.seen, "changed"))
    assert "Settled." in page
    assert "Nothing is due" in page
    assert "overridden for newer evidence" not in words(desk.get("/admin/"))
    overridden(3, "again")
    assert "1 overridden for newer evidence" in words(desk.get("/admin/"))


def test_settling_is_entered_in_the_ledger_with_who_and_how(desk, editor):
    overridden(3)
    settles(desk, OPTION, "overrides", reach.tasks()[0].seen)
    made, entry = Settlement.objects.get(), Entry.objects.get(act="settle")
    assert (made.settled_by, made.how, entry.by, entry.subject) == (editor, "stands", editor, f"hiccups {OPTION}")


def test_a_rule_that_stopped_firing_is_due_in_the_workplace_and_on_its_page(desk):
    silenced()
    assert "1 stopped firing" in words(desk.get("/admin/"))
    assert "It no longer stands in edition 2." in words(desk.get(RULES))
    assert "Nothing is due" in words(settles(desk, FAILED, "silence"))
    assert "stopped firing" not in words(desk.get("/admin/"))


@pytest.mark.parametrize(
    ("rule", "matter", "seen", "how"),
    [
        (OPTION, "silence", 0, "stands"),
        ("options[water_first]", "overrides", 0, "stands"),
        (OPTION, "nonsense", 0, "stands"),
        (OPTION, "overrides", 0, "nonsense"),
        (OPTION, "overrides", "-1", "stands"),
        (OPTION, "overrides", "9" * 30, "stands"),
        ("x" * 10_000, "overrides", 0, "stands"),
    ],
)
def test_what_is_not_due_cannot_be_settled(desk, rule, matter, seen, how):
    overridden(3)
    answer = settles(desk, rule, matter, seen, how)
    assert answer.status_code == 400
    assert "There is nothing to settle about this rule" in answer.content.decode()
    assert not Settlement.objects.exists()


def test_a_reviewer_reads_and_does_not_settle(desk, client, reviewer):
    overridden(3)
    client.force_login(reviewer)
    assert "Settle it" not in words(client.get(RULES))
    assert settles(client, OPTION, "overrides").status_code == 403


def test_clinicians_do_not_see_it(client, clinician):
    client.force_login(clinician)
    assert client.get(RULES).status_code == 403


def test_the_page_asks_no_query_a_consultation(desk, django_assert_max_num_queries):
    overridden(4)
    desk.get(RULES)
    with django_assert_max_num_queries(20):
        desk.get(RULES)


def test_weeks_that_are_not_offered_are_the_usual_ones(desk):
    for weeks in ("0", "-4", "many", "9999999999"):
        assert 'value="12" selected' in " ".join(desk.get(RULES, {"weeks": weeks}).content.decode().split())
