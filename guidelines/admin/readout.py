"""Readouts: what the engine makes of a row just edited, in words for its editor."""

from guidelines import assembly
from guidelines.admin import inclusion
from guidelines.engine import document, wording
from guidelines.engine.compilation import compiled


def book(guideline):
    """Return the working copy of a guideline ready to be asked. Raises Unreadable where it is not sound."""
    return compiled(document.read(assembly.assembled(guideline)))


def population(row):
    """Say whom a population takes in, or why that cannot be said yet."""
    standing = inclusion.guidelines_of(row)
    if not standing:
        return "It stands in no guideline yet; tick one below to have it read."
    try:
        said = wording.population(book(standing[0]), row.pk)
    except document.Unreadable as unreadable:
        return f"{standing[0]} cannot be read yet: it has {len(unreadable.faults)} faults, listed on its own page."
    return f"{wording.sentence(said)}."
