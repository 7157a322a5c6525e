"""Each row of the catalogue says in its form in which guidelines it stands."""

from guidelines.models import Inclusion, Reference, Topic
from tests.factories import guideline
from tests.unit.guidelines.admin import desk as form


def standing(code):
    rows = Inclusion.objects.filter(section="references", code=code)
    return dict(rows.values_list("guideline", "position"))


def test_a_new_row_stands_at_the_end_of_its_section(desk):
    form.add_like(desk, Reference.objects.get(pk="R9"), code="R11", guidelines=["hiccups"])
    assert standing("R11") == {"hiccups": 3}


def test_a_row_is_taken_out_of_one_guideline_and_stays_in_another(desk):
    guideline.make(slug="others", title="Others")
    before = standing("R9")
    topic = Topic.objects.create(code="extra", title="Extra")
    form.save(desk, topic, guidelines=["others"])
    assert list(Inclusion.objects.filter(code="extra").values_list("guideline", flat=True)) == ["others"]
    assert standing("R9") == before


def test_taking_out_a_row_that_is_named_is_refused(desk):
    answer = form.save(desk, Reference.objects.get(pk="R10"), guidelines=[])
    assert 'names the reference "R10", which does not exist' in form.refusal(answer)
    assert standing("R10") == {"hiccups": 2}


def test_a_list_narrows_to_a_guideline_and_to_drafts(desk):
    Reference.objects.create(code="R11", kind="trial", title="A draft", verification="primary")
    counted = {key: desk.get(form.listing(Reference), {"guideline": key}) for key in ("hiccups", "-")}
    assert {key: page.context["cl"].result_count for key, page in counted.items()} == {"hiccups": 2, "-": 1}
