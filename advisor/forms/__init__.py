"""Forms: one page of questions about a patient, generated from an edition's facts; the case made from one; and review."""

from .boolean import Boolean
from .calendar import Calendar
from .choice import Choice
from .comparison import Comparison
from .exemplar import Exemplar
from .members import Members
from .number import Number
from .preferences import Preferences
from .preview import Preview
from .question import NOT_KNOWN, Open, Question, Unclear
from .review import Answer, Approval, Decision, Remark, Return, Settling, Withdrawal
from .selection import Selection
from .topic import Topic
from .trials import Trials


KINDS = {"boolean": Boolean, "number": Number, "choice": Choice, "members": Members, "trials": Trials}


def question(fact, book, **asked):
    """Make the question for a fact of a compiled rulebook; `asked` is how: the unit last chosen for it, and more."""
    return KINDS[fact.kind](fact, book, **asked)


__all__ = [
    "KINDS",
    "NOT_KNOWN",
    "Answer",
    "Approval",
    "Calendar",
    "Comparison",
    "Decision",
    "Exemplar",
    "Open",
    "Preferences",
    "Preview",
    "Question",
    "Remark",
    "Return",
    "Selection",
    "Settling",
    "Topic",
    "Unclear",
    "Withdrawal",
    "question",
]
