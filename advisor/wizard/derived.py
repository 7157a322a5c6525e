"""Derived values while they are being asked for: each as soon as it can be worked out, and what other methods would change."""

from django.utils.translation import gettext as _

from advisor import answers
from advisor.sheet.amount import figure, measured, titled
from advisor.sheet.swing import changed
from advisor.sheet.turning import wording_of
from guidelines.engine import panel, patient, weighing
from guidelines.engine.telling import Telling


def so_far(person, topic=""):
    """Give the derived values so far: those that hang on a topic's questions, in full, and those that hang on a method.

    A value that cannot be worked out yet says what it still needs, one that never can says why.
    """
    told = panel.derived(Telling(person))
    shown = [_value(person, code, item, topic) for code, item in told.items()]
    shown = [value for value in shown if value["told"]]
    if any(value["here"] and value["methods"] for value in shown):
        swings = _swings(person)
        for value in shown:
            value["swings"] = swings.get(value["code"], [])
    return sorted(shown, key=lambda value: (not value["here"], not value["methods"]))


def _value(person, code, item, topic):
    book, here = person.book, _hangs_on(person.book, code, topic)
    methods = [_method(item, name, value) for name, value in item["variants"].items()]
    return {
        "code": code,
        "label": titled(item["label"]),
        "words": measured(item["text"]) if item["value"] is not None else "",
        "refusal": item["refusal"],
        "needs": ", ".join(book.facts[fact].name for fact in item["missing"]),
        "methods": "; ".join(methods),
        "here": here,
        "told": _is_told(person, book.facts[code], item, topic) if here else bool(methods),
        "swings": [],
    }


def _method(item, name, value):
    told = {"name": _(name), "value": figure(value), "unit": item["unit"]}
    return _("with %(name)s weight %(value)s %(unit)s") % told


def _is_told(person, fact, item, topic):
    # What no rule compares is not missed; what was not begun, or is asked for on other pages alone, is not waited for.
    if item["value"] is not None:
        return True
    begun = any(person.state(part.fact).known for part in fact.inputs)
    waited_for = begun and any(person.book.facts[code].topic == topic for code in item["missing"])
    return fact.code in person.book.bounds and bool(item["refusal"] or waited_for)


def _hangs_on(book, code, topic):
    facts = [book.facts[part.fact] for part in book.facts[code].inputs]
    return any(fact.topic == topic or (fact.formula and _hangs_on(book, fact.code, topic)) for fact in facts)


def _swings(person):
    found = {}
    for swing in weighing.weigh(person.book, person).swings:
        fact, names = person.book.facts[swing.fact], person.book.treatments
        told = {"name": _(swing.method), "value": wording_of(fact, round(swing.value, fact.decimals))}
        told["changes"] = [changed(f"{names[code]}: {said}") for code, said in swing.changes]
        found.setdefault(swing.fact, []).append(told)
    return found


def lenient(book, document, page):
    """Read answers as a patient, leaving out those of a page that do not go together with the rest."""
    kept = answers.merged(document, page)
    while True:
        try:
            return patient.parse(book, kept)
        except patient.Refused as refused:
            odd = {fault.place for fault in refused.faults} & set(kept)
            kept = answers.without(kept, odd or set(page) or set(kept))
