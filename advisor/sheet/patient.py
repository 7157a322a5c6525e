"""The patient in words: what was answered yes or with a value, what no, what is not known, and what was worked out."""

from django.utils.translation import gettext

from guidelines.engine import wording
from guidelines.engine.formula import FORMULAS

from .amount import figure, joined, measured, titled


def summary(person, derived):
    """Give the answers grouped as a reader looks for them."""
    book = person.book
    told, denied, unknown = [], [], []
    for fact in book.rulebook.facts:
        if fact.code not in person.answers or person.state(fact.code).no_by_rule:
            continue
        value = person.state(fact.code).value
        if value is None:
            unknown.append(fact.name)
        elif _is_normal(fact, value):
            denied.append(fact.name)
        else:
            told.append({"label": titled(fact.name)} | _said(book, fact, value))
    return {
        "told": told,
        "denied": "; ".join(denied),
        "unknown": "; ".join(unknown),
        "refused": _refused(book, derived),
        "derived": worked_out(derived, book),
    }


def _said(book, fact, value):
    # A number is said in the reader's notation, what is chosen or listed in the words of the content.
    number, listed = fact.kind == "number", fact.kind == "members" and value.present
    words = _listed(book, fact, value) if listed else wording.value(book, fact, value)
    return {"words": measured(words) if number else words, "number": number}


def _listed(book, fact, value):
    """List what is present so that no comma within a name parts it from the rest of it."""
    names = joined(sorted((book.members[fact.code].get(code, code) for code in value.present), key=str.lower))
    return names if value.complete else f"{names}; others not known"


def _refused(book, derived):
    # A value that no rule compares is not missed when it cannot be worked out.
    missed = [item for code, item in derived.items() if item["refusal"] and code in book.bounds]
    return "; ".join(f"{item['label']}: {item['refusal']}" for item in missed)


def _is_normal(fact, value):
    if fact.kind == "members":
        return value.complete and not value.present
    return value is False or value == () or (fact.kind == "choice" and value == fact.normal)


def worked_out(derived, book):
    """Give every derived value that there is, or why there is none, with its inputs and its other methods."""
    known = [(code, item) for code, item in derived.items() if item["value"] is not None or item["refusal"]]
    return [_derived(item, _named(code, book)) | {"decides": code in book.bounds} for code, item in known]


def _named(code, book):
    # A formula calls what it needs by names of its own; a reader knows the names of the questions.
    return {part.name: book.facts[part.fact].name for part in book.facts[code].inputs}


def _derived(item, names):
    variants = "; ".join(f"{gettext(method)} {figure(value)}" for method, value in item["variants"].items())
    inputs = "; ".join(f"{names[name]}: {words}" for name, words in item["inputs"].items())
    return {
        "label": titled(item["label"]),
        "value": item["value"] is not None,
        "words": measured(item["text"]) if item["value"] is not None else item["text"],
        "formula": FORMULAS[item["formula"]].title,
        "inputs": inputs,
        "variants": variants,
        "sources": item.get("sources", ()),
        "mark": item.get("mark"),
    }
