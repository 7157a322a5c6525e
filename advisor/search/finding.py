"""Finding: what was asked made harmless, looked for, and told by kind."""

import re
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from advisor.article import content
from advisor.article.place import address

from . import index, passage, spelling
from .passage import Segment


LONGEST = 200
MOST_WORDS = 24
MOST_HITS = 300
MOST_OF_A_KIND = 8
KINDS = {
    passage.TREATMENT: _("Treatments"),
    passage.STATEMENT: _("Statements"),
    passage.DOSE: _("Doses"),
    passage.WARNING: _("Contraindications, cautions and interactions"),
    passage.EFFECT: _("Effects"),
    passage.CARE: _("Monitoring and safety"),
    passage.DISAGREEMENT: _("Where the sources disagree"),
    passage.REFERENCE: _("References"),
}
# What is no letter, digit or sign within a word parts words, so that nothing in a question is an instruction.
PARTED = re.compile(r"[^\w%µ.'’/-]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found: what it is called, where it stands, and its words about what was asked."""

    kind: str
    code: str
    title: str
    address: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The best hits of one kind, and how many more there are."""

    kind: str
    title: str
    hits: tuple[Hit, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: as it was understood, which words were taken for others, and the hits by kind."""

    asked: str
    shortened: bool
    corrected: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]


def find(reading, question: str) -> Found:
    """Look through an edition for what was typed, whatever that is."""
    asked = " ".join(PARTED.sub(" ", question[: 10 * LONGEST]).split())
    shortened = len(asked) > LONGEST or len(question) > 10 * LONGEST
    within = index.of(reading, get_language() or "")
    meant = _understood(asked[:LONGEST].split()[:MOST_WORDS], within, spelling.names(reading.compiled))
    groups = tuple(_grouped(within.matches(meant.words, MOST_HITS), within.named(meant.named))) if meant.words else ()
    return Found(asked[:LONGEST], shortened, meant.taken, groups)


def hints(reading) -> list[tuple[str, str]]:
    """Return what there is to read where nothing was found, or nothing was asked: each heading and where it stands."""
    article = content.of(reading)
    sections = [(one["title"], f"#{one['code']}") for one in article["sections"]]
    return [*sections, *((one["name"], address(one["code"])) for one in content.treatments(reading).values())]


@dataclass(frozen=True, slots=True)
class _Understood:
    """What was typed: the phrases that may stand for each word, the slips with what they were taken for, the names."""

    words: list[list[index.Phrase]]
    taken: tuple[tuple[str, str], ...]
    named: frozenset[str]


def _understood(typed, within, names):
    words, taken, named = [], {}, []
    for word in typed:
        stems = index.stems(word)
        name = "" if within.stems.intersection(stems) else spelling.meant(word, names)
        if stems and name:
            taken[word], stems = name, index.stems(name)
        words += [[(stem,), *([within.meanings[stem]] if stem in within.meanings else [])] for stem in stems]
        named += stems if name or word.lower() in names else []
    return _Understood(words, tuple(taken.items()), frozenset(named))


def _grouped(matches, named):
    for kind, title in KINDS.items():
        first = [one for one in named if one.kind == kind]
        others = [(one, document) for one, document in matches.of_kind(kind) if one not in first]
        shown = others[: max(0, MOST_OF_A_KIND - len(first))]
        segments = matches.segments(document for _one, document in shown)
        hits = [_hit(one, one.beginning) for one in first]
        hits += [_hit(one, words) for (one, _document), words in zip(shown, segments, strict=True)]
        if hits:
            yield Group(kind, title, tuple(hits), len(others) - len(shown))


def _hit(one, segments):
    return Hit(one.kind, one.code, one.title, one.address, segments)
