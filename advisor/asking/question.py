"""A question understood: what it names, what it is after, its numbers, and the words that name nothing in the edition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from . import number, speech, spelling
from .index import Index
from .lexicon import Apart
from .meaning import CONCEPTS, GIVEN, Meaning, Mention, Sort, Taken, Unclear
from .number import AMOUNTS, Number
from .phrasebook import Phrase, Phrasebook
from .speech import Word


NAMING = (*GIVEN, *CONCEPTS, Sort.FACT, Sort.BODY, Sort.TEXT)
BY_THE_WAY = frozenset({"before", "during", "summary", "why"})
"""Aspects that say too little to leave out what does not answer them."""

OF_SOMEBODY = frozenset({"first", "next", "caution", "why", "scope"})
"""Aspects that name nothing by themselves; on an advice page they are about its patient."""

TOPICS = frozenset({"renal", "hepatic", "pregnancy", "overdose", "boxed_warning"})
"""Aspects that are about a topic: a row on another one answers badly."""

FURTHER, LITTLE, MUCH = 0.5, 0.6, 0.9


@dataclass(frozen=True, slots=True)
class Question:
    """What was understood of a question; `foreign` are the words that mean nothing here, and `echo` those
    with which something is asked for, which tell what is meant where nothing else does. In one that is `eased`
    everybody's words need not be answered. `dosed` stands right before what asks for a dose.
    """

    typed: str
    mentions: tuple[Mention, ...] = ()
    aspects: Mapping[str, float] = field(default_factory=dict)
    numbers: tuple[Number, ...] = ()
    terms: tuple[Word, ...] = ()
    echo: tuple[Word, ...] = ()
    foreign: tuple[Word, ...] = ()
    figures: tuple[float, ...] = ()
    loose: tuple[Word, ...] = ()
    hints: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    taken: tuple[Taken, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    everyday: tuple[Word, ...] = ()
    leaning: bool = False
    closed: bool = False
    beside: bool = False
    eased: bool = False
    dosed: tuple[Word, ...] = ()

    @property
    def given(self) -> tuple[Mention, ...]:
        """List the mentions of what is given: drugs, classes, treatments."""
        return tuple(one for one in self.mentions if one.codes(*GIVEN))

    @property
    def concepts(self) -> tuple[Mention, ...]:
        """List the mentions of people and their conditions."""
        return tuple(one for one in self.mentions if one.codes(*CONCEPTS) and not one.codes(*GIVEN))

    @property
    def bodies(self) -> tuple[Mention, ...]:
        """List the mentions of bodies that take positions."""
        return tuple(one for one in self.mentions if one.codes(Sort.BODY))

    @property
    def worded(self) -> bool:
        """Say whether it has words of the matter beside what it names."""
        rest = (one for one in self.mentions if one.codes(Sort.TEXT, Sort.FACT) and not one.codes(*GIVEN, *CONCEPTS))
        return bool(self.terms) or any(rest)

    @property
    def asks(self) -> bool:
        """Say whether it says what it is after."""
        return bool(self.aspects.keys() - BY_THE_WAY)

    @property
    def explicit(self) -> bool:
        """Say whether it says plainly what it is after."""
        return any(weight >= 1 for code, weight in self.aspects.items() if code not in BY_THE_WAY)

    @property
    def empty(self) -> bool:
        """Say whether nothing of the matter was recognised."""
        return not (self.mentions or self.terms or self.echo or self.numbers or "scope" in self.aspects)


def understood(typed: str, index: Index) -> Question:
    """Understand a question. Raises speech.Unaskable for one that cannot be read."""
    text = speech.heard(typed)
    words, taken, unclear = _spelt(list(speech.words(text)), index)
    mentions = _mentions(words, index)
    numbers = _numbers(words, mentions, index)
    aspects = _aspects(mentions, words, index)
    return Question(
        typed=text,
        mentions=tuple(one for one in mentions if one.codes(*NAMING) and not _is_spoken(one, numbers)),
        aspects=aspects,
        numbers=tuple(numbers),
        echo=_echo(mentions, aspects, index),
        hints=_hints(mentions, index),
        places=tuple(dict.fromkeys(code for one in mentions for code in one.codes(Sort.JURISDICTION))),
        taken=tuple(taken),
        unclear=tuple(unclear),
        **_beginning(speech.keys(text), index.phrasebook, aspects),
        dosed=_dosed(words, mentions),
        **_rest(words, mentions, numbers, index),
    )


def _beginning(keys: Phrase, book: Phrasebook, aspects: Mapping[str, float]) -> dict[str, bool]:
    """Say how a question begins: with yes or no to answer, leaning on the one before, or adding a medicine to it."""
    closed, leaning = _begins(keys, book.closed), _begins(keys, book.leaning)
    pointing = "interaction" in aspects and any((key,) in book.pointing for key in keys)
    added = _begins(keys, book.beside) or (leaning and _begins(keys[1:], book.beside))
    return {"closed": closed, "leaning": leaning or pointing, "beside": added or pointing}


def _begins(keys: Phrase, phrases: Iterable[Phrase]) -> bool:
    return any(keys[: len(one)] == one for one in phrases)


def _dosed(words: list[Word], mentions: Iterable[Mention]) -> tuple[Word, ...]:
    """Give the words right before those that ask for a dose."""
    return tuple(words[one.place - 1] for one in mentions if one.place and "dose" in one.codes(Sort.ASPECT))


def _numbers(words: list[Word], mentions: Iterable[Mention], index: Index) -> list[Number]:
    named = {place: code for one in mentions for code in one.codes(Sort.FACT) for place in _places(one)}
    found = number.numbers(words, named, index.book.rulebook.facts, index.phrasebook)
    return [number.read_as(one, index.book.facts, index.banded) for one in found]


def _rest(words: list[Word], mentions: Iterable[Mention], numbers: Iterable[Number], index: Index) -> dict[str, tuple]:
    """Part the words that name nothing: those that the edition uses, figures, everyday words, and foreign ones."""
    used = {place for one in numbers for place in range(one.first, one.last + 1)}
    used |= {place for one in mentions for place in _places(one)}
    left = [word for place, word in enumerate(words) if place not in used]
    rest = [word for word in left if not index.says_nothing(word.key)]
    plain = [word for word in left if index.says_nothing(word.key)]
    return {
        "terms": tuple(word for word in rest if index.speaks_of(word.key) and not index.is_title(word.key)),
        "loose": number.loose(words, used, index.phrasebook),
        "figures": tuple(word.number for word in rest if word.number is not None),
        "foreign": (*_beyond(words, index), *(word for word in rest if _is_foreign(word, index))),
        "everyday": tuple(word for word in plain if index.phrasebook.is_everyday(word.key)),
    }


def _beyond(words: list[Word], index: Index) -> list[Word]:
    """Find phrases that ask for what no guideline says."""
    keys = tuple(word.key for word in words)
    spans = [
        (at, at + len(one))
        for one in index.phrasebook.beyond_phrases
        for at in range(len(keys))
        if keys[at : at + len(one)] == one
    ]
    return [word for begin, end in spans for word in words[begin:end]]


def _is_foreign(word: Word, index: Index) -> bool:
    if word.number is not None or index.speaks_of(word.key):
        return False
    return word.key in index.phrasebook.beyond or not spelling.is_slip(word.key, index.phrasebook.spoken)


def _echo(mentions: Iterable[Mention], aspects: Mapping[str, float], index: Index) -> tuple[Word, ...]:
    """Give the words that ask for something and that the edition uses too; none where they ask about somebody."""
    if aspects.keys() & OF_SOMEBODY and not aspects.keys() & TOPICS:
        return ()
    said = [word for one in mentions if one.codes(Sort.ASPECT) for word in one.words]
    return tuple(word for word in said if index.knows(word.key) and not index.says_nothing(word.key))


def _is_spoken(mention: Mention, numbers: Iterable[Number]) -> bool:
    """Say whether a mention only says what a number is about, or stands between that and the number."""
    within = any(one.first <= mention.place <= one.last for one in numbers)
    return within or any({*mention.codes(Sort.FACT)} & {one.fact, one.said} for one in numbers)


def _spelt(words: list[Word], index: Index) -> tuple[list[Word], list[Taken], list[Unclear]]:
    """Put misspelt names right, and say which; what stands in a phrase that is known, or is a word, is none."""
    read, taken, unclear = [], [], []
    named = {place for one in _mentions(words, index) for place in _places(one)}
    for place, word in enumerate(words):
        known = place in named or index.says_nothing(word.key) or index.knows(word.key)
        known = known or word.key in index.phrasebook.beyond
        found = None if known else spelling.read(word.key, word.typed, index.lexicon.names)
        found = found or (None if known else spelling.of_text(word.typed, index.words))
        if known and place not in named and word.key not in index.words and not index.says_nothing(word.key):
            found = spelling.of_name(word.key, word.typed, index.lexicon.names)
        if isinstance(found, Taken):
            taken.append(found)
            word = Word(word.typed, found.read)
        elif isinstance(found, Unclear):
            unclear.append(found)
        read.append(word)
    return read, taken, unclear


def _mentions(words: list[Word], index: Index) -> list[Mention]:
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
    return _gathered(found, keys, words, index)


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
            rest = [one for one in found if not taken.intersection(_places(one))]
            told = [Mention(tuple(words[place] for place in span), (), span[0]) for span in spans]
            told[-1] = replace(told[-1], meanings=term.meanings)
            found = sorted((*rest, *told), key=lambda one: one.place)
    return found


def _spans(term: Apart, found: Iterable[Mention], keys: Phrase) -> list[range]:
    """Find where the parts of a term stand; nowhere unless each is there."""
    if not term.may_be_in(frozenset(keys)):
        return []
    longer = [_places(one) for one in found if len(one.words) > 1]
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


def _places(mention: Mention) -> range:
    return range(mention.place, mention.place + len(mention.words))


def _aspects(mentions: Iterable[Mention], words: list[Word], index: Index) -> dict[str, float]:
    """Weigh what the question is after: longer phrases say more, and some ways of asking little."""
    found: dict[str, float] = {}
    for one in mentions:
        weak = tuple(word.key for word in one.words) in index.phrasebook.weak
        weight = LITTLE if weak else 1 + FURTHER * (len(one.words) - 1)
        for code in one.codes(Sort.ASPECT):
            found[code] = found.get(code, 0) + weight
    if number.goes_beyond(words, index.phrasebook):
        found["maximum"] = found.get("maximum", 0) + 1 + FURTHER
    if any(one.number is not None and other.key in AMOUNTS for one, other in pairwise(words)):
        found["dose"] = found.get("dose", 0) + (MUCH if found else 1)
    return found


def _hints(mentions: Iterable[Mention], index: Index) -> frozenset[str]:
    """Give the stems of what says what is asked for: a row that says so too is fitter."""
    said = [word.key for one in mentions if not one.codes(Sort.DRUG, Sort.CLASS) for word in one.words]
    stem = index.phrasebook.stem
    return frozenset(stem(key) for key in said if key not in index.phrasebook.fillers and stem(key) in index.telling)


def meant(mentions: Iterable[Mention], *sorts: Sort) -> list[Meaning]:
    """List the meanings of some sorts that mentions have."""
    return [meaning for one in mentions for meaning in one.meanings if meaning.sort in sorts]
