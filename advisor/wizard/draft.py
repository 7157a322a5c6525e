"""Drafts: answers of consultations under way, in the session of the clinician who gives them."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from advisor import answers
from guidelines.engine import canonical

from .change import moved


DRAFTS, UNITS = "drafts", "units"
MOST_DRAFTS = 12


class Lost(LookupError):
    """No such draft in this session; the message is for the clinician."""

    def __init__(self):
        super().__init__(
            "These answers are no longer kept: the consultation was finished, or the sitting in which it was begun is over."
        )


@dataclass
class Draft:
    """Answers that have not been put to a guideline yet; `done` names the consultation once they have."""

    guideline: str
    key: str
    edition: int
    sha256: str
    answers: answers.Document
    done: str = ""


def begin(session, reading):
    """Start a draft for a guideline in this session, and forget the oldest where there are too many."""
    draft = Draft(reading.slug, secrets.token_urlsafe(16), reading.number, reading.sha256, {})
    drafts = session.setdefault(DRAFTS, {}).setdefault(reading.slug, {})
    while len(drafts) >= MOST_DRAFTS:
        del drafts[next(iter(drafts))]
    keep(session, draft)
    return draft


def find(session, guideline, key):
    """Find a draft of this session. Raises Lost."""
    kept = session.get(DRAFTS, {}).get(guideline, {}).get(key)
    if kept is None:
        raise Lost
    return Draft(guideline, key, **kept)


def resumed(session, reading, key):
    """Find a draft and carry it over to today's edition; return it with what the clinician must be told. Raises Lost."""
    draft = find(session, reading.slug, key)
    if draft.done or draft.sha256 == reading.sha256:
        return draft, []
    dropped = moved(draft, reading)
    keep(session, draft)
    told = f"The guideline changed to edition {reading.number} while you were answering. Your answers were kept"
    lost = f", except those that no longer fit: {', '.join(dropped)}" if dropped else ""
    return draft, [f"{told}{lost}. Check them before you ask for the recommendation."]


def keep(session, draft):
    """Keep a draft in the session."""
    kept = {"edition": draft.edition, "sha256": draft.sha256, "answers": draft.answers, "done": draft.done}
    session.setdefault(DRAFTS, {}).setdefault(draft.guideline, {})[draft.key] = kept
    session.modified = True


def finish(session, draft, consultation):
    """Note which consultation a draft became; the answers stand there now."""
    draft.done, draft.answers = str(consultation), {}
    keep(session, draft)


def seen(draft):
    """Fingerprint the answers and the edition, to tell whether what was checked is what is asked."""
    return canonical.digest([draft.sha256, draft.answers])


def units(session):
    """Give the unit last chosen for each fact in this session."""
    return session.get(UNITS, {})


def remember_units(session, page):
    """Remember in which units the numbers of a page were given."""
    chosen = {code: given["unit"] for code, given in page.items() if isinstance(given, Mapping) and "unit" in given}
    if chosen:
        session[UNITS] = {**units(session), **chosen}
