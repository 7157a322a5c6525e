"""The command about firing: what fired in numbers, and exit 1 where a rule stopped."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests import bedside
from tests.factories import consultation, response, reviewstep
from tests.factories.edition import NOW
from tests.unit.advisor.reach.test_survey import TRIED_IN_VAIN, submitted_lenient


pytestmark = pytest.mark.django_db
TODAY = ("--today", NOW.date().isoformat())


@pytest.fixture(autouse=True)
def first(db):
    return reviewstep.approve(bedside.edition())


def run(*arguments):
    out = StringIO()
    try:
        call_command("firing", *arguments, stdout=out)
    except CommandError as error:
        return error.returncode, out.getvalue() + str(error)
    return 0, out.getvalue()


def consulted(times, at, series, **answers):
    return [consultation.make(key=f"{series} {number}", at=at, **answers) for number in range(times)]


def test_it_prints_how_often_each_rule_fired():
    for one in consulted(6, NOW - timedelta(days=1), "a"):
        response.make(to=one)
    code, told = run("hiccups", *TODAY)
    assert code == 0
    assert "hiccups, edition 1: 6 consultations in 12 weeks." in told
    assert "Calmol for the patient is a child or an adult: fired 6, followed 6, overridden 0" in told
    assert "Alerts that did not fire: 3" in told


def test_a_rule_that_was_disabled_is_named_and_it_exits_with_1():
    consulted(30, NOW - timedelta(days=30), "before", tried=[TRIED_IN_VAIN])
    assert run("hiccups", *TODAY)[0] == 0
    reviewstep.approve(submitted_lenient())
    consulted(12, NOW - timedelta(days=1), "after", tried=[TRIED_IN_VAIN])
    code, told = run(*TODAY)
    assert code == 1
    assert "hiccups: contraindications[calmol_failed] Calmol: calmol failed (avoid). It fired in 30 of 30" in told
    assert "It no longer stands in edition 2." in told
    assert run(*TODAY, "--weeks", "26")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sneezes"], "no guideline of this name"),
        (["hiccups", "--weeks", "0"], "Give a whole number from 1 to 520"),
        (["hiccups", "--weeks", "many"], "Give a whole number from 1 to 520"),
        (["hiccups", "--today", "yesterday"], "is no date"),
    ],
)
def test_what_it_cannot_read_is_refused_with_2(arguments, said):
    code, told = run(*arguments)
    assert (code, said in told) == (2, True), told
