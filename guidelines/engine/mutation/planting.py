"""Planting: every mistake that is tried on a rulebook, in the order in which it is told."""

from itertools import chain

from ..compilation import Compiled
from . import doses, lines, rules, seams
from .mutant import Mutant


def mutants(book: Compiled) -> tuple[Mutant, ...]:
    """List every mutant of a rulebook; the same rulebook gives the same list in the same order."""
    return tuple(chain(*(part.mutants(book) for part in (lines, rules, doses, seams))))
