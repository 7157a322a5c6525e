"""Why a question is asked: what hangs on it by the rules, and nothing else."""

from advisor.wizard import why
from guidelines.engine.matter import Kind, Matter
from tests import bedside


BOOK = bedside.book()


def said(matters):
    return [f"{one['said']} {one['what']}".strip() for one in why.sentences(BOOK, matters)]


def test_what_hangs_on_an_answer_is_said_the_gravest_first():
    matters = {
        Matter(Kind.STATEMENT, "S1"),
        Matter(Kind.DOSE, "calmol"),
        Matter(Kind.ALERT, "choking"),
        Matter(Kind.EXCLUSION, "calmol"),
    }
    assert said(matters) == [
        "whether something else comes first: “Clear the airway.”",
        "whether ruled out: Calmol",
        "the dose of: Calmol",
        "which sentences of the guideline apply",
    ]


def test_many_treatments_are_counted(monkeypatch):
    monkeypatch.setattr(why, "MOST_NAMED", 1)
    matters = {Matter(Kind.CAUTION, "calmol"), Matter(Kind.CAUTION, "water")}
    [told] = said(matters)
    assert told.startswith("whether care is called for with: ")
    assert told.endswith(" and 1 more")


def test_where_nothing_hangs_nothing_is_said():
    assert why.sentences(BOOK, ()) == []
