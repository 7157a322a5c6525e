"""The index of an edition: its passages by the stems of their words, held in memory and made once."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import Occur, Query

from .passage import LONGEST_SNIPPET, TREATMENT, Passage, Segment, passages


HEAP_BYTES = 15_000_000
MOST_KEPT = 8
# Where fewer passages than this have every word, those that lack one are told too.
ENOUGH = 4
# How much more a passage counts that has them all.
ALL_COUNT = 10.0
# How much a word counts in the title of a passage, among the names by which people ask for it, and in its text.
FIELDS = {"title": 3.0, "names": 2.0, "text": 1.0}

_kept: OrderedDict[tuple[str, str], "Index"] = OrderedDict()

Phrase = tuple[str, ...]
"""Stems that stand one after the other; mostly one."""


@dataclass(frozen=True, slots=True)
class Index:
    """An edition's passages, ready to be searched; every stem that occurs in them, and those that mean others, too."""

    passages: tuple[Passage, ...]
    stems: frozenset[str]
    meanings: Mapping[str, Phrase]
    schema: tantivy.Schema
    searcher: tantivy.Searcher

    def matches(self, words: Sequence[Sequence[Phrase]], limit: int) -> "Matches":
        """Return the passages in which the words stand, the best first: all words, or fewer where few have all.

        A word is the phrases that may stand for it.
        """
        anywhere = [(Occur.Should, self._anywhere(phrases)) for phrases in words]
        all_words = Query.boost_query(Query.boolean_query(anywhere, minimum_number_should_match=len(words)), ALL_COUNT)
        for needed in sorted({len(words), max(1, len(words) - 1), 1}, reverse=True):
            some = Query.boolean_query(anywhere, minimum_number_should_match=needed)
            query = Query.boolean_query([(Occur.Must, some), (Occur.Should, all_words)])
            hits = self.searcher.search(query, limit).hits
            if len(hits) >= ENOUGH:
                break
        return Matches(self, query, tuple(self.searcher.doc(address) for _score, address in hits))

    def named(self, names: frozenset[str]) -> list[Passage]:
        """Return the treatments that are called by a name, given as stems: first those that have it in their title."""
        treatments = [one for one in self.passages if names and one.kind == TREATMENT]
        titled = [one for one in treatments if names.intersection(stems(one.title))]
        return titled + [one for one in treatments if one not in titled and names.intersection(stems(one.names))]

    def _anywhere(self, phrases: Iterable[Phrase]) -> Query:
        terms = [
            (Occur.Should, Query.boost_query(self._in(field, phrase), weight))
            for phrase in phrases
            for field, weight in FIELDS.items()
        ]
        return Query.boolean_query(terms)

    def _in(self, field: str, phrase: Phrase) -> Query:
        if len(phrase) == 1:
            return Query.term_query(self.schema, field, phrase[0])
        return Query.phrase_query(self.schema, field, list(phrase))


@dataclass(frozen=True, slots=True)
class Matches:
    """What a query found, the best first."""

    index: Index
    query: Query
    documents: tuple[tantivy.Document, ...]

    def of_kind(self, kind: str) -> list[tuple[Passage, tantivy.Document]]:
        """Return the passages of one kind, each with the document that stands for it in the index."""
        found = [(self.index.passages[document["place"][0]], document) for document in self.documents]
        return [(passage, document) for passage, document in found if passage.kind == kind]

    def segments(self, documents: Iterable[tantivy.Document]) -> list[tuple[Segment, ...]]:
        """Return of each document the words around what was found, or how it begins."""
        snippets = tantivy.SnippetGenerator.create(self.index.searcher, self.query, self.index.schema, "text")
        snippets.set_max_num_chars(LONGEST_SNIPPET)
        return [
            _segments(snippets.snippet_from_doc(one)) or self.index.passages[one["place"][0]].beginning
            for one in documents
        ]


def of(reading, language: str) -> Index:
    """Return the index of an edition, made where this process has none yet."""
    spot = reading.sha256, language
    if spot not in _kept:
        _kept[spot] = _made(passages(reading), _meanings(reading.compiled.rulebook.synonyms))
    _kept.move_to_end(spot)
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return _kept[spot]


def stems(text: str) -> list[str]:
    """Return the stems of a text's words, without the words that say nothing."""
    return ANALYSER.analyze(text)


def _meanings(synonyms) -> dict[str, Phrase]:
    """Give for the stem of each single word that stands for other words the stems of those."""
    words = [(stems(term), stems(one.means)) for one in synonyms if one.means for term in one.terms]
    return {typed[0]: tuple(meant) for typed, meant in words if len(typed) == 1}


def _made(listed: tuple[Passage, ...], meanings: Mapping[str, tuple[str, ...]]) -> Index:
    schema = _schema()
    index = tantivy.Index(schema)
    index.register_tokenizer("stems", ANALYSER)
    writer = index.writer(HEAP_BYTES, 1)
    for place, one in enumerate(listed):
        writer.add_document(tantivy.Document(title=one.title, names=one.names, text=one.text, place=place))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    known = frozenset(stem for one in listed for stem in stems(f"{one.title} {one.names} {one.text}"))
    return Index(listed, known | meanings.keys(), meanings, schema, index.searcher())


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in FIELDS:
        builder.add_text_field(field, stored=field == "text", tokenizer_name="stems")
    builder.add_integer_field("place", stored=True)
    return builder.build()


def _analyser() -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    filters = (
        tantivy.Filter.remove_long(40),
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.stopword("english"),
        tantivy.Filter.stemmer("english"),
    )
    for one in filters:
        builder = builder.filter(one)
    return builder.build()


ANALYSER = _analyser()


def _segments(snippet) -> tuple[Segment, ...]:
    """Cut a snippet where its words begin and end; it counts in bytes."""
    text, cut, done = snippet.fragment().encode(), [], 0
    for mark in sorted(snippet.highlighted(), key=lambda one: one.start):
        cut += [(text[done : mark.start], False), (text[mark.start : mark.end], True)]
        done = mark.end
    cut.append((text[done:], False))
    return tuple((piece.decode(errors="replace"), hit) for piece, hit in cut if piece)
