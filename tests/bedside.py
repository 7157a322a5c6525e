"""A made-up guideline with every kind of question and alert: the hiccups of tests/editions, and what they lack."""

from functools import cache

from django.db import transaction

from guidelines import assembly, review, working_copy
from guidelines.engine import document
from guidelines.engine.compilation import compiled
from guidelines.models import Edition
from tests import recorded
from tests.factories import guideline, user
from tests.factories.edition import NOW


MORE = {
    "topics": [{"code": "signs", "title": "Signs and history", "intro": "Look, and ask."}],
    "facts": [
        {"code": "choking", "topic": "signs", "kind": "boolean", "text": "Is the patient choking?", "why": "It kills."},
        {
            "code": "days",
            "topic": "signs",
            "kind": "number",
            "text": "For how many days?",
            "unit": "d",
            "refuse_low": 0,
        },
        {"code": "tried", "topic": "signs", "kind": "trials", "text": "What was tried?"},
        {
            "code": "weeks_pregnant",
            "topic": "patient",
            "kind": "number",
            "text": "How many weeks pregnant?",
            "unit": "wk",
            "asked_of": "pregnant",
            "refuse_low": 0,
            "refuse_high": 45,
        },
    ],
    "populations": [
        {
            "code": "choking",
            "name": "the patient is choking",
            "join": "all",
            "lines": [{"fact": "choking", "op": "yes"}],
        },
        {
            "code": "failed_calmol",
            "name": "calmol failed",
            "join": "all",
            "lines": [{"fact": "tried", "op": "failed", "values": ["calmol"]}],
        },
        {
            "code": "late",
            "name": "the pregnancy is late",
            "join": "all",
            "lines": [{"fact": "weeks_pregnant", "op": "ge", "number": 30}],
        },
        {"code": "long", "name": "long hiccups", "join": "all", "lines": [{"fact": "days", "op": "ge", "number": 30}]},
    ],
    "alerts": [
        {
            "code": "choking",
            "population": "choking",
            "effect": "withhold",
            "text": "Clear the airway.",
            "sources": ["R10"],
        },
        {"code": "long", "population": "long", "effect": "warn", "text": "Look for a cause.", "sources": ["practice"]},
    ],
    "contraindications": [
        {
            "code": "calmol_failed",
            "treatments": ["calmol"],
            "population": "failed_calmol",
            "severity": "avoid",
            "reason": "It was tried in vain.",
            "action": "Drink.",
            "sources": ["editorial"],
        },
        {
            "code": "late_pregnancy",
            "treatments": ["water"],
            "population": "late",
            "severity": "caution",
            "reason": "Little by little.",
            "action": "Sip.",
            "sources": ["practice"],
        },
    ],
    "cases": [
        {
            "code": "W01",
            "title": "A choking adult with long hiccups, after calmol in vain",
            "answers": "jurisdiction: us\nage: 40\nsex: male\nweight: 80\nchoking: yes\ndays: 30\n"
            "tried: calmol 40 for 9 weeks none",
            "expects": "alert: choking\nalert: long\nexclude: calmol\nreason: calmol calmol_failed",
        },
        {
            "code": "W02",
            "title": "Late in a pregnancy",
            "answers": "jurisdiction: us\nage: 30\nsex: female\nweight: 80\npregnant: yes\nweeks_pregnant: 30",
            "expects": "caution: water\nreason: water late_pregnancy",
        },
    ],
}

HEALTHY = {
    "jurisdiction": "us",
    "age": 40,
    "sex": "male",
    "weight": 80,
    "medicines": {"complete": True},
    "choking": False,
    "days": 2,
    "tried": [],
}


def content():
    """The document of the made-up guideline with everything added."""
    return recorded.document("hiccups", _written)


def _written():
    plain = guideline.content()
    plain |= {section: [*plain[section], *rows] for section, rows in MORE.items()}
    return assembly.settled(document.written(document.read(plain)))


@cache
def book():
    """The made-up guideline, compiled."""
    return compiled(document.read(content()))


def edition(*, at=NOW, **changes):
    """Submit the made-up guideline, or its next edition where something of its head is changed."""
    plain = content()
    plain["guideline"] = plain["guideline"] | changes
    recorded.prepared(f"hiccups {at} {changes}", lambda: submitted(plain, at=at))
    return Edition.objects.filter(guideline=plain["guideline"]["slug"]).latest("number")


def submitted(plain, *, at=NOW):
    """Fill the working copy with a document and submit it."""
    with transaction.atomic():
        filled, _written = working_copy.fill(plain, replace=True)
    return review.submit(filled, by=user.Editor(), at=at)
