"""Topics as pages: which questions are due, whose turn has come, and what is left out because nothing hangs on it."""

from dataclasses import dataclass

from advisor import forms
from guidelines.engine import patient, question, truth, wording

from .draft import Lost, units


@dataclass(frozen=True)
class Page:
    """One topic for one patient: the questions that are due, and those answered so far."""

    topic: object
    due: tuple
    answered: tuple


def pages(person):
    """Give a page for every topic, in the guideline's order, from the answers so far."""
    wanted = _due(person)
    rulebook = person.book.rulebook
    return [
        Page(
            topic,
            tuple(fact for fact in wanted if fact.topic == topic.code),
            tuple(fact for fact in rulebook.facts if fact.topic == topic.code and _stands(person, fact)),
        )
        for topic in rulebook.topics
    ]


def page(person, code):
    """Give the page of one topic. Raises Lost for a topic that the guideline does not have."""
    found = next((page for page in pages(person) if page.topic.code == code), None)
    if found is None:
        raise Lost
    return found


def onward(book, draft):
    """Name the view that comes next and its arguments: the first topic with a question due, else the summary."""
    due = next((page.topic.code for page in pages(patient.parse(book, draft.answers)) if page.due), None)
    return ("topic", draft.guideline, draft.key, due) if due else ("summary", draft.guideline, draft.key)


def steps(book, draft, current=""):
    """Say of each page of the wizard whether it is done, to do, or cannot change the advice so far."""
    listed = [_step(one, current) for one in pages(patient.parse(book, draft.answers))]
    here = [step for step in listed if step["state"] != "idle" or step["current"]]
    codes = [step["topic"].code for step in here]
    place = codes.index(current) if current in codes else len(codes)
    words = f"Page {place + 1} of at most {len(listed)}; pages that cannot change the advice are left out"
    return {"pages": listed, "current": current, "words": words, "back": codes[place - 1] if place else ""}


def checked(book, draft):
    """Give every topic with its answers in words, to be checked, and which questions are still due."""
    person = patient.parse(book, draft.answers)
    shown = [one for one in pages(person) if one.due or one.answered]
    told = [
        {"topic": one.topic, "due": len(one.due), "rows": [_row(person, fact) for fact in one.answered]}
        for one in shown
    ]
    first = next((one.topic.code for one in shown if one.due), "")
    return {"pages": told, "due": sum(page["due"] for page in told), "next": first}


def asked(page, *, everything):
    """List the facts to ask on a page: those due, or with `everything` also those answered."""
    facts = page.due if page.due and not everything else (*page.answered, *page.due)
    return [fact.code for fact in facts]


def questions(book, page, codes, session):
    """Make the questions of a page with these codes, in the guideline's order; other codes are passed over."""
    chosen, wanted = units(session), set(codes)
    facts = [fact for fact in book.rulebook.facts if fact.topic == page.topic.code and fact.code in wanted]
    return [forms.question(fact, book, unit=chosen.get(fact.code, "")) for fact in facts if not fact.formula]


def _due(person):
    # A question is due when its answer could change the advice, nobody has asked it, and its turn has come.
    fresh = question.open_facts(person.book, person) - set(person.answers)
    facts = [fact for fact in person.book.rulebook.facts if fact.code in fresh and not fact.formula]
    return [fact for fact in facts if _is_timely(person, fact, fresh)]


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


def _step(one, current):
    states = {True: ("todo", "to do"), False: ("done", "done")}
    state, words = states[bool(one.due)] if one.due or one.answered else ("idle", "not needed so far")
    return {"topic": one.topic, "state": state, "words": words, "current": one.topic.code == current}


def _row(person, fact):
    known = person.state(fact.code)
    words = wording.state(person.book, fact, known)
    return {"code": fact.code, "text": fact.text, "words": wording.sentence(words), "known": known.known}
