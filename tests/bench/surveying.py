"""Surveying at the bench: how long the difference of advice takes over a thousand consultations."""

import json
import time
import uuid
from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from advisor import reach
from advisor.accounts.models import User
from advisor.models import Consultation
from guidelines import library
from guidelines.engine import case
from guidelines.engine.compilation import compiled
from guidelines.engine.document import read
from tests.bench.consulting import CLINICIAN


CONSULTATIONS = 1000


def seconds(slug):
    """Compare an edition with itself, one dose raised, over a thousand consultations; give the seconds for them alone."""
    reading = library.current(slug)
    fill(reading)
    survey = reach.Survey(reading, raised(reading), since=timezone.now() - timedelta(days=365))
    state = survey.begin()
    state.done = state.total - Consultation.objects.filter(guideline=slug).count()
    asked, begun = state.total - state.done, time.perf_counter()
    for _ in survey.advance(state):
        pass
    return (time.perf_counter() - begun) * CONSULTATIONS / asked


def fill(reading):
    """Record a thousand consultations about the worked patients, as rows that nobody reads but the survey."""
    worked = [one for one in reading.compiled.rulebook.cases if one.rest == "normal"]
    answers = [json.dumps(case.answered(reading.compiled, one)) for one in worked]
    by, now = User.objects.get(email=CLINICIAN), timezone.now()
    Consultation.objects.bulk_create(
        Consultation(
            key=uuid.uuid4().hex,
            guideline=reading.slug,
            edition_id=reading.edition_id,
            edition_sha256=reading.sha256,
            engine="1",
            answers=answers[index % len(answers)],
            fired="",
            advice="{}",
            advice_digest="0" * 64,
            consulted_at=now,
            consulted_by=by,
        )
        for index in range(CONSULTATIONS)
    )


def raised(reading):
    """The same edition with the first dose that has a maximum raised."""
    plain = json.loads(json.dumps(reading.document))
    row = next(row for row in plain["dose_ranges"] if row.get("maximum") and row["axis"] == "base")
    row["maximum"] += 1
    return replace(reading, compiled=compiled(read(plain)))
