"""The index of an edition: its lexicon and its rows with what each speaks of, made once per edition, language and process."""

import math
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from guidelines.engine.compilation import Compiled
from guidelines.engine.difference.naming import Names
from guidelines.engine.fact import Kind as Taken
from guidelines.engine.rulebook import Effect
from guidelines.library import Reading

from . import article, catalogue, lexicon, phrasebook, speech
from .lexicon import Lexicon
from .meaning import GIVEN, Meaning, Sort
from .number import AMOUNTS
from .phrasebook import Phrase, Phrasebook
from .reach import Reaches
from .row import Kind, Row


MOST_KEPT = 8
SPOKEN_OF = frozenset(
    ("dose", "renal", "hepatic", "pregnancy", "effect", "harm", "stop", "monitor", "trial")
    + ("interaction", "overdose", "labelling", "form", "comparison")
)
SPEAKING = (Kind.STATEMENT, Kind.POSITION, Kind.DISAGREEMENT)
TOLD_OF = (Kind.STATEMENT, Kind.ALERT, Kind.DISAGREEMENT)

_kept: OrderedDict[tuple[str, str], "Index"] = OrderedDict()


@dataclass(frozen=True)
class Index:
    """What questions are answered from: an edition's rows, the words for them, and how telling each word is."""

    book: Compiled
    phrasebook: Phrasebook
    lexicon: Lexicon
    reaches: Reaches
    names: Names
    rows: tuple[Row, ...] = ()
    telling: Mapping[str, float] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    indications: frozenset[tuple[str, str]] = frozenset()
    treated: frozenset[str] = frozenset()
    banded: frozenset[str] = frozenset()
    feeding: Mapping[str, frozenset[str]] = field(default_factory=dict)
    title: frozenset[str] = frozenset()
    taking: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    naming: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    stated: tuple[int, ...] = ()

    def rows_about(self, codes: Iterable[str]) -> list[Row]:
        """List the rows that are about, or speak of, treatments or drugs, and every statement, in the order of the edition."""
        places = {*self.stated, *(place for code in codes for place in self.naming.get(code, ()))}
        return [self.rows[place] for place in sorted(places)]

    @cached_property
    def years(self) -> Mapping[str, int]:
        """Give the year of each reference, 0 where it has none."""
        return {one.code: one.year or 0 for one in self.book.rulebook.references}

    @cached_property
    def alarms(self) -> frozenset[str]:
        """List the populations of the alerts that keep the advice back, before which nothing comes."""
        alerts = (one for one in self.book.rulebook.alerts if one.effect is not Effect.WARN)
        return frozenset(one.population for one in alerts)

    def warns(self, people: Iterable[str], treated: Iterable[str]) -> bool:
        """Say whether something that is offered to those who are treated is advised against in some people."""
        offered = {
            code for row in self.rows if row.kind is Kind.OPTION and row.whom & {*treated} for code in row.treatments
        }
        warnings = (row for row in self.rows if row.kind is Kind.CONTRAINDICATION and not row.whom.isdisjoint(people))
        return any(row.treatments & offered for row in warnings)

    def body_stem(self, body: str) -> str:
        """Give the stem of the first word of the name of a body, by which texts name it."""
        return self.phrasebook.stem(speech.keys(body)[0])

    def treats(self, populations: Iterable[str]) -> bool:
        """Say whether some of these are people whom the guideline treats, or among whom those are."""
        points = [self.reaches.of(one).points for one in populations]
        return not self.treated.isdisjoint(populations) or any(one and one <= self.indications for one in points)

    def knows(self, key: str) -> bool:
        """Say whether the edition uses a word."""
        return self.phrasebook.stem(key) in self.telling

    def speaks_of(self, key: str) -> bool:
        """Say whether a word of the edition is meant: not one that asks for what no guideline says."""
        return self.knows(key) and key not in self.phrasebook.beyond

    def says_nothing(self, key: str) -> bool:
        """Say whether a word says nothing about the matter."""
        return self.phrasebook.is_filler(key, known=self.knows(key))

    def is_title(self, key: str) -> bool:
        """Say whether a word stands in the title of the guideline, so that it tells nothing apart."""
        return self.phrasebook.stem(key) in self.title

    def treatments(self, meanings: Iterable[Meaning]) -> frozenset[str]:
        """List the treatments that meanings stand for: a drug in all its forms, a class by its members."""
        drugs = self.drugs(meanings)
        said = {one.code for one in meanings if one.sort is Sort.TREATMENT}
        by_drug = {one.sort for one in meanings} & {Sort.DRUG, Sort.CLASS}
        of_drugs = (one.code for one in self.book.rulebook.treatments if one.drug in drugs) if by_drug else ()
        return frozenset((*said, *of_drugs))

    def drugs(self, meanings: Iterable[Meaning]) -> frozenset[str]:
        """List the drugs that meanings stand for."""
        given = {one.code: one.drug for one in self.book.rulebook.treatments}
        named = [given[one.code] if one.sort is Sort.TREATMENT else one.code for one in meanings]
        return self.reaches.drugs(named)


