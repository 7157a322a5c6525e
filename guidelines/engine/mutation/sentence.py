"""Sentences: what an editor reads about a mutant that nothing noticed, in the rulebook's own plain words."""

from collections.abc import Iterable
from dataclasses import replace

from .. import wording
from ..compilation import Compiled, compiled
from ..population import Join, Line, Population
from .mutant import Mutant


OPENING = "No case would notice if"


def sentences(book: Compiled, mutants: Iterable[Mutant]) -> list[str]:
    """Say of each mutant what no case would notice."""
    listed = list(mutants)
    lines = list(dict.fromkeys(line for mutant in listed for line in mutant.lines))
    worded = dict(zip(lines, _worded(book, lines), strict=True))
    return [f"{OPENING} {_filled(mutant.said, [worded[line] for line in mutant.lines])}." for mutant in listed]


def _worded(book: Compiled, lines: list[Line]) -> list[str]:
    """Word lines as populations of their own, compiled together with the rest."""
    groups = [Population(f"~{at}", "", Join.ALL, (line,)) for at, line in enumerate(lines)]
    phrases = compiled(replace(book.rulebook, populations=(*book.rulebook.populations, *groups)))
    return [wording.population(phrases, group.code) for group in groups]


def _filled(said: str, words: list[str]) -> str:
    for at, word in enumerate(words):
        said = said.replace(f"{{{at}}}", word)
    return said
