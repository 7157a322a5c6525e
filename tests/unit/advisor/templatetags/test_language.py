"""Content says which language it is in wherever the page speaks another."""

import pytest
from django.template import engines
from django.utils import translation


def rendered(source, **context):
    return engines["django"].from_string(f"{{% load language %}}{source}").render(context)


def test_content_in_the_pages_own_language_needs_no_mark():
    assert (
        rendered("<p {% content_language %}>{{ text|content }}</p>", text="Take 3,600 mg.") == "<p >Take 3,600 mg.</p>"
    )


def test_content_on_a_page_in_another_language_says_which_it_is():
    with translation.override("de"):
        assert rendered("{{ text|content }}", text="Duloxetine") == '<span lang="en">Duloxetine</span>'
        assert rendered("<p {% content_language %}>") == '<p lang="en">'
        assert rendered('{{ text|content:"de" }}', text="Duloxetin") == "Duloxetin"


def test_content_is_escaped_and_nothing_stays_nothing():
    with translation.override("de"):
        assert "&lt;script&gt;" in rendered("{{ text|content }}", text="<script>")
        assert rendered("{{ text|content }}", text="") == ""


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1,200 to 3,600 mg", "1\u202f200 to 3\u202f600 mg"),
        ("1,000,000 units", "1\u202f000\u202f000 units"),
        ("2,3-dimethyl, 12,5 or 1.25 mg, in 2019,2020", "2,3-dimethyl, 12,5 or 1.25 mg, in 2019,2020"),
    ],
)
def test_no_reader_of_a_decimal_comma_can_take_thousands_for_decimals(text, read):
    with translation.override("de"):
        assert read in rendered("{{ text|content }}", text=text)


@pytest.mark.parametrize(
    "more", [{}, {"why": "It rests."}, {"language": "en", "why": "It rests.", "why_language": "de"}]
)
def test_a_statement_is_printed_whatever_is_known_of_its_language(more):
    said = {"code": "S1", "text": "Wait a day.", "sources": ["R1"], "mark": "", "finding": ""} | more
    with translation.override("de"):
        page = engines["django"].get_template("components/statements.html").render({"statements": [said]})
    assert '<span lang="en">Wait a day.</span>' in page
