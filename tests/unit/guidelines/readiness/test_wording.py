"""Every statement speaks to each audience and claims no review; a word that people ask with means one thing."""

from dataclasses import replace

import pytest

from guidelines.engine.synonym import Synonym
from tests.unit.guidelines.readiness.ready import added, book, changed, errors, said


@pytest.mark.parametrize(
    ("field", "audience"), [("text", "clinicians"), ("student", "students"), ("patient", "patients")]
)
def test_wording_missing(field, audience):
    """Has no wording for {audience}. Write it, so that nobody has to guess what is meant."""
    rulebook = changed("statements", "S01", **{field: ""})
    assert errors(rulebook) == [said("wording_missing", "statements[S01]", audience=audience)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("All articles are reviewed for accuracy by our board.", "All articles are reviewed"),
        ("Caution: content is pending human review.", "pending human review"),
        ("This guideline has been approved.", "This guideline has been approved"),
        ("Peer-reviewed and safe.", "Peer-reviewed"),
    ],
)
def test_status_said_in_content(text, words):
    """Says of itself “{words}”. Only the review record may say what was reviewed and by whom; take it out of the text."""
    told = said("status_said_in_content", "statements[S01]", words=words)
    assert told in errors(changed("statements", "S01", text=text))


def test_the_guideline_says_no_status_of_itself_either():
    rulebook = replace(book(), guideline=replace(book().guideline, disclaimer="This content is reviewed."))
    told = said("status_said_in_content", "guideline", words="This content is reviewed")
    assert errors(rulebook) == [told]


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "The drug is approved by the agency; rules are pending clinical sign-off."},
        {"text": "The dose is reviewed after four weeks."},
        {"claim": "All articles are reviewed for accuracy.", "finding": "Content is pending human review as well."},
    ],
)
def test_what_is_no_status_of_this_guideline_is_left_alone(fields):
    assert errors(changed("statements", "S01", **fields)) == []


def test_word_twice():
    """Says “{word}”, which {other} says too. A word that means two things misleads; leave it to one of them."""
    rulebook = added("synonyms", Synonym("burps", ("Hiccough",), means="burping"))
    told = said("word_twice", "synonyms[burps]", word="Hiccough", other="synonyms[hiccough]")
    assert errors(rulebook) == [told]


def test_a_word_in_another_language_may_mean_something_else():
    assert errors(added("synonyms", Synonym("de", ("hiccough",), language="de", means="burping"))) == []


def test_the_name_of_a_drug_stands_for_no_other():
    """Whoever asks for a drug by its brand is never answered about another one."""
    drug = book().drugs[0]
    other = next(one for one in book().treatments if one.drug != drug.code)
    told = said("word_twice", "synonyms[odd]", word=drug.name.upper(), other=f"drugs[{drug.code}]")
    assert errors(added("synonyms", Synonym("odd", (drug.name.upper(),), treatments=(other.code,)))) == [told]
    assert errors(added("synonyms", Synonym("even", (drug.name,), drugs=(drug.code,)))) == []
