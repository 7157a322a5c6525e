"""Each line of a case is tried with the engine when it is saved."""

import pytest

from guidelines.models import Case, Line
from tests.unit.guidelines.admin import desk as form


@pytest.fixture
def adult(desk):
    return Case.objects.get(code="V01")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("answers", "age: 40\nsize: 80", "Line 2: &quot;size: 80&quot;: there is no fact &quot;size&quot;."),
        ("answers", "age: forty", "Line 1: age: forty is not a number."),
        ("answers", "age: 40\n\nage", "Line 3"),
        ("answers", "age: 400", "Line 1, “age: 400”: 400 years is implausible"),
        ("answers", "medicines: clamol", "did you mean &quot;calmol&quot;?"),
        ("expects", "best: water", "Line 1, “best: water”: “best” is no promise; there are first,"),
        ("expects", "first water", "write it as “what: codes”"),
        ("expects", "first: water\noffer: wine", "line 2, “offer: wine”: names something unknown: wine."),
        ("expects", "dose: calmol start", "cannot be read as a promise"),
    ],
)
def test_a_line_that_means_nothing_is_refused_by_its_number(desk, adult, field, text, said):
    answer = form.save(desk, adult, **{field: text})
    assert said.lower() in str(answer.context["adminform"].form.errors[field]).lower()
    assert Case.objects.get(code="V01").expects == adult.expects


def test_a_promise_that_does_not_hold_is_saved_and_said(desk, adult):
    answer = form.save(desk, adult, expects="exclude: calmol")
    assert answer.status_code == 302
    assert "does not pass yet. V01: exclude: calmol: calmol is offer at line 2" in form.told(answer)


def test_a_value_may_be_refused_where_the_case_promises_it(desk, adult):
    answer = form.save(desk, adult, answers="age: 400", expects="refused: age")
    assert answer.status_code == 302
    assert "does not pass" not in form.told(answer)


def test_a_case_waits_while_its_guideline_cannot_be_read(desk, adult):
    Line.objects.filter(parent="takes_soother").update(values=("nothing",))
    assert "cannot be tried yet" in form.told(form.save(desk, adult, expects="first: wine"))


def test_its_patient_can_be_previewed(desk, adult):
    assert 'href="/preview/hiccups/?case=V01"' in desk.get(form.address(adult)).content.decode()
    assert 'value="V01" selected' in desk.get("/preview/hiccups/?case=V01").content.decode()


def test_the_notation_is_explained(desk, adult):
    assert "One line a promise" in desk.get(form.address(adult)).content.decode()
