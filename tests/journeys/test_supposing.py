"""What if: other answers tried out on the patient of a consultation, of which nothing is kept unless it is begun for itself."""

import re

import pytest

from advisor.models import Consultation, Draft
from guidelines.engine import advice, weighing
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation, user
from tests.journeys.clinician import SEEN
from tests.journeys.test_consultation import words


class Supposing:
    """A clinician at the what-if page of a consultation of theirs."""

    def __init__(self, client, clinician):
        client.force_login(clinician)
        self.client, self.clinician = client, clinician
        self.about()

    def about(self, **answers):
        self.past = consultation.make(by=self.clinician, key=f"key {Consultation.objects.count()}", **answers)
        self.address = f"/consultations/{self.past.pk}/what-if/"

    def posts(self, *codes, **typed):
        fields = {(f"a-{name}" if name not in ("add", "begin", "more") else name): text for name, text in typed.items()}
        return self.client.post(self.address, {"asked": codes} | fields)


@pytest.fixture
def supposing(client, clinician, edition):
    return Supposing(client, clinician)


def test_the_recommendation_leads_there_and_every_answer_can_be_chosen(supposing, client):
    assert f'href="{supposing.address}"' in client.get(f"/consultations/{supposing.past.pk}/").content.decode()
    page = words(client.get(supposing.address))
    assert "Nothing of it is recorded" in page
    assert "Weight: 80 kg" in page


def test_whom_the_guideline_stopped_for_by_a_slip_of_the_keyboard_is_put_right_there(supposing, client):
    supposing.about(age=10)
    assert f'href="{supposing.address}"' in client.get(f"/consultations/{supposing.past.pk}/").content.decode()
    page = words(supposing.posts("age", age="70"))
    assert "Would not come up any more: " in page
    assert "Calmol as answered: Ruled out then: Suitable" in page
    assert "/treatments/calmol/" not in supposing.posts("age", age="70").content.decode(), "it leads nowhere from there"
    assert supposing.posts("age", age="70", begin="1").status_code == 302
    assert Draft.objects.get().answers


def test_what_would_come_is_cited_by_numbers_and_its_sources_are_listed_below(supposing):
    supposing.about(age=10)
    page = words(supposing.posts("age", age="70"))
    assert not re.search(r"\bR\d+\b", page), "the code of a reference tells a clinician nothing"
    assert re.search(r"\[\d\]", page)
    assert "References (" in page


def test_behind_an_alert_that_waits_nothing_is_tried_out(supposing, client):
    supposing.about(choking=True)
    consultation = f"/consultations/{supposing.past.pk}/"
    assert supposing.address not in client.get(consultation).content.decode()
    assert supposing.posts("choking", choking="no").headers["Location"] == consultation


@pytest.mark.parametrize("answers", [{"choking": True}, {"age": 10}], ids=["withheld", "stopped"])
def test_no_leaflet_is_promised_where_no_treatment_is_shown(supposing, client, answers):
    assert "Leaflet" in client.get(f"/consultations/{supposing.past.pk}/").content.decode()
    supposing.about(**answers)
    for page in ("", "print/"):
        assert "Leaflet" not in client.get(f"/consultations/{supposing.past.pk}/{page}").content.decode()


def test_a_dose_that_would_change_is_told_beside_the_one_of_the_advice(supposing):
    page = words(supposing.posts("weight", weight="45"))
    assert "Weight as answered: 80 kg then: 45 kg" in page
    assert "Given otherwise Calmol" in page
    assert "then: no (by rule)" not in page, "what is not asked of such a patient is no change"
    assert "Maximum as answered: 40 mg/day then: 10 mg/day" in page


def test_a_treatment_that_would_go_says_why(supposing):
    page = words(supposing.posts("tried", **tried("none")))
    assert "No longer to be given Calmol as answered: Suitable then: Ruled out" in page
    assert "It was tried in vain. Drink." in page


def test_a_treatment_that_would_come_back_says_what_no_longer_holds(supposing):
    failed = {"treatment": "calmol", "daily_dose": 40, "weeks": 9, "outcome": "none", "still_taking": False}
    supposing.about(tried=[failed])
    page = words(supposing.posts("tried", tried="no"))
    assert "Could be given then Calmol as answered: Ruled out then: Suitable" in page
    assert "No longer: It was tried in vain." in page


def tried(outcome):
    row = {"treatment": "calmol", "daily_dose": "40", "weeks": "9", "outcome": outcome, "still_taking": "no"}
    return {"tried": "yes"} | {f"tried__0__{name}": text for name, text in row.items()}


