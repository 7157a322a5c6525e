"""Meanings: what words of a question stand for in an edition, and where they were said."""

from dataclasses import dataclass, field
from enum import StrEnum

from .speech import Word


class Sort(StrEnum):
    """What words can stand for."""

    TREATMENT = "treatment"
    DRUG = "drug"
    CLASS = "class"
    POPULATION = "population"
    MEMBER = "member"
    FACT = "fact"
    BODY = "body"
    JURISDICTION = "jurisdiction"
    ASPECT = "aspect"
    TEXT = "text"


GIVEN = (Sort.TREATMENT, Sort.DRUG, Sort.CLASS)
CONCEPTS = (Sort.POPULATION, Sort.MEMBER)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that words can stand for: its sort and code; a member of a list is FACT:MEMBER."""

    sort: Sort
    code: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a question that stand for something, or for several things of which each is possible."""

    words: tuple[Word, ...]
    meanings: tuple[Meaning, ...]
    place: int
    joined: bool = False

    @property
    def typed(self) -> str:
        """Give the words as they were typed."""
        return " ".join(word.typed for word in self.words)

    def codes(self, *sorts: Sort) -> tuple[str, ...]:
        """List what it stands for among some sorts."""
        return tuple(meaning.code for meaning in self.meanings if meaning.sort in sorts)


@dataclass(frozen=True, slots=True)
class Taken:
    """A misspelt word and the word of the edition that it was taken as."""

    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """A word that could be a slip for several different names, and which."""

    typed: str
    names: tuple[str, ...] = field(default=())
