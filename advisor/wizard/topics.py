"""Topics as pages: which questions are due, whose turn has come, and which are left out, each with its reason."""

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from advisor import forms
from guidelines.engine import matter, question, truth
from guidelines.engine.rulebook import Effect

from . import why
from .draft import Lost
from .habit import units


NOTHING = MappingProxyType({})


class Reason(StrEnum):
    """Why a question is left out of its page."""

    IDLE = "idle"
    NOT_MEANT = "not meant"
    WAITING = "waiting"
    SPARE = "spare"


@dataclass(frozen=True)
class Left:
    """A question that is left out, and why."""

    fact: object
    reason: Reason


@dataclass(frozen=True)
class Page:
    """One topic for one patient: the questions that are due, those answered so far, and those left out.

    `decides` says what hangs on each question. What is spare among those left out could only speak against treatments
    that are out anyway; it may be asked all the same.
    """

    topic: object
    due: tuple
    answered: tuple
    left: tuple = ()
    decides: dict = field(default_factory=dict)

    @property
    def spare(self):
        """Give the questions that may be asked all the same."""
        return tuple(one.fact for one in self.left if one.reason is Reason.SPARE)


def pages(person):
    """Give a page for every topic, in the guideline's order, from the answers so far."""
    rulebook, decides = person.book.rulebook, matter.matters(person.book, person)
    fresh = question.open_facts(person.book, person) - set(person.answers)
    facts = [fact for fact in rulebook.facts if not fact.formula]
    left = {fact.code: _left(person, fact, fresh, decides) for fact in facts}
    return [
        _page(person, topic, [fact for fact in facts if fact.topic == topic.code], left, decides)
        for topic in rulebook.topics
    ]


def _page(person, topic, facts, left, decides):
    answered = tuple(fact for fact in facts if _stands(person, fact))
    open_ones = [fact for fact in facts if fact not in answered]
    due = tuple(fact for fact in open_ones if left[fact.code] is None)
    reasons = tuple(Left(fact, left[fact.code]) for fact in open_ones if left[fact.code])
    return Page(topic, due, answered, reasons, decides)


def _left(person, fact, fresh, decides):
    # A question is due, so not left, when its answer could change what is advised, nobody has asked it, and its turn has come.
    if fact.code not in fresh:
        meant = not fact.asked_of or person.judgement.population(fact.asked_of) is not truth.NO
        return Reason.IDLE if meant else Reason.NOT_MEANT
    if not _is_timely(person, fact, fresh):
        return Reason.WAITING
    return None if fact.code in decides else Reason.SPARE


def _is_timely(person, fact, fresh):
    # A question for some patients only waits until it is known whether this is one, or until that has been asked in vain.
    if not fact.asked_of:
        return True
    asked = person.judgement.population(fact.asked_of)
    if asked is not truth.UNKNOWN:
        return asked is truth.YES
    guards = person.judgement.open_facts(person.book.criteria[fact.asked_of])
    return not (guards - {fact.code}) & fresh


def _stands(person, fact):
    return fact.code in person.answers and not person.state(fact.code).no_by_rule


def page(listed, code):
    """Pick the page of one topic. Raises Lost for a topic that the guideline does not have."""
    found = next((page for page in listed if page.topic.code == code), None)
    if found is None:
        raise Lost
    return found


def onward(listed, draft):
    """Name the view that comes next and its arguments: the first topic with a question due, else the summary."""
    due = next((page.topic.code for page in listed if page.due), None)
    return ("topic", draft.guideline, draft.key, due) if due else ("summary", draft.guideline, draft.key)


def asked(page, *, everything=False, spare=False):
    """List the facts to ask on a page: those due; with `everything` also those answered, with `spare` those spare."""
    facts = (*page.answered, *page.due) if everything or not page.due else page.due
    if spare or not facts:
        facts = (*page.due, *page.spare)
    return [fact.code for fact in facts]


def questions(book, page, codes, session):
    """Make the questions of a page with these codes, in the guideline's order; other codes are passed over."""
    wanted = set(codes)
    facts = [fact for fact in book.rulebook.facts if fact.topic == page.topic.code and fact.code in wanted]
    return asking(book, facts, session, page.decides)


def asking(book, facts, session, decides=NOTHING):
    """Make the questions for facts of any topics, in their order; what is worked out is not asked."""
    chosen = units(session)
    grave = {alert.code for alert in book.rulebook.alerts if alert.effect is not Effect.WARN}
    return [
        forms.question(
            fact,
            book,
            unit=chosen.get(fact.code, ""),
            decides=why.sentences(book, decides.get(fact.code, ())),
            alone=any(one.kind is matter.Kind.ALERT and one.code in grave for one in decides.get(fact.code, ())),
        )
        for fact in facts
        if not fact.formula
    ]
