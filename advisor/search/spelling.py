"""Spelling: the name of a medicine that a misspelt word was meant to be."""

import re

from rapidfuzz import fuzz, process


# Below this many letters in a hundred alike, a word is taken for another one; shorter words are too alike to guess.
ALIKE = 78
SHORTEST = 5
WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")


def meant(word: str, names: frozenset[str]) -> str:
    """Return the name that a word not otherwise known is likely to be a slip of, or nothing."""
    if len(word) < SHORTEST:
        return ""
    found = process.extractOne(word.lower(), sorted(names), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found else ""


def names(book) -> frozenset[str]:
    """Return every word that names a medicine, a class or a treatment of an edition, in small letters."""
    rulebook = book.rulebook
    said = [*(one.name for one in (*rulebook.drugs, *rulebook.drug_classes, *rulebook.treatments))]
    said += [synonym for drug in rulebook.drugs for synonym in drug.synonyms]
    return frozenset(word.lower() for text in said for word in WORD.findall(text))
