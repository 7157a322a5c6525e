"""What is cited was seen as it is said to be, still stands, and is looked at in time."""

from dataclasses import replace
from datetime import date

from tests.unit.guidelines.readiness.ready import added, book, changed, errors, like, said


def test_cited_beyond_its_record():
    """Cites {reference} as seen, but the record of {reference} itself is {verification}. Write {reference}/{verification}."""
    assert errors(changed("references", "R9", verification="secondary")) == [
        said("cited_beyond_its_record", "drug_classes[soothers]", reference="R9", verification="secondary"),
        said(
            "cited_beyond_its_record", "contraindications[calmol_pregnancy]", reference="R9", verification="secondary"
        ),
    ]


def test_retracted_reference():
    """Cites {reference}, which was retracted. Rest the rule on another source, or take the rule away."""
    rulebook = added("references", like("references", "R9", code="R11", retracted=True))
    assert errors(rulebook) == []
    rulebook = changed("statements", "S01", rulebook, sources=("R10", "R11/secondary"))
    assert errors(rulebook) == [said("retracted_reference", "statements[S01]", reference="R11")]


def test_overdue():
    """Was to be looked at again by {date}. Look whether it still holds, and set the next date."""
    assert errors(book(), today=date(2027, 12, 31)) == []
    assert errors(book(), today=date(2028, 1, 1)) == [said("overdue", "references[R10]", date="2027-12-31")]


def test_unplanned_mark():
    """Rests on what nobody has checked ({sources}), and no date says by when somebody will. Give the guideline, or the
    reference, a date to review by."""
    found = errors(replace(book(), guideline=replace(book().guideline, review_by="")))
    assert {code for code, _, _ in found} == {"unplanned_mark"}
    assert said("unplanned_mark", "facts[bmi]", sources="practice") in found
    assert said("unplanned_mark", "positions[agency_2021]", sources="R9/unverified") in found


def test_a_reference_that_is_looked_at_again_is_a_plan():
    undated = replace(book(), guideline=replace(book().guideline, review_by=""))
    dated = errors(changed("references", "R9", undated, review_by="2028-01-31"))
    assert "positions[agency_2021]" not in [place for _, place, _ in dated]
    assert "facts[bmi]" in [place for _, place, _ in dated]
