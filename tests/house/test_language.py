"""The rules of the house about language: every word of a page can be translated, and is, without a gap or a guess."""

import re
from html.parser import HTMLParser

import pytest
from django.template.base import Lexer, TokenType

from tests import catalogue, messages, rule


CATALOGUES = messages.languages()
TEMPLATES = sorted(path.relative_to(messages.ROOT).as_posix() for path in (messages.ROOT / "templates").rglob("*.html"))
SPOKEN_ATTRIBUTES = {"alt", "aria-description", "aria-label", "placeholder", "title"}
UNSPOKEN = {"code", "kbd", "script", "style"}
# The same in every language: our name, and what a sheet calls things by.
NAMES = {"Advisor", "DOI", "PDF", "PMID", "SHA", "UTC", "doi"}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{\w*\}")


class Page(HTMLParser):
    """Gathers the words of a template that stand outside its tags of translation."""

    def __init__(self):
        super().__init__()
        self.words, self.within = [], []

    def handle_starttag(self, tag, attrs):
        if tag in UNSPOKEN:
            self.within.append(tag)
        button = tag == "input" and dict(attrs).get("type") in {"button", "submit"}
        spoken = SPOKEN_ATTRIBUTES | ({"value"} if button else set())
        self.words += [value for name, value in attrs if name in spoken and value]

    def handle_endtag(self, tag):
        if tag in self.within:
            self.within.remove(tag)

    def handle_data(self, data):
        if not self.within:
            self.words.append(data)

    def bare(self):
        """Return the words that nobody can translate."""
        found = (word for text in self.words for word in re.findall(r"[A-Za-z]{2,}", re.sub(r"&\w+;", "", text)))
        return [word for word in found if word not in NAMES]


def untranslatable(source):
    """Return the words of a template that stand outside its tags of translation."""
    page, translating, commented = Page(), False, False
    for token in Lexer(source).tokenize():
        tag = token.contents.split(" ")[0] if token.token_type == TokenType.BLOCK else ""
        commented = tag == "comment" or (commented and tag != "endcomment")
        translating = tag == "blocktranslate" or (translating and tag != "endblocktranslate")
        if token.token_type == TokenType.TEXT and not translating and not commented:
            page.feed(token.contents)
    return page.bare()


@rule.of_every(TEMPLATES)
def test_every_word_of_a_template_can_be_translated(template):
    bare = untranslatable((messages.ROOT / template).read_text())
    assert not bare, "put it into {% translate %} or {% blocktranslate trimmed %}"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Hello {{ name }}</p>", ["Hello"]),
        ("{% blocktranslate %}Hello{% endblocktranslate %} {% comment %}so{% endcomment %}", []),
        ('<nav aria-label="Main"><a href="/home" title="{% translate "Home" %}">Go</a></nav>', ["Main", "Go"]),
        ('<code>make run</code> &nbsp; <input type="submit" value="Send"> Advisor', ["Send"]),
    ],
)
def test_the_check_sees_what_it_should(source, found):
    assert untranslatable(source) == found


def test_no_words_are_translated_twice():
    said = [message.key[:2] for message in messages.gathered().values()]
    assert len(said) == len(set(said)), "the program would find one of them only"


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_catalogue_holds_the_words_of_today(language):
    kept, now = {message.key for message in _kept(language)}, set(messages.wanted(language))
    assert kept == now, "run `make messages`, then translate what is new in locale/"


@pytest.mark.parametrize("language", CATALOGUES)
def test_everything_is_translated_and_nothing_is_guessed(language):
    left = [message.key for message in _kept(language) if message.fuzzy or not all(message.strings or ("",))]
    assert not left, "translate it in locale/, with the words of docs/, then run `make messages`"


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_translation_fills_in_what_the_original_fills_in(language):
    wrong = [message.key for message in _kept(language) if message.strings and not _agree(message)]
    assert not wrong


@pytest.mark.parametrize("language", CATALOGUES)
def test_what_the_program_reads_is_what_the_catalogue_says(language):
    path = CATALOGUES[language]
    said = catalogue.compiled(catalogue.read(path.read_text()), language)
    assert path.with_suffix(".mo").read_bytes() == said, "run `make messages`"


def _kept(language):
    return catalogue.read(CATALOGUES[language].read_text()).values()


def _agree(message):
    wanted = {tuple(sorted(PLACEHOLDER.findall(text))) for text in message.ids}
    return {tuple(sorted(PLACEHOLDER.findall(text))) for text in message.strings if text} <= wanted
