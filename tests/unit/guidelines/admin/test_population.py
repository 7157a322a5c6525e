"""A population is read back to its editor in plain English."""

from guidelines.models import Inclusion, Line, Population
from tests.unit.guidelines.admin import desk as form


def test_a_population_is_read_back_when_it_is_saved(desk):
    answer = form.save(desk, Population.objects.get(pk="child"), **{"lines-0-number": "16"})
    assert "In plain English: Age below 16 years." in form.told(answer)


def test_its_page_says_whom_it_takes_in(desk):
    page = desk.get(form.address(Population.objects.get(pk="everybody"))).content.decode()
    assert "Age at most 110 years or the patient is under 18." in page


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
    assert "age is at most 110; child" in page
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


def read(client, row, how="page", **changed):
    """Ask for what was typed to be read, and nothing else."""
    page = client.get(form.address(row) if row else ADD)
    return form.send(client, form.address(row) if row else ADD, form.shown(page) | {"_read": how} | changed)


ADD = "/admin/guidelines/population/add/"
LINE = {"lines-0-fact": "age", "lines-0-op": "ge", "lines-0-number": "65"}


def test_what_is_typed_is_read_and_not_saved(desk):
    child = Population.objects.get(pk="child")
    page = read(desk, child, **{"lines-0-number": "16"})
    assert page.context["reading"].text == "Age below 16 years."
    assert 'value="16"' in page.content.decode()
    assert "Please correct" not in page.content.decode()
    assert child.lines.get().number == 18


def test_what_is_typed_is_read_as_a_part_of_the_page(desk):
    page = read(desk, Population.objects.get(pk="child"), "part", **{"lines-0-number": "16"})
    assert "Age below 16 years." in page.content.decode()
    assert "<form" not in page.content.decode()


def test_a_new_population_is_read_before_it_has_a_name(desk):
    page = read(desk, None, "part", **LINE)
    assert "Age at least 65 years." in page.content.decode()
    assert not Population.objects.filter(lines__number=65).exists()


def test_it_says_which_cases_a_population_takes_in(desk):
    page = read(desk, None, "part", **LINE | {"lines-0-number": "18"})
    assert "It takes in 3 of 4 cases: V01, V01b, V02; 0 leave it open." in page.content.decode()


def test_a_line_that_lacks_something_is_named(desk):
    page = read(desk, None, "part", **LINE | {"lines-0-number": ""})
    assert "Line 1: A comparison needs a number" in page.content.decode()


def test_a_code_that_names_nothing_is_told_as_it_is_typed(desk):
    page = read(desk, Population.objects.get(pk="takes_soother"), "part", **{"lines-0-values": "soothers, hreb"})
    assert "has no &quot;hreb&quot;" in page.content.decode().replace("&amp;", "&")


def test_a_circle_is_told_as_it_is_typed(desk):
    line = {"lines-0-fact": "", "lines-0-op": "", "lines-0-number": "", "lines-0-population": "everybody"}
    assert "leads back to itself" in read(desk, Population.objects.get(pk="child"), "part", **line).content.decode()


def test_what_is_typed_for_no_guideline_is_not_read(desk):
    assert "stands in no guideline yet" in read(desk, None, "part", **LINE | {"guidelines": []}).content.decode()


def test_nothing_is_said_of_what_was_wrong_elsewhere(desk):
    Line.objects.filter(parent="takes_soother").update(values=("nothing",))
    page = read(desk, Population.objects.get(pk="child"), "part", **{"lines-0-number": "16"})
    assert "cannot be read yet: it has 1 fault," in page.content.decode()


def test_a_reviewer_reads_but_does_not_try(client, reviewer, hiccups):
    client.force_login(reviewer)
    row = Population.objects.get(pk="child")
    assert "Age below 18 years." in client.get(form.address(row)).content.decode()
    assert client.post(form.address(row), {"_read": "part"}).status_code == 403
