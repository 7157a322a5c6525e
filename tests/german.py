"""A page in German as its reader hears it: what on it is neither German nor marked as words of another language."""

import re
from functools import cache
from html.parser import HTMLParser

from tests import catalogue, messages


# English words that are no German ones; among a few sentences of English, one of them is certain.
ENGLISH = re.compile(
    r"\b(?:the|of|and|is|are|be|been|with|without|for|not|this|that|these|those|to|from|by|or|which|what|who|have|has|no|"
    r"yes|it|its|at|as|when|than|only|other|if|then|your|you|every|each|none|does|do|did|can|may|must|here|there|because|"
    r"day|days|week|weeks|dose|start|patient|first|line|known|unknown|answer|answers|source|stated|caution|avoid)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"„[^“]*“")
# The same letters in German.
ALIKE = {"Start", "Patient"}
SPOKEN = {"alt", "aria-description", "placeholder", "title"}
# No part of these can be marked: a title, an option of a list, what somebody types.
UNSPOKEN = {"code", "kbd", "option", "pre", "script", "style", "textarea", "title"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Heard(HTMLParser):
    """Gathers what a page says outside elements that are in another language."""

    def __init__(self):
        super().__init__()
        self.said, self.open = [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        foreign = given.get("lang", "de") != "de"
        if not foreign and self._listens():
            self.said += [words for name, words in given.items() if name in SPOKEN and words]
        if tag not in VOID:
            self.open.append((tag, foreign or tag in UNSPOKEN))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and self._listens():
            self.said.append(" ".join(data.split()))

    def _listens(self):
        return not any(foreign for _tag, foreign in self.open)


def english(page, names=()):
    """Return what of a page is English and not marked as such, apart from some names.

    Found are words that no German sentence has, and whatever the catalogue says otherwise in German.
    """
    heard = Heard()
    heard.feed(page)
    said = dict.fromkeys(words for words in heard.said if words not in names)
    return [words for words in said if words in _originals() or set(ENGLISH.findall(QUOTED.sub("", words))) - ALIKE]


@cache
def _originals():
    kept = catalogue.read(messages.languages()["de"].read_text()).values()
    return {message.ids[0] for message in kept if message.strings[0] != message.ids[0]} - ALIKE
