"""Synonyms: the words by which people ask for what a rulebook holds: brand names, abbreviations, lay words, slips."""

from dataclasses import dataclass


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
