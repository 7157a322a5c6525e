"""The wizard: drafts of consultations, their pages of questions, and what an answer changes."""

from .change import moved, taken
from .draft import Draft, Lost, begin, find, finish, keep, remember_units, resumed, seen, units
from .topics import Page, asked, checked, onward, page, pages, questions, steps


__all__ = [
    "Draft",
    "Lost",
    "Page",
    "asked",
    "begin",
    "checked",
    "find",
    "finish",
    "keep",
    "moved",
    "onward",
    "page",
    "pages",
    "questions",
    "remember_units",
    "resumed",
    "seen",
    "steps",
    "taken",
    "units",
]
