"""Suppositions: a consultation's patient with some answers otherwise, advised on again on the same edition; nothing is recorded."""

from dataclasses import dataclass

from advisor import forms, record, sheet, wizard
from advisor.chart import Chart
from guidelines.engine import advice, patient, wording


@dataclass(frozen=True)
class Supposed:
    """Somebody who does not exist, in which answers they differ, what is not asked of them, and what would be advised."""

    person: patient.Patient
    changed: tuple
    dropped: list
    given: dict


def form(chart, session, data, codes, *, judged):
    """Make the form of the questions with these codes, filled in with the answers as they are, or with what was typed."""
    asked = questions(chart.reading.compiled, codes, session)
    answered = {code: answer for code, answer in record.answered(chart.consultation).items() if answer is not None}
    if judged:
        return forms.Selection(asked, answered, data=data)
    return forms.Selection(asked, answered, typed=data)


def questions(book, codes, session):
    """Make the questions with these codes, in their order; what is no question is passed over."""
    facts = [book.facts[code] for code in dict.fromkeys(codes) if code in book.facts]
    return wizard.asking(book, facts, session)


def others(chart, codes):
    """List the questions that could be answered otherwise too, by topic, each with its answer as it is."""
    book, person, asked = chart.reading.compiled, chart.person, set(codes)
    facts = [fact for fact in book.rulebook.facts if not fact.formula and fact.code not in asked]
    told = [(fact.topic, {"code": fact.code, "text": _told(book, fact, person)}) for fact in facts]
    topics = [(topic.title, [one for code, one in told if code == topic.code]) for topic in book.rulebook.topics]
    return [{"title": title, "questions": questions} for title, questions in topics if questions]


def _told(book, fact, person):
    return f"{wording.sentence(fact.name)}: {_words(book, fact, person)}"


def suppose(chart: Chart, page) -> Supposed:
    """Put answers over those of a consultation and advise once more. Raises patient.Refused."""
    book = chart.reading.compiled
    known = record.answered(chart.consultation)
    document, dropped = wizard.together(book, known, page)
    person = patient.parse(book, document)
    edition = chart.given["edition"] | {"status": chart.reading.status}
    given = advice.advise(book, person, edition=edition)
    changed = tuple(code for code, answer in page.items() if known.get(code, ...) != answer)
    return Supposed(person, changed, dropped, given)


def told(chart, supposed):
    """Tell what would be otherwise, and for which questions no answer would be asked any more."""
    seen = {alert["code"] for alert in chart.given["alerts"] if alert["acknowledged"]}
    contrast = sheet.contrast(chart.given, advice.withheld(supposed.given, seen), chart.reading.compiled)
    return contrast | {
        "argued": not chart.is_silent,
        "supposed": _supposed(chart, supposed),
        "dropped": [fact.text for fact in supposed.dropped],
    }


def _supposed(chart, supposed):
    book, facts = chart.reading.compiled, chart.reading.compiled.rulebook.facts
    there, here = supposed.person, chart.person
    return [
        {"label": wording.sentence(fact.name), "was": _words(book, fact, here), "becomes": _words(book, fact, there)}
        for fact in facts
        if fact.code in supposed.changed
    ]


def _words(book, fact, person):
    return wording.state(book, fact, person.state(fact.code))
