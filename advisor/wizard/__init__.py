"""The wizard: drafts of consultations, their pages of questions, and what an answer changes."""

from .change import Overtaken, answered, moved, repeat, resumed, taken, together
from .derived import so_far
from .draft import Lost, begin, discard, find, finish, forget, keep, paused, seen, shown
from .habit import remember, settled, units
from .pause import pauses
from .progress import checked, steps
from .topics import Page, asked, asking, onward, page, pages, questions
from .visit import advised, doubts, form_of, note, posted, start, visit, worked_out


__all__ = [
    "Lost",
    "Overtaken",
    "Page",
    "advised",
    "answered",
    "asked",
    "asking",
    "begin",
    "checked",
    "discard",
    "doubts",
    "find",
    "finish",
    "forget",
    "form_of",
    "keep",
    "moved",
    "note",
    "onward",
    "page",
    "pages",
    "paused",
    "pauses",
    "posted",
    "questions",
    "remember",
    "repeat",
    "resumed",
    "seen",
    "settled",
    "shown",
    "so_far",
    "start",
    "steps",
    "taken",
    "together",
    "units",
    "visit",
    "worked_out",
]
