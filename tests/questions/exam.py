"""The exam: questions with what may stand first in their answers, put to an edition, and the marks that come of it."""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from types import SimpleNamespace

from advisor import asking
from guidelines.engine import advice, patient


HERE = Path(__file__).parent
EDITION = {"number": 1, "sha256": "0" * 64, "status": "Submitted"}
EVERY = 3
# Of the first a third was never tuned on; the next were tuned on whole, after their first run; the last is not.
HELD_OUT = ("neuropathy", "fresh")
EARLIER = ("ward", "round", "closing")
LATER = ("surgery", "residency", "clinic", "voices", "abroad", "strangers")
LATEST = ("corridor", "examiners", "panel", "second_panel", "assessors")
UNSEEN = ("unseen", "passersby", "acceptance")
SETS = (*HELD_OUT, *EARLIER, *LATER, *LATEST, *UNSEEN)


@dataclass(frozen=True)
class Question:
    """A question, whether it is held out, and what may stand first in its answer; nothing where it is to be declined."""

    ask: str
    first: tuple[str, ...]
    held: bool
    after: tuple[str, ...] = ()
    patient: str = ""


@dataclass(frozen=True)
class Mark:
    """What stood first in an answer, and whether that was right."""

    question: Question
    got: str
    right: bool


def questions(name):
    """The questions of a file and its patients, or those of the first set; of some sets every third question is held out."""
    plain = _read(name)
    listed = [
        _question(one, held=name in UNSEEN or (name in HELD_OUT and place % EVERY == EVERY - 1))
        for place, one in enumerate(plain["questions"])
    ]
    return listed, plain.get("patients") or _read("neuropathy")["patients"]


def _read(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def _question(one, *, held):
    after = one.get("after", [])
    after = (after,) if isinstance(after, str) else tuple(after)
    return Question(one["ask"], tuple(one["first"]), held, after, one.get("patient", ""))


def reading(book):
    """What asking needs of an edition as it is read."""
    return SimpleNamespace(compiled=book, sha256=str(id(book)))


def about(book, answers):
    """The patient of an advice page."""
    person = patient.parse(book, answers)
    return asking.About(answers, advice.withheld(advice.advise(book, person, edition=EDITION)))


def marked(book, name):
    """Put every question of a file to a rulebook."""
    listed, patients = questions(name)
    people = {code: about(book, answers) for code, answers in patients.items()}
    shelf = reading(book)
    return [_marked(shelf, one, people.get(one.patient)) for one in listed]


def _marked(shelf, one, person):
    answer = asking.ask(shelf, one.ask, place="us", before=one.after, about=person)
    got = f"{answer.passages[0].kind}:{answer.passages[0].code}" if answer.answered else "declined"
    right = any(fnmatch(got, want) for want in one.first) if one.first else not answer.answered
    return Mark(one, got, right)


def share(marks, *, held=None, answered=True):
    """How many of the questions to be answered, or to be declined, were right, and of how many."""
    counted = [one.right for one in marks if held in (None, one.question.held) and bool(one.question.first) is answered]
    return sum(counted), len(counted)


def wrong(marks, *, held=None):
    """How many questions were answered with something else, which is worse than declining, and of how many in all."""
    counted = [one.got != "declined" and not one.right for one in marks if held in (None, one.question.held)]
    return sum(counted), len(counted)
