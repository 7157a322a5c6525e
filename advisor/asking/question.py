"""A question understood: what it names, what it is after, its numbers, and the words that name nothing in the edition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from . import naming, number, speech, spelling
from .index import Index
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

OF_DOSES = frozenset({"dose", "start", "titrate", "maximum", "frequency"})
FURTHER, LITTLE, MUCH = 0.5, 0.6, 0.9
ABBREVIATED = range(3, 6)


@dataclass(frozen=True, slots=True)
class Question:
    """What was understood of a question; `foreign` are the words that mean nothing here, and `echo` those
    with which something is asked for, which tell what is meant where nothing else does. In one that is `eased`
    everybody's words need not be answered. `dosed` stands beside what asks for a dose or gives something. Of the foreign
    words those that are `beyond` ask for what no guideline says. What is given in one that is `carried` was named before.
    """

    typed: str
    mentions: tuple[Mention, ...] = ()
    aspects: Mapping[str, float] = field(default_factory=dict)
    numbers: tuple[Number, ...] = ()
    terms: tuple[Word, ...] = ()
    echo: tuple[Word, ...] = ()
    foreign: tuple[Word, ...] = ()
    beyond: tuple[Word, ...] = ()
    figures: tuple[Number, ...] = ()
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
    carried: bool = False
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
    def bare(self) -> bool:
        """Say whether it names something to give, and no more."""
        return (
            bool(self.given)
            and len(self.given) == len(self.mentions)
            and not (self.aspects or self.terms or self.numbers)
        )

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
    words, taken, unclear = naming.spelt(naming.read(text, index.phrasebook), index)
    mentions = naming.mentions(words, index)
    numbers = _numbers(words, mentions, index)
    aspects = _aspects(mentions, words, index)
    rest = _rest(words, mentions, numbers, index)
    mentions = _chosen(mentions, words, aspects, index.phrasebook)
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
        dosed=_dosed(words, mentions, index.phrasebook.giving),
        **rest,
    )


def without_body(question: Question, book: Phrasebook) -> Question:
    """Give a question without the words for where it hurts, which tell nothing more of a patient who is treated."""
    terms, foreign = (
        [word for word in each if word.key not in book.body] for each in (question.terms, question.foreign)
    )
    return replace(question, terms=tuple(terms), foreign=tuple(foreign))


def _says_nothing(word: Word, index: Index) -> bool:
    """Say whether a word says nothing about the matter; an abbreviation that happens to be spelt like a plain word does."""
    plain = word.key in index.phrasebook.fillers or not (word.typed.isupper() and len(word.typed) in ABBREVIATED)
    return plain and index.says_nothing(word.key)


def _beginning(keys: Phrase, book: Phrasebook, aspects: Mapping[str, float]) -> dict[str, bool]:
    """Say how a question begins: with yes or no to answer, leaning on the one before, or adding a medicine to it."""
    closed, leaning = _begins(keys, book.closed), _begins(keys, book.leaning)
    pointing = "interaction" in aspects and any((key,) in book.pointing for key in keys)
    trailing = any(keys[-len(one) :] == one or keys[1 : 1 + len(one)] == one for one in book.trailing)
    added = _begins(keys, book.beside) or (leaning and _begins(keys[1:], book.beside))
    return {"closed": closed, "leaning": leaning or pointing or trailing, "beside": added or pointing}


def _begins(keys: Phrase, phrases: Iterable[Phrase]) -> bool:
    return any(keys[: len(one)] == one for one in phrases)


def _dosed(words: list[Word], mentions: Iterable[Mention], giving: frozenset[str]) -> tuple[Word, ...]:
    """Give the words right before those that ask for a dose, and right after those with which something is given."""
    before = [one.place - 1 for one in mentions if one.place and "dose" in one.codes(Sort.ASPECT)]
    after = [place + 1 for place, word in enumerate(words[:-1]) if word.key in giving]
    return tuple(words[place] for place in (*before, *after))


def _chosen(
    mentions: list[Mention], words: list[Word], aspects: Mapping[str, float], book: Phrasebook
) -> list[Mention]:
    """Leave out the medicine in whose place another stands whose dose is asked for."""
    keys = tuple(word.key for word in words)
    left = [
        one
        for one in mentions
        if one.codes(*GIVEN) and any(keys[: one.place][-len(said) :] == said for said in book.replacing)
    ]
    others = sum(bool(one.codes(*GIVEN)) for one in mentions) > len(left)
    return [one for one in mentions if one not in left] if others and aspects.keys() & OF_DOSES else mentions


def _numbers(words: list[Word], mentions: Iterable[Mention], index: Index) -> list[Number]:
    named = {place: code for one in mentions for code in one.codes(Sort.FACT) for place in naming.places(one)}
    found = number.numbers(words, named, index.book.rulebook.facts, index.phrasebook)
    return [number.read_as(one, index.book.facts, index.banded) for one in found]


def _rest(words: list[Word], mentions: Iterable[Mention], numbers: Iterable[Number], index: Index) -> dict[str, tuple]:
    """Part the words that name nothing: those that the edition uses, figures, everyday words, and foreign ones."""
    used = {place for one in numbers for place in range(one.first, one.last + 1)}
    used |= {place for one in mentions for place in naming.places(one)}
    left = [place for place in range(len(words)) if place not in used]
    body = index.phrasebook.body if _is_treated(mentions, index) else frozenset()
    told = [place for place in left if words[place].key not in body and not _says_nothing(words[place], index)]
    rest = [words[place] for place in told]
    plain = [words[place] for place in left if words[place].key not in body and place not in told]
    beyond = _beyond(words, index)
    return {
        "beyond": beyond,
        "terms": tuple(word for word in rest if index.speaks_of(word.key) and not index.is_title(word.key)),
        "loose": number.loose(words, used, index.phrasebook),
        "figures": number.bare(words, told, index.phrasebook),
        "foreign": tuple(dict.fromkeys((*beyond, *(word for word in rest if _is_foreign(word, index))))),
        "everyday": tuple(word for word in plain if index.phrasebook.is_everyday(word.key)),
    }


def _is_treated(mentions: Iterable[Mention], index: Index) -> bool:
    """Say whether somebody is named whom the guideline treats, or among whom those are."""
    return any(index.treats(one.codes(Sort.POPULATION)) for one in mentions)


def _beyond(words: list[Word], index: Index) -> tuple[Word, ...]:
    """Find words and phrases that ask for what no guideline says."""
    keys = tuple(word.key for word in words)
    spans = [
        (at, at + len(one))
        for one in index.phrasebook.beyond_phrases
        for at in range(len(keys))
        if keys[at : at + len(one)] == one
    ]
    return (
        *(word for begin, end in spans for word in words[begin:end]),
        *(word for word in words if word.key in index.phrasebook.beyond),
    )


def _is_foreign(word: Word, index: Index) -> bool:
    if word.number is not None or index.speaks_of(word.key):
        return False
    book = index.phrasebook
    return word.key in book.beyond or not (book.is_undone(word.key) or spelling.is_slip(word.key, book.spoken))


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


def _aspects(mentions: Iterable[Mention], words: list[Word], index: Index) -> dict[str, float]:
    """Weigh what the question is after: longer phrases say more, and some ways of asking little."""
    found: dict[str, float] = {}
    for one in (one for one in mentions if not _is_told(one, words)):
        weak = tuple(word.key for word in one.words) in index.phrasebook.weak
        weight = LITTLE if weak else 1 + FURTHER * (len(one.words) - 1)
        for code in one.codes(Sort.ASPECT):
            found[code] = found.get(code, 0) + weight
    if number.goes_beyond(words, index.phrasebook):
        found["maximum"] = found.get("maximum", 0) + 1 + FURTHER
    if any(one.number is not None and other.key in AMOUNTS for one, other in pairwise(words)):
        found["dose"] = found.get("dose", 0) + (MUCH if found else 1)
    return found


def _is_told(mention: Mention, words: list[Word]) -> bool:
    """Say whether how often something is taken is told, not asked: it stands after an amount."""
    before = [word for word in words[max(0, mention.place - 2) : mention.place] if word.key not in AMOUNTS]
    short = len(mention.words) == 1 and "frequency" in mention.codes(Sort.ASPECT)
    return short and bool(before) and before[-1].number is not None


def _hints(mentions: Iterable[Mention], index: Index) -> frozenset[str]:
    """Give the stems of what says what is asked for: a row that says so too is fitter."""
    said = [word.key for one in mentions if not one.codes(Sort.DRUG, Sort.CLASS) for word in one.words]
    stem = index.phrasebook.stem
    return frozenset(stem(key) for key in said if key not in index.phrasebook.fillers and stem(key) in index.telling)


def meant(mentions: Iterable[Mention], *sorts: Sort) -> list[Meaning]:
    """List the meanings of some sorts that mentions have."""
    return [meaning for one in mentions for meaning in one.meanings if meaning.sort in sorts]
