"""Order: whether rows stand in another order than before, and for which treatments that decides something."""

from .row import Key, listed


DECIDES = ("options", "dose_ranges")
"""Sections of whose rows about one treatment the first that holds counts."""


def kept(section: str, some: dict[Key, object], others: dict[Key, object]) -> list[Key]:
    """List in their order the rows of a section that stand on both sides."""
    return [key for key in some if key[0] == section and key in others]


def moved(section: str, before: dict[Key, object], after: dict[Key, object]) -> list[str]:
    """List the treatments for which another row of the section now comes first."""
    if section not in DECIDES:
        return []
    was, now = _grouped(kept(section, before, after), after), _grouped(kept(section, after, before), after)
    return [treatment for treatment, keys in now.items() if was[treatment] != keys]


def _grouped(keys: list[Key], rows: dict[Key, object]) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = {}
    for key in keys:
        for treatment in listed(rows[key], "treatment"):
            found.setdefault(treatment, []).append(key)
    return found
