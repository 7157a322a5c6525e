"""Progress: where one stands in the questions, what is left out so far, and why; and every answer, to be checked."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from advisor.sheet.amount import measured
from guidelines.engine import wording

from .topics import Reason


REASONS = {
    Reason.IDLE: gettext_lazy("no answer could change the advice"),
    Reason.SPARE: gettext_lazy("it could only speak against treatments that are out anyway"),
    Reason.NOT_MEANT: gettext_lazy("asked only for"),
    Reason.WAITING: gettext_lazy("another answer will tell; asked only for"),
}
GUARDED = (Reason.NOT_MEANT, Reason.WAITING)
# Answers in the words of the questions, which are the page's own, by the engine's words for them.
SAID = {
    "yes": gettext_lazy("Yes"),
    "no": gettext_lazy("No"),
    "none": pgettext_lazy("answer", "None"),
    "not known": gettext_lazy("Not known"),
}
STATES = {"todo": gettext_lazy("to do"), "done": gettext_lazy("done"), "idle": gettext_lazy("not needed")}


def steps(book, listed, current=""):
    """Say of each page how many of its questions are to do and what is left out; and where one stands."""
    told = [_step(book, one, current) for one in listed]
    here = [step for step in told if step["state"] != "idle" or step["current"]]
    codes = [step["code"] for step in here]
    place = codes.index(current) if current in codes else len(codes)
    due = sum(len(one.due) for one in listed)
    words = ngettext("%(count)d question to answer", "%(count)d questions to answer", due) % {"count": due}
    if current:
        words = _("Page %(page)d of %(pages)d: %(words)s") % {"page": place + 1, "pages": len(here), "words": words}
    back, out = codes[place - 1] if place else "", sum(len(one.left) for one in listed)
    return {"pages": told, "current": current, "words": words, "back": back, "left": out}


def _step(book, one, current):
    state = "todo" if one.due else "done" if one.answered else "idle"
    return {
        "code": one.topic.code,
        "title": one.topic.title,
        "state": state,
        "words": _words(one, state),
        "current": one.topic.code == current,
        "left": left(book, one),
    }


def _words(one, state):
    if state != "todo":
        return STATES[state]
    due = len(one.due)
    return ngettext("%(count)d question", "%(count)d questions", due) % {"count": due}


def left(book, one):
    """List the questions that a page leaves out, those with one reason together."""
    grouped = {}
    for item in one.left:
        whom = book.titles.get(item.fact.asked_of, "") if item.reason in GUARDED else ""
        grouped.setdefault((item.reason, whom), []).append(item.fact.name)
    return [
        {"why": str(REASONS[reason]), "whom": whom, "facts": ", ".join(names), "spare": reason is Reason.SPARE}
        for (reason, whom), names in grouped.items()
    ]


def checked(person, listed):
    """Give every topic with its answers in words, to be checked, and which questions are due or left out."""
    told = [
        {
            "topic": one.topic,
            "due": len(one.due),
            "spare": len(one.spare),
            "rows": [_row(person, fact) for fact in one.answered],
            "left": left(person.book, one),
            "count": len(one.left),
        }
        for one in listed
    ]
    first = next((one.topic.code for one in listed if one.due), "")
    return {
        "pages": told,
        "due": sum(page["due"] for page in told),
        "spare": sum(page["spare"] for page in told),
        "next": first,
    }


def _row(person, fact):
    known = person.state(fact.code)
    words = wording.state(person.book, fact, known)
    words = measured(words) if known.known and fact.kind == "number" else words
    shown = {"words": SAID.get(words, wording.sentence(words)), "ours": words in SAID}
    return {"code": fact.code, "text": fact.text, "known": known.known} | shown
