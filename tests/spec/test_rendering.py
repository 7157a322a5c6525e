"""Renderings: a statement in other languages; part of the edition, optional, and nothing advised hangs on it."""

import pytest

from guidelines.engine import document
from guidelines.engine.evidence import Rendering
from tests.spec import ward
from tests.spec.ward import advised, book


GERMAN = {"language": "de", "text": "Bei einem Jucken ausruhen."}
SAID = {"code": "S2", "section": "non_drug", "text": "Rest an itch.", "sources": ["R1"], "population": "itch"}


def faults(*renderings):
    with pytest.raises(document.Unreadable) as caught:
        document.read(ward.document_of(statements=[SAID | {"renderings": list(renderings)}]))
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("renderings", "text"),
    [
        ([GERMAN | {"language": "Deutsch"}], "is no language code such as en or de."),
        ([GERMAN | {"text": " "}], "holds no words."),
        ([GERMAN, GERMAN], "has a wording already; keep one of the two."),
    ],
)
def test_a_rendering_that_nobody_would_read_is_a_fault(renderings, text):
    [fault] = faults(*renderings)
    assert fault.startswith(f"statements[S2].renderings[{len(renderings) - 1}]: ")
    assert fault.endswith(text)


def test_a_document_without_renderings_is_the_same_as_before_there_were_any():
    """What is left out is not written, so every digest stays."""
    plain = document.written(document.read(ward.document_of()))
    assert all("renderings" not in statement for statement in plain["statements"])


def test_a_rendering_comes_back_from_the_document_as_it_was():
    rulebook = document.read(ward.document_of(statements=[SAID | {"renderings": [GERMAN]}]))
    assert rulebook.statements[-1].renderings == (Rendering(**GERMAN),)
    assert document.read(document.written(rulebook)) == rulebook


def test_no_advice_hangs_on_a_rendering():
    """The advice and its digest are the same in every language."""
    assert advised(book(statements=[SAID | {"renderings": [GERMAN]}])) == advised()
