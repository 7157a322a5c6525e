"""The lexicon: every word by which an edition and the language name something, with what it stands for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guidelines.engine import synonym
from guidelines.engine.compilation import Compiled
from guidelines.engine.rulebook import Rulebook
from guidelines.engine.soundness import JURISDICTIONS
from guidelines.engine.synonym import Synonym

from . import speech
from .meaning import Meaning, Sort
from .phrasebook import Phrase, Phrasebook


ASIDE = re.compile(r"\s*\([^)]*\)")
MEANT = {
    "treatments": Sort.TREATMENT,
    "drugs": Sort.DRUG,
    "drug_classes": Sort.CLASS,
    "facts": Sort.FACT,
    "populations": Sort.POPULATION,
}
Meanings = tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a term: the ways in which it is said, the longest first, and the words with which they begin."""

    ways: tuple[Phrase, ...]
    firsts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Apart:
    """A term whose parts may stand apart, in any order, and what it stands for."""

    parts: tuple[Part, ...]
    meanings: Meanings

    def may_be_in(self, keys: frozenset[str]) -> bool:
        """Say whether a question with these words can hold every part; most cannot."""
        return not any(part.firsts.isdisjoint(keys) for part in self.parts)


@dataclass(frozen=True)
class Lexicon:
    """The phrases of an edition in one language; the longest that is found in a question counts.

    The parts of some terms may stand `apart`.
    """

    meanings: Mapping[Phrase, Meanings]
    apart: tuple[Apart, ...] = ()

    def asked(self, keys: Iterable[str]) -> Meanings:
        """Give what a word asks for that is known in one of these forms."""
        found = (self.meanings.get((key,), ()) for key in keys)
        return next((meanings for meanings in found if any(one.sort is Sort.ASPECT for one in meanings)), ())

    @cached_property
    def by_first(self) -> Mapping[str, tuple[Phrase, ...]]:
        """Give the phrases by their first word, the longest first."""
        found: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in self.meanings:
            found[phrase[0]].append(phrase)
        return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}

    @cached_property
    def names(self) -> Mapping[str, Meanings]:
        """Give the single words that can be misspelt, with what they stand for."""
        return {phrase[0]: found for phrase, found in self.meanings.items() if len(phrase) == 1}

    def at(self, keys: tuple[str, ...], place: int) -> Phrase | None:
        """Find the longest phrase that begins at a place."""
        for phrase in self.by_first.get(keys[place], ()):
            if keys[place : place + len(phrase)] == phrase:
                return phrase
        return None


def of(book: Compiled, phrasebook: Phrasebook) -> Lexicon:
    """Gather every phrase of an edition and of the language."""
    found: dict[Phrase, list[Meaning]] = defaultdict(list)
    for text, meaning in _named(book.rulebook):
        for keys in _spellings(text):
            found[keys].append(meaning)
    for keys, meanings in _of_lists(book.rulebook).items():
        if len({meaning.code.partition(":")[0] for meaning in meanings}) == 1 and not phrasebook.says_nothing(keys):
            found[keys] += meanings
    for code, phrases in phrasebook.jurisdictions.items():
        for phrase in phrases:
            found[phrase].append(Meaning(Sort.JURISDICTION, code))
    _synonyms(book.rulebook, phrasebook.language, found)
    for code, phrases in phrasebook.aspects.items():
        for phrase in phrases:
            found[phrase].append(Meaning(Sort.ASPECT, code))
    known = {phrase: tuple(dict.fromkeys(meanings)) for phrase, meanings in found.items() if meanings}
    return Lexicon(known, tuple(_apart(book.rulebook, phrasebook.language, known)))


def _named(book: Rulebook) -> Iterator[tuple[str, Meaning]]:
    for drug in book.drugs:
        for name in (drug.name, *drug.synonyms):
            yield name, Meaning(Sort.DRUG, drug.code)
    for treatment in book.treatments:
        yield treatment.name, Meaning(Sort.TREATMENT, treatment.code)
    for group in book.drug_classes:
        yield group.name, Meaning(Sort.CLASS, group.code)
    for position in book.positions:
        yield position.body, Meaning(Sort.BODY, position.body)


def _of_lists(book: Rulebook) -> dict[Phrase, list[Meaning]]:
    """Gather the labels of facts and the entries of their lists; what several lists hold is nobody's name."""
    found: dict[Phrase, list[Meaning]] = defaultdict(list)
    for fact in book.facts:
        places = fact.code == JURISDICTIONS
        if not places:
            found[speech.keys(fact.name)].append(Meaning(Sort.FACT, fact.code))
        for entry in (*fact.members, *fact.choices):
            sort, code = (Sort.JURISDICTION, entry.code) if places else (Sort.MEMBER, f"{fact.code}:{entry.code}")
            for text in () if entry.code == fact.normal else (entry.text, entry.code.replace("_", " ")):
                for keys in _spellings(text):
                    found[keys].append(Meaning(sort, code))
    return found


def _spellings(text: str) -> Iterable[Phrase]:
    """Give a name whole, and without what stands in brackets."""
    return dict.fromkeys(keys for said in (text, ASIDE.sub("", text)) if (keys := speech.keys(said)))


def _synonyms(book: Rulebook, language: str, found: dict[Phrase, list[Meaning]]) -> None:
    """Add the words of the synonyms; they take the place of what the words would stand for by themselves."""
    said = [row for row in book.synonyms if row.language == language]
    stands = {row.code: [*_stands(row), *_read_as(row, found)] for row in said}
    for row in said:
        for term in row.terms:
            if len(synonym.parts(term)) == 1 and (keys := speech.keys(term)):
                kept = () if row.treatments else (one for one in found[keys] if one.sort is Sort.DRUG)
                found[keys] = [*kept, *stands[row.code]]


def _apart(book: Rulebook, language: str, found: Mapping[Phrase, Meanings]) -> Iterator[Apart]:
    """Read the terms whose parts may stand apart; what words ask for that they are read as is asked for, too."""
    for row in book.synonyms:
        for term in row.terms if row.language == language else ():
            parts = tuple(_part(ways) for ways in synonym.parts(term))
            if len(parts) > 1 and all(part.ways for part in parts):
                asked = [
                    one for key in speech.keys(row.means) for one in found.get((key,), ()) if one.sort is Sort.ASPECT
                ]
                yield Apart(parts, (*_stands(row), *_read_as(row, {}), *dict.fromkeys(asked)))


def _part(ways: Iterable[str]) -> Part:
    said = tuple(dict.fromkeys(keys for way in ways if (keys := speech.keys(way))))
    return Part(tuple(sorted(said, key=len, reverse=True)), frozenset(way[0] for way in said))


def _stands(row: Synonym) -> list[Meaning]:
    return [Meaning(sort, code) for name, sort in MEANT.items() for code in getattr(row, name)]


def _read_as(row: Synonym, found: Mapping[Phrase, list[Meaning]]) -> list[Meaning]:
    if not row.means:
        return []
    own = () if _stands(row) else found.get(speech.keys(row.means), ())
    return [*own, Meaning(Sort.TEXT, row.means)]
