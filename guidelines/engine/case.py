"""Cases: worked patients in lines an editor can read, run against the rulebook they are to guard."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from . import advice, patient
from .canonical import Plain
from .compilation import Compiled
from .decoding import Fault
from .fact import Fact, Kind, Outcome
from .kept import Kept
from .promise import keeps
from .rulebook import Case


class Unreadable(ValueError):
    """A line of a case that says nothing the engine understands; the message names the line."""


def run(book: Compiled, case: Case) -> list[str]:
    """Advise a case's patient and list every promise that does not hold; an empty list is a pass."""
    try:
        answers = answered(book, case)
        promises = [_split(line) for line in _lines(case.expects)]
    except Unreadable as error:
        return [f"{case.code}: {error}"]
    try:
        person = patient.parse(book, answers)
    except patient.Refused as refused:
        return _refused(case, promises, refused.faults)
    given = advice.advise(book, person, edition={"number": 0, "sha256": "", "status": ""})
    kept = Kept(person, given)
    failures = []
    for what, wanted in promises:
        try:
            said = keeps(kept, what, wanted)
        except LookupError as error:
            said = f"names something unknown: {error}"
        except ValueError:
            said = "cannot be read; write it as the package format says"
        if said:
            failures.append(f"{case.code}: {what}: {wanted}: {said}")
    return failures


def answered(book: Compiled, case: Case) -> dict[str, Plain]:
    """Read a case's lines as an answers document; with `rest = normal` what is left out is no, none or normal.

    Raises Unreadable for a line that names no fact or no answer.
    """
    answers: dict[str, Plain] = {}
    for line in _lines(case.answers):
        code, wanted = _split(line)
        fact = book.facts.get(code)
        if fact is None:
            raise Unreadable(f'"{line}": there is no fact "{code}".')
        answers[code] = answer(fact, wanted)
    return _normal(book, answers) | answers if case.rest == "normal" else answers


def answer(fact: Fact, text: str) -> Plain:
    """Read the text of one answer: yes, 0.95 mg/dL, a choice, a list of members, trials, or not known."""
    if text == "not known":
        return None
    if fact.kind is Kind.BOOLEAN and text in ("yes", "no"):
        return text == "yes"
    readers: Mapping[Kind, Callable[[Fact, str], Plain]] = {
        Kind.NUMBER: _number,
        Kind.CHOICE: lambda _, said: said,
        Kind.MEMBERS: _members,
        Kind.TRIALS: _trials,
    }
    if fact.kind not in readers:
        raise Unreadable(f"{fact.code}: {text} must be yes, no or not known.")
    return readers[fact.kind](fact, text)


def _number(fact: Fact, text: str) -> Plain:
    number, _, unit = text.partition(" ")
    value = _figure(fact, number)
    return {"value": value, "unit": unit, "confirmed": True} if unit else {"value": value, "confirmed": True}


def _figure(fact: Fact, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise Unreadable(f"{fact.code}: {text} is not a number.") from None


def _members(_: Fact, text: str) -> Plain:
    parts = [part.strip() for part in text.split(",") if part.strip() not in ("", "none")]
    said: dict[str, Plain] = {part.removeprefix("not "): not part.startswith("not ") for part in parts if part != "..."}
    return said | {"complete": "..." not in parts}


def _trials(fact: Fact, text: str) -> Plain:
    return [_trial(fact, part) for part in text.split(";") if part.strip() not in ("", "none")]


def _trial(fact: Fact, text: str) -> Plain:
    words = text.split()
    trial: dict[str, Plain] = {"treatment": words[0]}
    for before, word in pairwise(words):
        if word in list(Outcome):
            trial["outcome"] = word
        elif word in ("taking", "stopped"):
            trial["still_taking"] = word == "taking"
        elif before == "for":
            trial["weeks"] = _figure(fact, word)
        elif word.replace(".", "").isdigit():
            trial["daily_dose"] = _figure(fact, word)
        elif word not in ("for", "weeks"):
            raise Unreadable(f'{fact.code}: "{word}" in "{text.strip()}" is not understood.')
    return trial | ({} if "still_taking" in trial else {"still_taking": False})


def _normal(book: Compiled, answers: Mapping[str, Plain]) -> dict[str, Plain]:
    """Answer no, none or normal wherever a fact has such an answer and is asked of this patient."""
    filled: dict[str, Plain] = {}
    for fact in book.facts.values():
        if fact.formula or fact.code in answers:
            continue
        if fact.kind is Kind.BOOLEAN:
            filled[fact.code] = False
        elif fact.kind is Kind.CHOICE and fact.normal:
            filled[fact.code] = fact.normal
        elif fact.kind is Kind.MEMBERS:
            filled[fact.code] = {"complete": True}
        elif fact.kind is Kind.TRIALS:
            filled[fact.code] = []
    return filled


def _refused(case: Case, promises: Iterable[tuple[str, str]], faults: Iterable[Fault]) -> list[str]:
    named = {fault.place for fault in faults}
    unmet = [
        f"{case.code}: {what}: {wanted}: the answers were refused" for what, wanted in promises if what != "refused"
    ]
    missed = [wanted for what, wanted in promises if what == "refused" and not set(_codes(wanted)) <= named]
    return unmet + [f"{case.code}: refused: {wanted}: the fault names {', '.join(sorted(named))}" for wanted in missed]


def _codes(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _split(line: str) -> tuple[str, str]:
    what, colon, wanted = line.partition(":")
    if not colon or not wanted.strip():
        raise Unreadable(f'"{line}" must be written as "name: value".')
    return what.strip(), wanted.strip()
