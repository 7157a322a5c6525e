"""A past or paused consultation in one line, by which its clinician knows it again; nothing in it names the patient."""

from guidelines.engine import wording

from .amount import day, titled
from .response import short


SHOWN = 3


def row(found, person, responses=()):
    """Give a consultation's line in the list: when, of which edition, about whom, and what was done."""
    rulebook = person.book.rulebook
    names = {treatment.code: titled(treatment.name) for treatment in rulebook.treatments}
    return {
        "id": str(found.pk),
        "on": f"{day(found.consulted_at)}, {found.consulted_at:%H:%M} UTC",
        "title": rulebook.guideline.title,
        "edition": found.edition.number,
        "patient": "; ".join(telling(person)),
        "response": next((short(newest, names) for newest in responses), ""),
    }


def telling(person):
    """Give the first answers that tell one patient from another in words: choices and numbers, of which each says something."""
    facts = [fact for fact in person.book.rulebook.facts if not fact.formula and fact.kind in ("choice", "number")]
    valued = [fact for fact in facts if person.state(fact.code).value is not None and fact.code != "jurisdiction"]
    return [f"{fact.name} {wording.value(person.book, fact, person.state(fact.code).value)}" for fact in valued[:SHOWN]]
