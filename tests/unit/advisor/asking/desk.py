"""What the tests of asking share: the made-up guideline and the shipped one, their indexes, and asking them."""

from functools import cache

from advisor import asking
from advisor.asking import index, question
from tests import bedside, library
from tests.questions import exam


@cache
def hiccups():
    """The made-up guideline as asking reads it."""
    return exam.reading(bedside.book())


@cache
def shipped():
    """The content that ships."""
    return exam.reading(library.shipped().compiled)


@cache
def gout():
    """The second guideline, of another specialty."""
    return exam.reading(library.second().compiled)


def indexed(reading=None):
    """The index of a guideline, of the one that ships unless another is given."""
    return index.of(reading or shipped(), "en")


def understood(typed, reading=None):
    """A question as it is understood."""
    return question.understood(typed, indexed(reading))


def answered(typed, reading=None):
    """The whole answer to a question."""
    return asking.ask(reading or shipped(), typed, place="us")


def asked(typed, reading=None, *, before=(), about=None):
    """The kinds and codes that are quoted in answer; nothing where the question is declined."""
    answer = asking.ask(reading or shipped(), typed, place="us", before=before, about=about)
    return [f"{one.kind}:{one.code}" for one in answer.passages]


@cache
def patient(code):
    """A patient of the questions, with the advice for them."""
    return exam.about(library.shipped().compiled, exam.questions("neuropathy")[1][code])
