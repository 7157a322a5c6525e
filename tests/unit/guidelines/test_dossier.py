"""The dossier: everything a reviewer reads before deciding, in plain words and in one place."""

import pytest

from guidelines import dossier, library, models, review
from guidelines.engine import document
from tests.factories import comment, edition, guideline, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import approve
from tests.unit.guidelines import tampering


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_shelves(monkeypatch):
    monkeypatch.setattr(library, "_kept", {})


def of(made, by=None):
    return dossier.of(dossier.find("hiccups", made.number), by=by or user.Reviewer())


def test_it_names_who_stands_behind_an_edition_and_whose_makers_are_touched(editor):
    told = of(edition.make(by=editor))
    assert (told.title, told.status) == ("Persistent hiccups", "Submitted")
    assert (told.contributors, told.makers) == ((str(editor),), ("Stillit and Company",))
    assert (told.basis, told.changes, told.moves) == (None, (), {"take"})


def test_the_way_of_an_edition_ends_where_it_stands_today():
    first = approve(edition.make())
    models.DoseRange.objects.filter(pk="calmol_light").update(maximum=5)
    approve(edition.make(title="Hiccups"))
    told = of(first)
    assert told.status == "Superseded"
    assert [(stage.label, stage.mark) for stage in told.path][-2:] == [("Approved", "done"), ("Superseded", "current")]


def test_it_tells_what_changes_against_the_approved_edition():
    approve(edition.make())
    models.DoseRange.objects.filter(pk="calmol_light").update(maximum=5)
    told = of(edition.make(title="Hiccups"))
    assert told.basis == 1
    doses, wording = told.changes
    assert doses["heading"] == "Doses"
    assert "10" in str(doses["changes"])
    assert "5" in str(doses["changes"])
    assert "Hiccups" in str(wording["changes"])


def test_an_approved_edition_is_still_held_against_what_was_there_before_it():
    approve(edition.make())
    second = approve(edition.make(title="Hiccups"))
    assert (of(second).basis, len(of(second).changes)) == (1, 1)


def way(made):
    return tuple((stage.label, stage.mark) for stage in of(made).path)


def test_it_tells_how_far_an_edition_came(reviewer):
    made = edition.make()
    assert way(made) == (
        ("Submitted", "current"),
        ("Under review", "todo"),
        ("Under review, one approval given", "todo"),
        ("Approved", "todo"),
    )
    review.take(made, by=reviewer, at=NOW)
    review.send_back(made, by=reviewer, at=NOW, reason="No.")
    assert way(made) == (("Submitted", "done"), ("Under review", "done"), ("Sent back", "current"))


def test_what_the_page_shows_is_what_must_still_hold_at_the_decision(reviewer):
    made = edition.make()
    told = of(made)
    assert told.seen == review.Seen(made.sha256, 1)
    review.take(made, by=reviewer, at=NOW, seen=told.seen)
    with pytest.raises(review.Refused, match="since this page was shown"):
        review.send_back(made, by=reviewer, at=NOW, reason="No.", seen=told.seen)


def test_it_says_what_was_said_and_what_stands_against_an_approval(editor):
    made = edition.make(by=editor)
    review.take(made, by=user.Reviewer(), at=NOW)
    comment.make(on=made, place="options[water_first]")
    told = of(made, by=editor)
    assert [thread.place for thread in told.threads] == ["options[water_first]"]
    assert len(told.objections) == 2


def test_altered_content_is_said_at_once():
    made = edition.make()
    of(made)
    tampering.alter(made, '"maximum":40', '"maximum":400')
    assert of(made).status == "Not approved: content altered"


def test_a_newer_edition_is_pointed_to():
    older = edition.make()
    assert of(older).newer is None
    edition.make(title="Hiccups")
    assert of(older).newer == 2


def test_every_row_can_be_read_in_plain_language():
    made = edition.make()
    book = document.read(guideline.content())
    read = {section: dossier.rows(made, section) for section, _name, _count in dossier.sections(made)}
    for section, rows in read.items():
        held = 1 if section == "guideline" else len(getattr(book, section))
        assert len({row.place for row in rows}) == len(rows) == held
    [option] = [row for row in read["options"] if row.place == "options[water_first]"]
    assert "line 1" in " ".join(option.sentences)


def test_every_row_that_is_read_can_be_commented_on():
    made = edition.make()
    places = [row.place for section, *_ in dossier.sections(made) for row in dossier.rows(made, section)]
    assert set(places) <= review.remark.places(made)


def test_a_case_is_read_with_its_answers_and_its_promises():
    case = dossier.rows(edition.make(), "cases")[0]
    assert case.title.startswith("V01: ")
    assert case.sentences[0].startswith("Answers: ")
    assert case.sentences[1].startswith("Must hold: ")


def test_its_cases_can_be_tried():
    assert all(not tried.failures for tried in dossier.rehearse(edition.make()))


def test_an_unknown_edition_is_absent():
    with pytest.raises(library.Absent, match="no edition 7"):
        dossier.find("hiccups", 7)
