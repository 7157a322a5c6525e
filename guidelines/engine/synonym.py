"""Synonyms: the words by which people ask for what a rulebook holds: brand names, abbreviations, lay words, slips."""

from dataclasses import dataclass


APART, EITHER = "+", "/"


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words for rows of the rulebook, or for other words of it, in one language; nothing that is advised hangs on them."""

    code: str
    terms: tuple[str, ...]
    language: str = "en"
    means: str = ""
    treatments: tuple[str, ...] = ()
    drugs: tuple[str, ...] = ()
    drug_classes: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()


def parts(term: str) -> tuple[tuple[str, ...], ...]:
    """Part a term whose parts may stand apart in a question, in any order, each said in one of several ways.

    "numb / tingling + feet" has two parts, the first with two ways of saying it; "diabetic foot" is one part, said in one way.
    """
    words = term.split()
    if APART not in words:
        return ((term,),)
    return tuple(tuple(" ".join(way) for way in _between(part, EITHER)) for part in _between(words, APART))


def _between(words: list[str], sign: str) -> list[list[str]]:
    """Cut words at a sign that stands by itself."""
    found: list[list[str]] = [[]]
    for word in words:
        if word == sign:
            found.append([])
        else:
            found[-1].append(word)
    return found
