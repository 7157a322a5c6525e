"""Sequels: what would be advised next if one treatment had failed, and what speaks against each if it is kept on."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from . import supposition
from .canonical import Plain
from .compilation import Compiled, Rules
from .condition import Condition
from .criterion import Criterion, Group, Named, Negation
from .fact import Fact, Kind, Outcome, Trial
from .outcome import LIVE
from .patient import Patient
from .reason import AGAINST, Reason
from .verdict import Considered
from .weighing import weigh


ENOUGH_WEEKS = 52.0
"""How long a trial is supposed to have lasted where the treatment does not say from when one counts."""


@dataclass(frozen=True, slots=True)
class Sequel:
    """What may be given next, in the order of the advice, and what would newly speak against each beside the first.

    `alone` says that no earlier treatment is known, so that the supposed trial is taken for the only one.
    """

    following: tuple[Considered, ...]
    beside: Mapping[str, tuple[Reason, ...]]
    alone: bool = False


def sequel(person: Patient, code: str, among: Collection[str]) -> Sequel | None:
    """Advise again as if a treatment had been tried long enough, at its dose, in vain and was stopped; and as if kept on.

    What comes next is the highest line with a treatment of the kinds `among`. None where the guideline does not ask about
    earlier treatment, or refuses the answers.
    """
    rules = next(rules for rules in person.book.rules if rules.treatment.code == code)
    trials = next((fact for fact in person.book.rulebook.facts if fact.kind is Kind.TRIALS), None)
    failed = _after(person, trials, rules, Outcome.NONE, still_taking=False) if trials else None
    kept = _after(person, trials, rules, Outcome.PARTIAL, still_taking=True) if trials else None
    if trials is None or failed is None:
        return None
    found = weigh(person.book, failed).considered
    live = [one for one in found if one.verdict in LIVE and one.rules.treatment.kind in among]
    placed = [(one.option.line, one) for one in live if one.option and one.rules.treatment.code != code]
    first = min((line for line, _one in placed), default=0)
    following = tuple(one for line, one in placed if line == first)
    return Sequel(following, _beside(found, kept) if kept else {}, alone=person.state(trials.code).value is None)


def _after(person: Patient, trials: Fact, rules: Rules, outcome: Outcome, *, still_taking: bool) -> Patient | None:
    """Suppose one more trial of a treatment, at its adequate dose and for as long as one counts, and its drug listed or not."""
    treatment, book = rules.treatment, person.book
    doses = [row.maximum for row in rules.doses if row.maximum]
    told: dict[str, Plain] = {
        "treatment": treatment.code,
        "daily_dose": treatment.adequate_dose or max(doses, default=None),
        "weeks": treatment.adequate_weeks or ENOUGH_WEEKS,
        "outcome": str(outcome),
        "still_taking": still_taking,
    }
    known = person.state(trials.code).value
    earlier = [trial for trial in known if isinstance(trial, Trial)] if isinstance(known, tuple) else []
    other = [_told(trial) for trial in earlier if trial.treatment != treatment.code]
    supposed = supposition.answer(person, trials, [*other, told])
    for fact in _lists(book) if treatment.drug else ():
        if supposed and treatment.drug in book.members[fact.code]:
            supposed = supposition.member(supposed, fact, treatment.drug, present=still_taking)
    return supposed


def _told(trial: Trial) -> dict[str, Plain]:
    return {
        "treatment": trial.treatment,
        "daily_dose": trial.daily_dose,
        "weeks": trial.weeks,
        "outcome": str(trial.outcome) if trial.outcome else None,
        "still_taking": trial.still_taking,
    }


def _lists(book: Compiled) -> list[Fact]:
    """List the facts in which interactions look for the medicines that are taken."""
    rules = [rule for rule in book.rulebook.contraindications if rule.interaction]
    read = {code for rule in rules for code in _facts(book, book.criteria[rule.population])}
    return [fact for fact in book.rulebook.facts if fact.code in read and fact.kind is Kind.MEMBERS and fact.drugs]


def _facts(book: Compiled, node: Criterion) -> Iterator[str]:
    if isinstance(node, Condition):
        yield from node.facts
    elif isinstance(node, Named):
        yield from _facts(book, book.criteria[node.population])
    elif isinstance(node, Negation):
        yield from _facts(book, node.inner)
    elif isinstance(node, Group):
        for part in node.parts:
            yield from _facts(book, part)


def _beside(stopped: tuple[Considered, ...], kept: Patient) -> dict[str, tuple[Reason, ...]]:
    """List for each treatment the reasons that speak against it only while the other is taken."""
    without = {one.rules.treatment.code: _against(one) for one in stopped}
    return {
        one.rules.treatment.code: tuple(
            reason for rule, reason in _against(one).items() if rule not in without[one.rules.treatment.code]
        )
        for one in weigh(kept.book, kept).considered
    }


def _against(found: Considered) -> dict[str, Reason]:
    return {reason.rule: reason for reason in found.reasons if reason.kind is AGAINST}
