"""Nothing is offered of which a topic of safety is blank; "none known" is no blank."""

import pytest

from guidelines.engine.treatment import Topic
from tests.unit.guidelines.readiness.ready import changed, errors, said, without


@pytest.mark.parametrize("topic", Topic)
def test_safety_blank(topic):
    """Is offered, and nothing is said of {topic}. Say what is known, “none known”, or “not stated in the source seen”."""
    told = said("safety_blank", "treatments[calmol]", topic=topic.replace("_", " "))
    assert errors(without("safety", f"calmol_{topic}")) == [told]
    assert errors(changed("safety", f"calmol_{topic}", text=" ")) == [told]
    assert errors(changed("safety", f"calmol_{topic}", text="None known.")) == []


def test_what_is_said_of_a_class_is_said_of_its_members():
    whole = changed("safety", "calmol_renal", treatments=(), drug_classes=("soothers",))
    assert errors(whole) == []
    assert errors(changed("drug_classes", "soothers", whole, members=("soothol",)))[:1] == [
        said("safety_blank", "treatments[calmol]", topic="renal")
    ]


def test_of_a_measure_and_of_what_nobody_is_offered_nothing_is_asked():
    whole = without("safety", "calmol_renal")
    assert errors(changed("treatments", "calmol", whole, kind="measure")) == []
    assert "safety_blank" not in {code for code, _, _ in errors(without("options", "calmol_second", whole))}
