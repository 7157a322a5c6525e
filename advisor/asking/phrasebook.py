"""The phrasebook of a language: which words ask for what, which say nothing about the matter, and how words are cut to stems."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from . import speech


WORDS = Path(__file__).parent / "words"
FALLBACK = "en"
SHORTEST = 4
EVERYDAY = "everyday"

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The words of one language, each phrase as the words it is compared by."""

    language: str
    aspects: Mapping[str, tuple[Phrase, ...]]
    jurisdictions: Mapping[str, tuple[Phrase, ...]]
    weak: frozenset[Phrase]
    joining: frozenset[str]
    giving: frozenset[str]
    leaning: tuple[Phrase, ...]
    closed: tuple[Phrase, ...]
    beside: tuple[Phrase, ...]
    pointing: tuple[Phrase, ...]
    trailing: tuple[Phrase, ...]
    replacing: tuple[Phrase, ...]
    fillers: frozenset[str]
    filler_stems: frozenset[str]
    ordinary: frozenset[str]
    spelt: frozenset[str]
    spoken: tuple[str, ...]
    beyond: frozenset[str]
    beyond_phrases: tuple[Phrase, ...]
    neutral: frozenset[str]
    numbers: Mapping[str, tuple[Phrase, ...]]
    capitals: Mapping[str, str]
    written: tuple[tuple[re.Pattern[str], str], ...]
    body: frozenset[str]
    latest: frozenset[str]
    units: frozenset[str]
    endings: tuple[str, ...]
    forms: tuple[str, ...]
    denials: tuple[str, ...]

    def is_filler(self, key: str, *, known: bool) -> bool:
        """Say whether a word says nothing about the matter; one that the edition uses must be such a word itself."""
        if key in self.beyond:
            return False
        if key in self.fillers or any(base in self.fillers for base in self.bases(key)):
            return True
        return not known and (self.stem(key) in self.filler_stems or self.is_ordinary(key))

    def is_ordinary(self, key: str) -> bool:
        """Say whether a word is one that everybody uses, and no matter of medicine: it keeps no answer back."""
        return self.stem(key) in self.ordinary or any(base in self.ordinary for base in self.bases(key, shortest=3))

    def is_word(self, key: str) -> bool:
        """Say whether a word is spelt as one that says nothing about the matter, or as a form of one."""
        return any(form in self.fillers or form in self.spelt for form in (key, *self.bases(key, shortest=3)))

    def is_undone(self, key: str) -> bool:
        """Say whether a word only denies one that says nothing about the matter."""
        return any(key.startswith(one) and self.is_word(key.removeprefix(one)) for one in self.denials)

    def is_everyday(self, key: str) -> bool:
        """Say whether a word that names nothing is more than grammar: it may mean something where nothing else does."""
        return not any(form in self.neutral for form in (key, *self.bases(key)))

    def bases(self, key: str, *, shortest: int = SHORTEST) -> Iterator[str]:
        """Yield the words of which a word may be another form."""
        for form in self.forms:
            if key.endswith(form) and len(key) - len(form) >= shortest:
                yield key.removesuffix(form)
                yield f"{key.removesuffix(form)}e"

    def says_nothing(self, keys: Phrase) -> bool:
        """Say whether words by themselves name nothing: they ask for something, or say nothing about the matter."""
        return all(key in self.fillers for key in keys) or any(keys in phrases for phrases in self.aspects.values())

    def stem(self, key: str) -> str:
        """Cut a word to what its forms have in common."""
        return _stem(key, self.endings)


@cache
def of(language: str) -> Phrasebook:
    """Return the phrasebook of a language, or the English one where it has none."""
    file = WORDS / f"{language}.toml"
    language = file.stem if file.exists() else FALLBACK
    plain = tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))
    endings = tuple(sorted(plain["endings"].split(), key=len, reverse=True))
    return Phrasebook(
        language=language,
        **_of_questions(plain),
        aspects={code: _phrases(said) for code, said in plain["aspects"].items()},
        jurisdictions={code: _phrases(said) for code, said in plain["jurisdictions"].items()},
        **_fillers(plain["fillers"], endings),
        ordinary=frozenset(_stem(key, endings) for key in _ordinary(language)),
        spelt=frozenset(_ordinary(language)),
        **{name: frozenset(speech.keys(plain[name]["words"])) for name in ("beyond", "body", "latest")},
        beyond_phrases=_phrases(plain["beyond"]["phrases"]),
        numbers={what: _phrases(said) for what, said in plain["numbers"].items() if what != "units"},
        capitals=plain["capitals"],
        written=tuple((re.compile(one), said) for said, one in plain["written"].items()),
        units=frozenset(speech.keys(plain["numbers"]["units"])),
        endings=endings,
        forms=tuple(plain["forms"].split()),
        denials=tuple(plain["denials"].split()),
    )


def _of_questions(plain: Mapping[str, Any]) -> dict[str, Any]:
    """Read the words by which it is heard how a question begins, ends and goes on."""
    whole = ("leaning", "closed", "beside", "pointing", "trailing", "replacing")
    single = {name: frozenset(one[0] for one in _phrases(plain[name]["words"])) for name in ("joining", "giving")}
    read = {name: _phrases(plain[name]["words"]) for name in whole}
    return {**single, **read, "weak": frozenset(_phrases(plain["weak"]["words"]))}


def _fillers(said: Mapping[str, str], endings: tuple[str, ...]) -> dict[str, Any]:
    """Read the words that say nothing about the matter, by what they are."""
    by_part = {part: speech.keys(words) for part, words in said.items()}
    fillers = frozenset(key for keys in by_part.values() for key in keys)
    return {
        "fillers": fillers,
        "filler_stems": frozenset(_stem(key, endings) for key in fillers),
        "spoken": tuple(sorted(by_part["grammar"])),
        "neutral": frozenset(key for part, keys in by_part.items() if part != EVERYDAY for key in keys),
    }


def _ordinary(language: str) -> tuple[str, ...]:
    file = WORDS / f"{language}.ordinary.txt"
    return speech.keys(file.read_text(encoding="utf-8")) if file.exists() else ()


def _phrases(said: str) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(keys for phrase in said.split(";") if (keys := speech.keys(phrase))))


@cache
def _stem(key: str, endings: tuple[str, ...]) -> str:
    ending = next((one for one in endings if key.endswith(one) and len(key) - len(one) >= SHORTEST), "")
    return _stem(key.removesuffix(ending), endings) if ending else key
