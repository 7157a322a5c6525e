"""Wording: how far the words of a question that name nothing are a row's own."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from . import speech, subject
from .index import Index
from .question import Question
from .row import Kind, Row


WORDED, HINTED, FOCUSED, FIGURE, PLAIN, FURTHER = 5.0, 1.5, 0.5, 2.0, 1.5, 0.3
HEARD = 0.2
OBJECT = 12.0
"""Points for words with which something is asked, where they are what is to be watched."""

ALIKE = frozenset({Kind.MONITORING, Kind.INTERACTION, Kind.SAFETY, Kind.CONTRAINDICATION})
READ_WHOLE = frozenset({Kind.STATEMENT, Kind.MONITORING, Kind.DISAGREEMENT, Kind.ALERT})


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a question by their stems: `telling` ones with their weight, `plain` ones that everybody uses,
    figures, those with which something is asked, and every one; `sure` if not only everybody's words tell;
    `watched` if it asks what is to be watched.
    """

    telling: Mapping[str, float]
    plain: frozenset[str]
    figures: frozenset[str]
    hints: frozenset[str]
    every: frozenset[str]
    heard: Mapping[str, float]
    sure: bool
    watched: bool

    def may_fit(self, row: Row) -> bool:
        """Say whether any of the telling words is a row's own, if there are some."""
        return not (self.telling and self.telling.keys().isdisjoint(row.stems))

    def points(self, row: Row, *, most: float) -> float | None:
        """Count the points of a row for its words; none where fewer of the telling ones are its own than `most`."""
        total = self.hinted(row)
        whole = sum(self.telling.values())
        if not whole:
            return total
        share = sum(weight for stem, weight in self.telling.items() if stem in row.stems) / whole
        return None if share < most else total + WORDED * share * (1 + FURTHER * len(self.telling))

    def hinted(self, row: Row) -> float:
        """Count the points for words that a row may use or not."""
        hinted = OBJECT if self.watched and row.kind is Kind.MONITORING else HINTED
        total = hinted * len(self.hints & row.stems) / (1 + len(self.hints)) + FIGURE * len(self.figures & row.stems)
        total += PLAIN * len(self.plain & row.stems) / (1 + len(self.plain))
        if row.kind in ALIKE:
            total += HEARD * sum(self.heard[stem] for stem in self.heard.keys() & row.stems)
        if row.kind in READ_WHOLE:
            total += FOCUSED * len(self.every & row.stems) / math.sqrt(1 + len(row.stems))
        return total


def of(question: Question, index: Index, *, alone: bool) -> Wording:
    """Weigh the words of a question. Where it names nothing (`alone`), plain words tell what is meant, too; where there are
    none, those with which something is asked.
    """
    terms = [word for word in question.terms if word.number is None]
    plain = [] if alone or not question.eased else [word for word in terms if index.phrasebook.is_ordinary(word.key)]
    telling = [word for word in terms if word not in plain] or (list(question.echo) if alone and not terms else [])
    stem = index.phrasebook.stem
    return Wording(
        telling={stem(word.key): index.telling[stem(word.key)] for word in telling},
        plain=frozenset(stem(word.key) for word in plain),
        figures=frozenset(word.key for word in question.terms if word.number is not None),
        hints=question.hints,
        every=subject.stems(question.typed, index),
        heard=_heard(question.typed, index),
        watched="monitor" in question.aspects,
        sure=any(not index.phrasebook.is_ordinary(word.key) for word in telling),
    )


def _heard(typed: str, index: Index) -> dict[str, float]:
    """Weigh every word of a question that is more than grammar, whatever it stands for."""
    stems = {index.phrasebook.stem(key) for key in speech.keys(typed) if key not in index.phrasebook.spoken}
    return {stem: index.telling[stem] for stem in stems & index.telling.keys()}
