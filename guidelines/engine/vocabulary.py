"""The vocabulary: which words stand where a rulebook may use only certain words."""

from .decoding import Fault
from .rulebook import Rulebook


SECTIONS = (
    "introduction",
    "first_line",
    "alternatives",
    "topical",
    "second_line",
    "non_drug",
    "prevention",
    "special_populations",
    "not_recommended",
    "pitfalls",
    "provenance",
)
STANCES = (
    "first_line",
    "second_line",
    "third_line",
    "consider",
    "no_recommendation",
    "against",
    "rescue_only",
    "other",
)
WORDS = (
    ("treatments", "kind", ("drug", "topical", "procedure", "supplement", "measure")),
    ("options", "line", (1, 2, 3)),
    ("effects", "measure", ("NNT", "NNH", "RR", "SMD", "percent")),
    ("monitoring", "phase", ("before", "during", "stopping")),
    ("statements", "section", SECTIONS),
    ("statements", "verdict", ("", "supported", "partly", "differs", "disputed", "gap", "duplicate")),
    ("positions", "stance", STANCES),
    ("references", "verification", ("primary", "secondary", "unverified")),
    ("cases", "rest", ("normal", "nothing")),
)
"""Section, field, and the words that it may hold."""


def faults(rulebook: Rulebook) -> list[Fault]:
    """List every word that stands where only others may; a slip would hide its row from every page."""
    return [
        Fault(
            f"{section}[{row.code}].{name}",
            f'"{said}" must be one of {", ".join(str(word) for word in words if word)}.',
        )
        for section, name, words in WORDS
        for row in getattr(rulebook, section)
        if (said := getattr(row, name)) not in words
    ]
