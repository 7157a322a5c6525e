"""An edit that would break a guideline is refused in words, and nothing of it stays."""

import pytest

from guidelines.models import Alert, Entry, Fact, Option, Population, Reference, Statement
from tests.unit.guidelines.admin import desk as form


def test_markup_is_refused_at_its_field(desk):
    statement = Statement.objects.get(code="S01")
    answer = form.save(desk, statement, text="Drink <b>water</b>.")
    assert "plain text" in str(answer.context["adminform"].form.errors["text"])
    assert Statement.objects.get(code="S01").text == statement.text


def test_markup_is_refused_in_a_draft_too(desk):
    answer = form.add_like(desk, Reference.objects.get(pk="R9"), code="R11", title="<i>Hiccups</i>", guidelines=[])
    assert "plain text" in form.refusal(answer)


def test_a_code_that_names_nothing_is_refused(desk):
    population = Population.objects.get(pk="takes_soother")
    answer = form.save(desk, population, **{"lines-0-values": "soothers, hreb"})
    assert 'medicines has no "hreb"' in form.refusal(answer)
    assert population.lines.get().values == ("soothers", "herbs")
    assert not Entry.objects.exists()


def test_a_row_that_stands_in_no_guideline_cannot_be_named(desk):
    Population.objects.create(code="draft", name="somebody").lines.create(fact_id="age", op="ge", number=90)
    answer = form.save(desk, Option.objects.get(code="water_first"), population="draft")
    assert 'Option “water_first”: names the population "draft"' in form.refusal(answer)
    assert "tick the guideline there" in form.refusal(answer)


def test_a_part_taken_out_is_refused_where_it_is_named(desk):
    sex = Fact.objects.get(pk="sex")
    answer = form.save(desk, sex, **{"choices-0-DELETE": "on"})
    assert "Population “female”" in form.refusal(answer)
    assert sex.choices.count() == 2


@pytest.mark.parametrize("changed", [{"refuse_low": "500"}, {"unit": ""}])
def test_an_impossible_range_and_a_number_without_unit_are_refused(desk, changed):
    assert form.refusal(form.save(desk, Fact.objects.get(pk="height"), **changed))


@pytest.mark.parametrize(("code", "said"), [("Red Flag", "small letters"), ("rénal", "small letters")])
def test_a_code_is_told_how_to_be_spelt(desk, code, said):
    assert said in form.refusal(form.add_like(desk, Alert.objects.get(), code=code))


def test_what_was_wrong_before_does_not_stand_in_the_way(desk):
    Population.objects.get(pk="takes_soother").lines.update(values=("nothing",))
    answer = form.save(desk, Statement.objects.get(code="S01"), text="Hiccups stop.")
    assert answer.status_code == 302
    assert "not ready yet" in form.told(answer)


def test_a_new_row_belongs_to_the_only_guideline(desk, hiccups):
    for model in (Statement, Reference):
        page = desk.get(f"{form.listing(model)}add/")
        assert "hiccups" in str(form.shown(page).get("guideline", form.shown(page).get("guidelines")))


def test_a_code_cannot_be_changed(desk):
    form.save(desk, Statement.objects.get(code="S01"), code="S02")
    assert Statement.objects.get().code == "S01"
