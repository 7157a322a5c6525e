"""Trial runs: a case just edited, each of its lines tried with the engine."""

from dataclasses import replace

from guidelines.admin import soundness
from guidelines.engine import advice, document, patient
from guidelines.engine import case as worked
from guidelines.engine.compilation import compiled
from guidelines.engine.decoding import Fault
from guidelines.engine.promise import CHECKS, Kept, keeps
from guidelines.engine.rulebook import Case


NOBODY = {"number": 0, "sha256": "", "status": ""}
REFUSAL = "refused"


def tried(row, plain):
    """Run a case against a document; return the promises that do not hold, or why it cannot be run yet.

    Raises Refused naming every line that the engine does not understand.
    """
    try:
        book = compiled(document.read(plain))
    except document.Unreadable as unreadable:
        return [f"The case cannot be tried yet: the guideline has {len(unreadable.faults)} faults, see its own page."]
    case = Case(row.code, row.title, row.answers, row.expects, row.rest)
    faults = [*_answer_faults(book, case), *_promise_faults(case)]
    if not faults:
        faults = list(_kept_faults(book, case))
    if faults:
        raise soundness.Refused([Fault(f"document.{soundness.place(row)}.{field}", text) for field, text in faults])
    return [f"This case does not pass yet. {failure}" for failure in worked.run(book, case)]


def _lines(text):
    return [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]


def _promised(case):
    pairs = (line.partition(":") for _, line in _lines(case.expects))
    return [(what.strip(), wanted.strip()) for what, _, wanted in pairs]


def _answer_faults(book, case):
    """Read each answer by itself; a value may be refused where the case promises just that."""
    may_be_refused = any(what == REFUSAL for what, _ in _promised(case))
    for number, line in _lines(case.answers):
        try:
            patient.parse(book, worked.answered(book, replace(case, answers=line, rest="nothing")))
        except patient.Refused as refused:
            if not may_be_refused:
                yield "answers", f"line {number}, “{line}”: {' '.join(fault.text for fault in refused.faults)}"
        except worked.Unreadable as unreadable:
            yield "answers", f"line {number}: {unreadable}"
        except (ValueError, LookupError):
            yield "answers", f"line {number}, “{line}”: this cannot be read as an answer; see the notation below."


def _promise_faults(case):
    for number, line in _lines(case.expects):
        what, colon, wanted = line.partition(":")
        if not colon or not wanted.strip():
            yield "expects", f"line {number}, “{line}”: write it as “what: codes”."
        elif what.strip() not in CHECKS:
            yield "expects", f"line {number}, “{line}”: “{what.strip()}” is no promise; there are {', '.join(CHECKS)}."


def _kept_faults(book, case):
    """Try each promise on the advice, to find those that name what does not exist."""
    try:
        person = patient.parse(book, worked.answered(book, case))
    except (patient.Refused, worked.Unreadable):
        return
    kept = Kept(person, advice.advise(book, person, edition=NOBODY))
    for (number, line), (what, wanted) in zip(_lines(case.expects), _promised(case), strict=True):
        try:
            keeps(kept, what, wanted)
        except LookupError as unknown:
            yield "expects", f"line {number}, “{line}”: names something unknown: {unknown}."
        except ValueError:
            yield "expects", f"line {number}, “{line}”: this cannot be read as a promise; see the notation below."
