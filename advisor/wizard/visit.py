"""Visits: one look at one page of a draft, with its questions as they are asked, and what was typed there and not saved."""

from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from advisor import forms
from guidelines import library
from guidelines.engine import patient

from . import change, derived, draft, habit, progress, topics


# No answer is as long; what is longer is cut where it is kept unsaved.
LONGEST = 200


@dataclass
class Visit:
    """A clinician at a draft: the guideline as it is today, every page, and the one they are at."""

    reading: library.Reading
    draft: object
    person: object
    notices: list
    page: object = None

    @cached_property
    def pages(self):
        """Give every page, worked out only where one is shown: whoever asks for the advice is shown none."""
        return [] if self.draft.done else topics.pages(self.person)

    @property
    def steps(self):
        """Say where in the questions this is."""
        return progress.steps(self.reading.compiled, self.pages, self.page.topic.code if self.page else "")

    def back_to(self, code):
        """Name the view of another page, and its arguments; the summary where there is no such page."""
        there = any(page.topic.code == code for page in self.pages)
        kept = (self.draft.guideline, self.draft.key)
        return ("topic", *kept, code) if there else ("summary", *kept)

    def onward(self):
        """Name the view that comes next, and its arguments, from the answers as they are now."""
        person = patient.parse(self.reading.compiled, self.draft.answers)
        return topics.onward(topics.pages(person), self.draft)


def start(reading, *, by, at):
    """Begin a draft; name the view of its first page, and its arguments."""
    begun = draft.begin(reading, by=by, at=at)
    return topics.onward(topics.pages(patient.parse(reading.compiled, begun.answers)), begun)


def visit(slug, key, code="", *, by, at):
    """Look at a page of a clinician's own draft, or at all of it. Raises library.Absent and Lost."""
    reading = library.current(slug)
    here = Visit(reading, *change.resumed(reading, key, by=by, at=at))
    if code and here.pages:
        here.page = topics.page(here.pages, code)
    return here


def advised(at_hand, session):
    """Give the patient as advice is asked for: under the labels of this sitting where the answers do not say."""
    book, given = at_hand.reading.compiled, at_hand.draft.answers
    known = habit.settled(session, given, book.facts)
    return at_hand.person if known == given else patient.parse(book, known)


def form_of(at_hand, session, wanted):
    """Make the form of a page: what is due, `wanted` change or spare for more, filled in with what is known or was typed."""
    here, known = at_hand.page, habit.settled(session, at_hand.draft.answers, at_hand.reading.compiled.facts)
    codes = topics.asked(here, everything="change" in wanted, spare="spare" in wanted)
    typed = _restored(at_hand.draft.typed.get(here.topic.code))
    codes = [*codes, *(typed.getlist("asked") if typed else ())]
    form = forms.Topic(topics.questions(at_hand.reading.compiled, here, codes, session), known, typed=typed)
    form.focus()
    return form


def posted(at_hand, session, data, *, judged):
    """Make the form of what was posted from a page; unless it is to be judged, it is only shown again."""
    asked = topics.questions(at_hand.reading.compiled, at_hand.page, data.getlist("asked"), session)
    return forms.Topic(asked, data=data) if judged else forms.Topic.reshown(asked, data)


def note(at_hand, form, data, *, at):
    """Keep what was typed on a page and is not saved yet."""
    names = [form.add_prefix(name) for name in form.fields]
    typed = {name: [_plain(text) for text in data.getlist(name)] for name in names if name in data}
    typed["asked"] = [question.code for question in form.questions]
    rows = {name: data.getlist(name) for name in data if name.endswith("__rows") and len(data[name]) <= 2}
    draft.note(at_hand.draft, at_hand.page.topic.code, {**typed, **rows}, at=at)


def doubts(form):
    """Say of each number typed what is odd about it, and whether it may be confirmed; of what is not typed, nothing."""
    found = {}
    for question in form.questions:
        if question.fact.kind != "number" or not form[question.code].value():
            continue
        said = [*form.errors.get(question.code, ())] or _refused(question, form.page)
        found[question.code] = {"text": said[0] if said else "", "confirm": question.doubtful}
    return found


def _refused(question, page):
    try:
        patient.parse(question.book, {question.code: page.get(question.code)})
    except patient.Refused as refused:
        return [fault.text for fault in refused.faults]
    return []


def _plain(text):
    # A database refuses the null character.
    return text[:LONGEST].replace("\x00", "\ufffd")


def _restored(typed):
    if not typed:
        return None
    data = QueryDict(mutable=True)
    for name, texts in typed.items():
        data.setlist(name, texts)
    return data


def worked_out(at_hand, form, session):
    """Work out what can be from the answers kept and those typed so far; what hangs on this page comes first."""
    book, page = at_hand.reading.compiled, form.page
    if form.typed is not None:
        read = posted(at_hand, session, form.typed, judged=True)
        read.full_clean()
        page = read.page
    person = derived.lenient(book, habit.settled(session, at_hand.draft.answers, book.facts), page)
    return derived.so_far(person, at_hand.page.topic.code)
