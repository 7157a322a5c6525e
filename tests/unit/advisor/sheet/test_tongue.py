"""A statement is told in the page's language where its edition has it, else as it stands, and always says which it is."""

import pytest
from django.utils import translation

from advisor.sheet import tongue
from guidelines.engine.evidence import Rendering, Statement


GERMAN = Rendering("de", "Ein Tag Geduld.", student="Die meisten Anfälle vergehen.")
FRENCH = Rendering("fr-CH", "Un jour de patience.")
SAID = Statement("S1", "introduction", "Wait a day.", ("R1",), student="Most pass.", renderings=(GERMAN, FRENCH))


@pytest.mark.parametrize(
    ("page", "text", "language", "why", "of_why"),
    [
        ("en-gb", "Wait a day.", "en", "Most pass.", "en"),
        ("de", "Ein Tag Geduld.", "de", "Die meisten Anfälle vergehen.", "de"),
        ("de-at", "Ein Tag Geduld.", "de", "Die meisten Anfälle vergehen.", "de"),
        ("fr", "Un jour de patience.", "fr-CH", "Most pass.", "en"),
        ("es", "Wait a day.", "en", "Most pass.", "en"),
    ],
)
def test_the_language_of_the_page_comes_first(page, text, language, why, of_why):
    with translation.override(page):
        told = tongue.told(SAID)
    assert told == {"text": text, "language": language, "why": why, "why_language": of_why}
