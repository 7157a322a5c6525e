"""Numbers of a question: which fact of a patient each is about, by the words beside it."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from guidelines.engine.fact import Fact, Kind

from . import speech
from .phrasebook import Phrase, Phrasebook
from .speech import Word


NEAR, OLD, ROUND, AGED = 4, 60, 5, range(80, 90)
AMOUNTS = frozenset({"mg", "mcg", "g"})
GROWN = range(18, 121)
LASTING = ("d", "wk", "mo", "h")
AGE = "a"  # the unit of a fact that is an age in completed years (UCUM)


@dataclass(frozen=True, slots=True)
class Number:
    """A number about a fact in its canonical unit, which words it takes up, where it stands, and in which direction
    it points, if any.

    `said` is the fact that was named, where the number is read as another that rules go by.
    """

    fact: str
    value: float
    first: int
    last: int
    at: int = 0
    bound: str = ""
    said: str = ""


def numbers(words: Sequence[Word], named: dict[int, str], facts: Sequence[Fact], book: Phrasebook) -> list[Number]:
    """Find the numbers that are about a fact: beside its unit or its name, or said as an age.

    `named` gives by place the fact that is named there.
    """
    keys = tuple(word.key for word in words)
    asked = [fact for fact in facts if fact.kind is Kind.NUMBER]
    found = []
    for place, word in enumerate(words):
        if word.number is None:
            continue
        one = _age(keys, place, asked, book, sure=True) or _by_unit(keys, place, asked, named, book)
        one = one or _by_name(place, keys, named, asked) or _age(keys, place, asked, book, sure=False)
        if one:
            found.append(_bounded(replace(one, at=place), keys, book))
    return found


def _age(keys: Phrase, place: int, facts: Sequence[Fact], book: Phrasebook, *, sure: bool) -> Number | None:
    """Read a number as an age: one that is said to be one, or else one that an adult can have, after over or under."""
    fact = next((one for one in facts if one.unit == AGE), None)
    value = float(keys[place])
    if fact is None or not 0 < value <= 120 or not value.is_integer():
        return None
    unit = keys[place + 1 : place + 2]
    bare = not (unit and unit[0] in book.units)
    after = next((one for one in book.numbers["age_after"] if keys[place + 1 : place + 1 + len(one)] == one), ())
    before = next((one for one in book.numbers["age_before"] if keys[max(0, place - len(one)) : place] == one), ())
    if after or (before and bare):
        return Number(fact.code, value, place - len(before), place + len(after))
    if (
        not sure
        and bare
        and value >= OLD
        and (value % ROUND or value in AGED)
        and keys[place - 1 : place] in book.numbers["age_at"]
    ):
        return Number(fact.code, value, place - 1, place)
    plain = not sure and value in GROWN and bare and not _moved(keys, place, book)
    return Number(fact.code, value, place, place) if plain and _bound(keys, place, book) else None


def _moved(keys: Phrase, place: int, book: Phrasebook) -> bool:
    """Say whether something goes beyond the number, as a dose does."""
    return any(one[0] in keys[max(0, place - NEAR) : place] for one in book.numbers["moved"])


def _by_unit(keys: Phrase, place: int, facts: Sequence[Fact], named: dict[int, str], book: Phrasebook) -> Number | None:
    """Read a number by the unit beside it; one that is a word as well ("in") counts only where the fact is named near."""
    close = {named[at] for at in range(place - NEAR, place + NEAR + 1) if at in named}
    fits = []
    for fact in facts:
        units = [(fact.unit_text or fact.unit, None), *((unit.text, unit) for unit in fact.units)]
        for text, unit in units if fact.unit not in LASTING else ():
            said = speech.keys(text)
            plain = said and said[0] in book.spoken and fact.code not in close
            if said and not plain and keys[place + 1 : place + 1 + len(said)] == said:
                value = float(keys[place])
                fits.append(
                    (len(said), Number(fact.code, unit.canonical(value) if unit else value, place, place + len(said)))
                )
    fits.sort(key=lambda fit: (fit[1].fact not in close, -fit[0]))
    return fits[0][1] if fits else None


def _by_name(place: int, keys: Phrase, named: dict[int, str], facts: Sequence[Fact]) -> Number | None:
    known = {fact.code: fact for fact in facts}
    if AMOUNTS.intersection(keys[place + 1 : place + 2]):
        return None
    for at in (*range(place - 1, place - NEAR - 1, -1), *range(place + 1, place + NEAR)):
        if named.get(at) in known and not any(key[0].isdigit() for key in keys[min(at, place) + 1 : max(at, place)]):
            value = _possible(known[named[at]], float(keys[place]))
            return None if value is None else Number(named[at], value, min(at, place), max(at, place))
    return None


def _possible(fact: Fact, value: float) -> float | None:
    """Read a number without its unit in the first unit in which the fact can have that value; none where it cannot."""
    low, high = fact.refuse_low, fact.refuse_high
    each = (value, *(unit.canonical(value) for unit in fact.units))
    return next((one for one in each if (low is None or one >= low) and (high is None or one <= high)), None)


def bare(words: Sequence[Word], places: Iterable[int], book: Phrasebook) -> tuple[Number, ...]:
    """Read the numbers at places as ones of which it is not said what they are about."""
    keys = tuple(word.key for word in words)
    figures = ((place, words[place].number) for place in places)
    return tuple(_bounded(Number("", value, at, at, at), keys, book) for at, value in figures if value is not None)


def loose(words: Sequence[Word], used: Container[int], book: Phrasebook) -> tuple[Word, ...]:
    """Give the numbers that something is supposed to be, of which it is not said what."""
    keys = tuple(word.key for word in words)
    bare = (place for place, word in enumerate(words) if word.number is not None and place not in used)
    supposed = book.numbers["supposed"]
    return tuple(
        words[place]
        for place in bare
        if any(keys[max(0, place - len(one)) : place] == one for one in supposed)
        and not book.units.intersection(keys[place + 1 : place + 2])
    )


def _bounded(one: Number, keys: Phrase, book: Phrasebook) -> Number:
    bound, many = _bound(keys, one.at, book) or ("", 0)
    return replace(one, bound=bound, first=min(one.first, one.at - many))


def _bound(keys: Phrase, place: int, book: Phrasebook) -> tuple[str, int] | None:
    """Say in which direction the words before a number point, and how many they are."""
    for bound in ("at_least", "below"):
        for phrase in book.numbers[bound]:
            if phrase == keys[max(0, place - len(phrase)) : place]:
                return bound, len(phrase)
    return None


def goes_beyond(words: Sequence[Word], book: Phrasebook) -> bool:
    """Say whether something is to go above a number, as a dose does."""
    keys = tuple(word.key for word in words)
    return any(
        word.number is not None
        and _moved(keys, place, book)
        and (_bound(keys, place, book) or ("", 0))[0] == "at_least"
        for place, word in enumerate(words)
    )


def read_as(one: Number, facts: Mapping[str, Fact], banded: Iterable[str]) -> Number:
    """Read a number about a fact that no rule goes by as one about the fact that rules go by."""
    other = stand_in(one.fact, facts, banded)
    return replace(one, fact=other, said=one.fact) if other else one


def stand_in(fact: str, facts: Mapping[str, Fact], banded: Iterable[str]) -> str:
    """Give the one fact that rules go by whose unit begins as another's, on which no rule goes; nothing where there is none."""
    unit = facts[fact].unit.split("/")[:2]
    near = [code for code in banded if facts[code].unit.split("/")[:2] == unit and len(unit) > 1]
    return near[0] if fact not in {*banded} and len(near) == 1 else ""