def of(reading: Reading, language: str) -> Index:
    """Return the index of an edition in a language."""
    book = phrasebook.of(language)
    place = (reading.sha256, book.language)
    if place not in _kept:
        _kept[place] = made(reading.compiled, book)
        if len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(place)
    return _kept[place]


def made(book: Compiled, words: Phrasebook) -> Index:
    """Make the index of an edition."""
    rulebook, reaches, names = book.rulebook, Reaches(book.rulebook), lexicon.of(book, words)
    bare = Index(book, words, names, reaches, Names(book))
    rows = tuple(_read(row, bare) for row in (*catalogue.rows(book), *article.rows(book)))
    listed = frozenset(fact.code for fact in rulebook.facts if fact.drugs or fact.kind is Taken.TRIALS)
    taking = listed & {fact for row in rows if row.kind is Kind.INTERACTION for fact, _ in row.reach.points}
    treated = frozenset(option.population for option in rulebook.options)
    banded = frozenset(row.band.fact for row in rows if row.band)
    many = Counter(stem for row in rows for stem in row.stems)
    return replace(
        bare,
        rows=rows,
        telling={stem: math.log(1 + len(rows) / times) for stem, times in many.items()},
        words=_words(rows),
        treated=treated,
        indications=reaches.of(*treated).points,
        banded=banded,
        feeding=_feeding(book, banded, {fact for row in rows for fact, _ in row.reach.points}),
        taking=taking,
        past=listed - taking,
        naming=_naming(rows),
        stated=tuple(place for place, row in enumerate(rows) if row.kind is Kind.STATEMENT),
        title=frozenset(words.stem(key) for key in speech.keys(rulebook.guideline.title)),
    )


def _naming(rows: Iterable[Row]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        for code in {*row.treatments, *row.drugs, *row.named, *row.reach.drugs}:
            found.setdefault(code, []).append(place)
    return {code: tuple(places) for code, places in found.items()}


def _words(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(sorted({key for row in rows for text in row.texts for key in speech.keys(text)}))


def _feeding(book: Compiled, banded: Iterable[str], judged: set[str]) -> dict[str, frozenset[str]]:
    """Say of the facts from which those that rules go by are worked out, and by which none goes itself, which these are."""
    pairs = [(part.fact, code) for code in banded for part in book.facts[code].inputs if part.fact not in judged]
    return {fact: frozenset(code for one, code in pairs if one == fact) for fact, _ in pairs}


def _read(row: Row, index: Index) -> Row:
    """Read the texts of a row: the stems of its words, and the drugs and treatments that they name."""
    keys = [key for text in row.texts for key in speech.keys(text)]
    given = [one for one in _meant(tuple(keys), index.lexicon) if one.sort in GIVEN]
    told = [one for text in row.people for one in _meant(speech.keys(text), index.lexicon)]
    whom = sorted({*row.judged, row.or_population, *(one.code for one in told if one.sort is Sort.POPULATION)} - {""})
    reach = index.reaches.of(*whom)
    about = (index.treatments(given) if row.kind in TOLD_OF else row.treatments) or row.treatments
    told = _aspects(tuple(keys), index.lexicon) if row.kind in SPEAKING else set()
    further = [key for text in row.more for key in speech.keys(text)]
    named = [*keys, *further, *(key for code in about for key in speech.keys(index.book.treatments[code]))]
    return replace(
        row,
        treatments=about,
        aspects=row.aspects | told,
        drugs=row.drugs | index.drugs(given) | reach.drugs,
        named=frozenset(one.code for one in given if one.sort is Sort.DRUG),
        reach=reach,
        whom=frozenset(whom),
        year=max((index.years.get(one.partition("/")[0], 0) for one in row.sources), default=0),
        stems=frozenset(index.phrasebook.stem(key) for key in named),
    )


def _aspects(keys: tuple[str, ...], names: Lexicon) -> set[str]:
    """Say what a text speaks of, by the words with which that would be asked for."""
    said = {one.code for one in _meant(keys, names) if one.sort is Sort.ASPECT}
    amounts = {"dose"} if any(a[0].isdigit() and b in AMOUNTS for a, b in pairwise(keys)) else set()
    return (said & SPOKEN_OF) | amounts


def _meant(keys: tuple[str, ...], names: Lexicon) -> list[Meaning]:
    """List what the phrases in words stand for."""
    return [one for phrase in _phrases(keys, names) for one in names.meanings[phrase]]


def _phrases(keys: tuple[str, ...], names: Lexicon) -> list[Phrase]:
    found, place = [], 0
    while place < len(keys):
        phrase = names.at(keys, place)
        found += [phrase] if phrase else []
        place += len(phrase or (0,))
    return found
