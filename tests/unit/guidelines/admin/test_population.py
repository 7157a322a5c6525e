"""A population is read back to its editor in plain English."""

from guidelines.models import Inclusion, Line, Population
from tests.unit.guidelines.admin import desk as form


def test_a_population_is_read_back_when_it_is_saved(desk):
    answer = form.save(desk, Population.objects.get(pk="child"), **{"lines-0-number": "16"})
    assert "In plain English: Age below 16 years." in form.told(answer)


def test_its_page_says_whom_it_takes_in(desk):
    page = desk.get(form.address(Population.objects.get(pk="everybody"))).content.decode()
    assert "Age at least 18 years or the patient is under 18." in page


def test_its_page_says_why_it_cannot_be_read(desk):
    Line.objects.filter(parent="takes_soother").update(values=("nothing",))
    assert "cannot be read yet" in desk.get(form.address(Population.objects.get(pk="child"))).content.decode()


def test_a_draft_is_not_read(desk):
    Inclusion.objects.filter(code="pregnant_child").delete()
    Inclusion.objects.filter(code="newborn_pregnant").delete()
    page = desk.get(form.address(Population.objects.get(pk="newborn_pregnant"))).content.decode()
    assert "stands in no guideline yet" in page


def test_an_empty_population_is_refused(desk):
    answer = form.save(desk, Population.objects.get(pk="child"), **{"lines-0-DELETE": "on"})
    assert 'lacks "lines"' in form.refusal(answer)


def test_a_circle_is_refused(desk):
    line = {"lines-0-fact": "", "lines-0-op": "", "lines-0-number": "", "lines-0-population": "everybody"}
    answer = form.save(desk, Population.objects.get(pk="child"), **line)
    assert "leads back to itself" in form.refusal(answer)
    assert Line.objects.get(parent="child").fact_id == "age"


def test_the_list_shows_lines_in_words(desk):
    page = desk.get(form.listing(Population)).content.decode()
    assert "age is at least 18; child" in page
    assert "not: child; not: pregnant is answered yes" in page


COUNT = {"lines-0-op": "at_least", "lines-0-number": "2", "lines-0-besides": "calmol"}


def test_a_count_is_written_and_read_back(desk):
    row = Population.objects.get(pk="takes_soother")
    answer = form.save(desk, row, **COUNT)
    assert "include at least 2 of Herbs and Soothers besides Calmol." in form.told(answer)
    line = row.lines.get()
    assert (line.op, line.number, line.besides) == ("at_least", 2, ("calmol",))
    assert "2 soothers, herbs besides calmol" in desk.get(form.listing(Population)).content.decode()


def test_a_count_that_can_never_be_reached_is_refused(desk):
    answer = form.save(desk, Population.objects.get(pk="takes_soother"), **COUNT | {"lines-0-number": "3"})
    assert "give a whole number of at least 1 and at most 2" in form.refusal(answer)
