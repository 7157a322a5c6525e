"""Naming: the words of a question, slips put right, and which of them name something or ask for it."""

from collections.abc import Iterable
from dataclasses import replace

from . import speech, spelling
from .index import Index
from .lexicon import Apart
from .meaning import GIVEN, Mention, Sort, Taken, Unclear
from .phrasebook import Phrase, Phrasebook
from .speech import Word


WHOLE = 3
"""From so many words on a way of asking is known for one although something stands in its midst."""


def read(text: str, book: Phrasebook) -> list[Word]:
    """Split a text into words; some mean something else in capitals, unless the whole text is."""
    text = text.lower() if text.isupper() else text
    for pattern, said in book.written:
        text = pattern.sub(said, text)
    return [Word(word.typed, book.capitals.get(word.typed, word.key)) for word in speech.words(text)]


def spelt(words: list[Word], index: Index) -> tuple[list[Word], list[Taken], list[Unclear]]:
    """Put misspelt names right, and say which; what stands in a phrase that is known, or is a word, is none."""
    read, taken, unclear = [], [], []
    named = {place for one in mentions(words, index) for place in places(one)}
    for place, word in enumerate(words):
        beyond = word.key in index.phrasebook.beyond
        known = place in named or index.says_nothing(word.key) or index.knows(word.key) or beyond
        found = None if known else spelling.read(word.key, word.typed, index.lexicon.names)
        found = found or (None if known else spelling.of_text(word.typed, index.words))
        if known and not (place in named or beyond or word.key in index.words or index.phrasebook.is_word(word.key)):
            found = spelling.of_name(word.key, word.typed, index.lexicon.names)
        if isinstance(found, Taken):
            taken.append(found)
            word = Word(word.typed, found.read)
        elif isinstance(found, Unclear):
            unclear.append(found)
        read.append(word)
    return read, taken, unclear


def mentions(words: list[Word], index: Index) -> list[Mention]:
    """Find what is named or asked for: at each place the longest phrase that is known, then terms whose parts stand apart."""
    keys = tuple(word.key for word in words)
    found: list[Mention] = []
    place = 0
    while place < len(keys):
        phrase = index.lexicon.at(keys, place)
        if phrase:
            said = tuple(words[place : place + len(phrase)])
            before = keys[place - 1] if place else ""
            found.append(Mention(said, index.lexicon.meanings[phrase], place, before in index.phrasebook.joining))
        elif asked := index.lexicon.asked(index.phrasebook.bases(keys[place])):
            found.append(Mention((words[place],), asked, place))
        place += len(phrase or (0,))
    return _gathered(_around(found, words, index), keys, words, index)


def _around(found: list[Mention], words: list[Word], index: Index) -> list[Mention]:
    """Find ways of asking in the midst of which a medicine stands ("when do I call … a failure")."""
    inner = {place for one in found if one.codes(*GIVEN) for place in places(one)}
    left = [place for place in range(len(words)) if place not in inner]
    keys = tuple(words[place].key for place in left)
    for at in range(len(left)) if inner else ():
        phrase = index.lexicon.at(keys, at) or ()
        said = left[at : at + len(phrase)]
        asked = tuple(one for one in index.lexicon.meanings.get(phrase, ()) if one.sort is Sort.ASPECT)
        if asked and said[-1] - said[0] >= len(said) >= WHOLE:
            rest = [one for one in found if one.codes(*GIVEN) or not {*said} & {*places(one)}]
            each = [Mention((words[place],), (), place) for place in said]
            found = [*rest, *each, Mention(tuple(words[place] for place in said), asked, said[0])]
    return sorted(found, key=lambda one: one.place)


def _gathered(found: list[Mention], keys: tuple[str, ...], words: list[Word], index: Index) -> list[Mention]:
    """Put the parts of a term that stand apart together: the last stands for the whole, the others for nothing more.

    What is part of one term is not part of another; those that come first in the edition go first.
    """
    gathered: set[int] = set()
    for term in index.lexicon.apart:
        spans = _spans(term, found, keys)
        taken = {place for span in spans for place in span}
        if spans and not gathered & taken:
            gathered |= taken
            rest = [one for one in found if not taken.intersection(places(one))]
            told = [Mention(tuple(words[place] for place in span), (), span[0]) for span in spans]
            told[-1] = replace(told[-1], meanings=term.meanings)
            found = sorted((*rest, *told), key=lambda one: one.place)
    return found


def _spans(term: Apart, found: Iterable[Mention], keys: Phrase) -> list[range]:
    """Find where the parts of a term stand; nowhere unless each is there."""
    if not term.may_be_in(frozenset(keys)):
        return []
    longer = [places(one) for one in found if len(one.words) > 1]
    spans = [span for part in term.parts if (span := _span(part.ways, longer, keys))]
    return spans if len({*spans}) == len(term.parts) else []


def _span(ways: Iterable[Phrase], longer: Iterable[range], keys: Phrase) -> range | None:
    """Find one way of saying a part that stands by itself, in no longer phrase that is known."""
    for way in ways:
        for place in range(len(keys) - len(way) + 1):
            span = range(place, place + len(way))
            inside = any(len(other) > len(span) and {*span} & {*other} for other in longer)
            if keys[place : place + len(way)] == way and not inside:
                return span
    return None


def places(mention: Mention) -> range:
    """Give the places of the words of a mention."""
    return range(mention.place, mention.place + len(mention.words))