def test_not_known_is_an_answer(supposing):
    page = words(supposing.posts("weight", weight="", weight__unknown="on"))
    assert "Weight as answered: 80 kg then: not known" in page
    assert "Calmol as answered: Suitable then: Check first" in page
    assert "To be checked first then:" in page
    assert "To find out Also: What does the patient weigh?" in page


def test_several_answers_are_supposed_together(supposing):
    page = words(supposing.posts("weight", "days", weight="45", days="40"))
    assert "Would come up: Warning. Look for a cause." in page
    assert "Maximum as answered: 40 mg/day then: 10 mg/day" in page


def test_the_same_answer_changes_nothing(supposing):
    assert "Nothing in the advice would change." in words(supposing.posts("weight", weight="80"))


def test_nothing_is_told_behind_an_alert_that_would_hold_treatment_back(supposing):
    page = words(supposing.posts("choking", choking="yes"))
    assert "Clear the airway." in page
    assert "No treatment would be shown before that alert is acknowledged" in page
    assert "Calmol" not in page


def test_another_question_is_added_and_what_was_typed_stays(supposing):
    page = supposing.posts("weight", weight="45", add="", more="days")
    assert page.status_code == 200
    assert re.findall(r'name="asked" value="(\w+)"', page.content.decode()) == ["weight", "days"]
    assert 'value="45"' in page.content.decode()
    assert "What would be otherwise" not in words(page)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("4500", "implausible"),
        ("", "Give the number"),
        ("x", "number"),
        ("9" * 10_000, "40 characters"),
        ("8\x000", "Null characters"),
        ("<b>80</b>", "number"),
    ],
)
def test_an_impossible_value_is_refused_where_it_stands(supposing, typed, said):
    response = supposing.posts("weight", weight=typed)
    assert response.status_code == 422
    assert "Error: What if" in words(response)
    assert said in words(response)
    assert "<b>80" not in response.content.decode()
    assert "What would be otherwise" not in words(response)


def test_what_is_not_asked_of_such_a_patient_is_left_out_with_a_word(supposing):
    supposing.about(sex="female", pregnant=True, weeks_pregnant=20)
    page = words(supposing.posts("sex", sex="male"))
    assert "Not asked then, so its answer is left out: Is she pregnant?" in page


def test_an_answer_that_contradicts_another_offers_to_change_that_one_too(supposing):
    supposing.about(sex="female", pregnant=True, weeks_pregnant=20)
    response = supposing.posts("age", age="1", age__confirm="on")
    assert response.status_code == 422
    assert "A child under 2 cannot be pregnant. Change that answer, too" in words(response)
    asked = supposing.posts("age", age="1", age__confirm="on", add="pregnant")
    assert re.findall(r'name="asked" value="(\w+)"', asked.content.decode()) == ["age", "pregnant"]


def test_only_one_advice_is_worked_out_and_nothing_recorded(supposing, monkeypatch):
    weighed = []
    monkeypatch.setattr(advice, "weigh", lambda *about: weighed.append(about) or weighing.weigh(*about))
    supposing.posts("weight", weight="45")
    assert len(weighed) == 1
    assert Consultation.objects.count() == 1
    assert not Draft.objects.exists()
    assert {entry.act for entry in Entry.objects.filter(subject=f"consultation {supposing.past.pk}")} == {
        "consult",
        "view",
    }


def test_a_consultation_of_its_own_is_one_press_from_there(supposing, client):
    begun = supposing.posts("weight", weight="45", begin="1")
    summary = client.get(begun.url)
    assert "45 kg" in words(summary)
    assert "40 years" in words(summary)
    seen = SEEN.search(summary.content.decode()).group(1)
    assert "10 mg/day" in words(client.post(begun.url, {"seen": seen}))
    assert Consultation.objects.count() == 2


def test_it_begins_on_todays_edition_and_says_what_no_longer_fits(supposing, client):
    plain = bedside.content()
    plain["facts"] = [one | ({"refuse_low": 5} if one["code"] == "days" else {}) for one in plain["facts"]]
    bedside.submitted(plain)
    page = words(client.get(supposing.posts("weight", weight="45", begin="1").url))
    assert "These no longer fit and were removed: days." in page


def test_a_colleague_finds_nothing(client, clinician, edition):
    past = consultation.make(by=clinician)
    client.force_login(user.Clinician())
    assert client.get(f"/consultations/{past.pk}/what-if/").status_code == 404
    assert client.post(f"/consultations/{past.pk}/what-if/", {"asked": "weight"}).status_code == 404


def test_questions_that_there_are_not_are_passed_over(supposing):
    assert supposing.posts("nothing", "<b>", nothing="1").status_code == 200
    assert supposing.posts("weight", add="nothing", weight="4").status_code == 200
