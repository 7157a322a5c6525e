"""The layout of an advice: every reader gets the same parts, each what they need first."""

import pytest
from django.template.loader import render_to_string

from advisor.accounts.models import Reader
from advisor.sheet import layout
from tests import bedside
from tests.spec import ward


def names(reader):
    return [part["component"] for part in layout.layout(reader)["parts"]]


@pytest.mark.parametrize("reader", Reader)
def test_nothing_is_left_out_for_anybody(reader):
    assert sorted(names(reader)) == sorted(names(Reader.CLINICIAN))


def test_a_clinician_gets_everything_closed():
    assert not any(part["open"] for part in layout.layout(Reader.CLINICIAN)["parts"])


def test_a_pharmacist_gets_cautions_and_monitoring_open_before_the_effects():
    parts = layout.layout(Reader.PHARMACIST)["parts"]
    assert [part["open"] for part in parts] == [True, True, False]
    assert parts[-1]["component"] == "components/benefit.html"


def test_a_student_gets_the_effects_first_and_the_reasons():
    told = layout.layout(Reader.STUDENT)
    assert (told["parts"][0]["component"], told["statements"]) == ("components/benefit.html", True)


def test_why_is_said_to_a_student_alone_and_kept_under_a_name_of_its_own():
    said = next(one for one in bedside.book().rulebook.statements if one.student)
    sections = {"next": [], "others": [{"key": said.code, "statements": [{"code": said.code, "text": said.text}]}]}
    [told] = layout.explained(sections, bedside.book(), Reader.STUDENT)["others"]
    assert told["statements"][0]["why"] == said.student
    assert told["key"] != said.code
    [plain] = layout.explained(sections, bedside.book(), Reader.CLINICIAN)["others"]
    assert (plain["statements"][0]["why"], plain["key"]) == ("", said.code)


def test_every_statement_says_its_language_also_where_the_edition_has_but_one():
    said = ward.BOOK.rulebook.statements[0]
    sections = {"next": [{"key": said.code, "statements": [{"code": said.code, "text": said.text}]}], "others": []}
    [told] = layout.explained(sections, ward.BOOK, Reader.CLINICIAN)["next"]
    assert render_to_string("components/statements.html", {"statements": told["statements"]}).count(said.text) == 1
