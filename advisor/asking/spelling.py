"""Spelling: the name that a misspelt word means, only where no other name is nearly as near."""

from collections.abc import Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from . import speech
from .lexicon import Meanings
from .meaning import CONCEPTS, GIVEN, Sort, Taken, Unclear


NAMES = (*GIVEN, *CONCEPTS)
SHORTENED = (*GIVEN, Sort.MEMBER, Sort.TEXT)
SHORTEST, LONGEST_SHORT, LONG = 5, 6, 6
# How many slips a word of a length may hold: of 5 to 7 letters one, from 8 on two.
SLIPS = ((8, 2), (SHORTEST, 1))


def read(key: str, typed: str, names: Mapping[str, Meanings]) -> Taken | Unclear | None:
    """Find the name that a word was meant to be; none where nothing is near, Unclear where several names are as near.

    The first letter is never a slip: medicines that look alike often differ in it alone. The beginning of one
    medicine's name alone is a short form of it.
    """
    if short := _shortened(key, names):
        return Taken(typed, short)
    most = next((slips for length, slips in SLIPS if len(key) >= length), 0)
    if not most or not key.isalpha():
        return None
    near = process.extract(key, list(names), scorer=OSA.distance, score_cutoff=most, limit=8)
    near = [(name, slips) for name, slips, _ in near if name[0] == key[0] and len(name) >= SHORTEST]
    if not near:
        return None
    best = min(slips for _, slips in near)
    nearest = [name for name, slips in near if slips == best]
    meant = {names[name] for name in nearest}
    rivals = {names[name] for name, slips in near if slips <= best + 1} if _is_given(meant) else meant
    if not frozenset.intersection(*map(frozenset, rivals)) and not _only_ask(rivals):
        return Unclear(typed, tuple(sorted(name for name, _ in near)))
    return Taken(typed, nearest[0])


def of_text(typed: str, words: Sequence[str]) -> Taken | None:
    """Find the one word of the edition's texts that a long word is with a single slip, which is not its first letter."""
    key = speech.key(typed, acronym=True)
    if len(key) < LONG or not key.isalpha():
        return None
    for form in (key, *(key.removesuffix(ending) for ending in ("s", "es") if key.endswith(ending))):
        near = process.extract(form, words, scorer=OSA.distance, score_cutoff=1, limit=2)
        same = [word for word, _, _ in near if word[0] == key[0]]
        if len(same) == 1:
            return Taken(typed, same[0])
    return None


def of_name(key: str, typed: str, names: Mapping[str, Meanings]) -> Taken | None:
    """Find the name of a medicine, or of people, that a word was meant to be which the texts use in another form."""
    found = read(key, typed, names) if len(key) >= LONG else None
    return (
        found
        if isinstance(found, Taken) and any(one.sort in (*NAMES, Sort.ASPECT) for one in names[found.read])
        else None
    )


def is_slip(key: str, words: Sequence[str]) -> bool:
    """Say whether a word is one of these with a letter left out, doubled or two changed about; never the first."""
    if len(key) < SHORTEST or not key.isalpha():
        return False
    near = process.extract(key, words, scorer=OSA.distance, score_cutoff=1, limit=8)
    return any(
        len(word) >= LONGEST_SHORT and word[0] == key[0] and (len(word) != len(key) or sorted(word) == sorted(key))
        for word, _, _ in near
    )


def _shortened(key: str, names: Mapping[str, Meanings]) -> str:
    """Find the only name that begins so, or several for the same, if it is of something that is given or was a cause."""
    if len(key) < SHORTEST or not key.isalpha():
        return ""
    begun = [name for name in names if name.startswith(key)]
    same = frozenset.intersection(*(frozenset(names[name]) for name in begun)) if begun else ()
    return min(begun, key=len) if any(one.sort in SHORTENED for one in same) else ""


def _only_ask(rivals: set[Meanings]) -> bool:
    return all(one.sort is Sort.ASPECT for found in rivals for one in found)


def _is_given(meant: set[Meanings]) -> bool:
    return any(one.sort in (Sort.DRUG, Sort.TREATMENT, Sort.CLASS) for found in meant for one in found)
