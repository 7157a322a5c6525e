"""The patient: the answers about one person plus what is derived; what is absent is not "no"."""

from collections.abc import Mapping

from . import formula, liver, transcript
from .canonical import Plain
from .compilation import Compiled
from .condition import Look
from .criterion import Judgement
from .decoding import Fault
from .fact import NO_BY_RULE, Fact, Kind, Members, State, Value
from .memo import Memo
from .reading import Reader
from .truth import NO, YES


CHOICE = Kind.CHOICE


class Refused(ValueError):
    """Answers that cannot be read or contradict one another; `faults` names the fact of each."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class Patient:
    """The facts of one person, and what has been judged of them."""

    def __init__(self, book: Compiled, answers: Mapping[str, Plain], values: Mapping[str, Value]) -> None:
        self.book = book
        self.answers = answers
        self.values = values
        self._states = Memo(self._worked_out)
        self.state: Look = self._states.__getitem__
        """Say what is known of a fact."""
        self.judgement = Judgement(self.state, book.criteria)

    def by(self, fact: str, method: str) -> "Patient":
        """Give the same person with one derived fact taken by another of its methods."""
        variants = self.state(fact).variants
        return self.supposing(fact, State(value=variants[method], variants=variants, method=method))

    def supposing(self, fact: str, state: State) -> "Patient":
        """Give the same person with one derived fact in another state, and everything that hangs on it judged anew."""
        other = Patient(self.book, self.answers, self.values)
        touched = self.book.leaning[fact]
        other._states.update(self._states)
        for code in touched:
            other._states.pop(code, None)
        other._states[fact] = state
        other.judgement.adopt(self.judgement, touched)
        return other

    def _worked_out(self, code: str) -> State:
        fact = self.book.facts[code]
        return self._derived(fact) if fact.formula else self._answered(fact)

    def _answered(self, fact: Fact) -> State:
        value = self.values.get(fact.code)
        if value is not None:
            return _known(value) if _is_whole(value) else State(value, open=frozenset({fact.code}))
        if not fact.asked_of:
            return State(open=frozenset({fact.code}))
        asked = self.judgement.population(fact.asked_of)
        if asked is NO:
            return NO_BY_RULE
        guard = self.judgement.open_facts(self.book.criteria[fact.asked_of])
        return State(open=guard | {fact.code})

    def _derived(self, fact: Fact) -> State:
        given = {part.name: self.state(part.fact) for part in fact.inputs}
        return formula.derive(fact.formula, given)


def decoded(text: str) -> Mapping[str, Plain]:
    """Read the text of an answers document strictly. Raises Refused for anything but one plain JSON object."""
    try:
        return transcript.decoded(text)
    except transcript.Undecodable as error:
        raise Refused([Fault("answers", str(error))]) from None


def parse(book: Compiled, answers: Mapping[str, Plain]) -> Patient:
    """Read an answers document as a patient. Raises Refused naming each fact that is unknown, ill-typed, out of
    range or contradicts another."""
    reader = Reader(book.facts, book.members, book.treatments)
    values = reader.read(answers)
    if reader.faults:
        raise Refused(reader.faults)
    patient = Patient(book, answers, values)
    faults = _contradictions(patient)
    if faults:
        raise Refused(faults)
    return patient


def _contradictions(patient: Patient) -> list[Fault]:
    try:
        for fact in patient.book.facts:
            patient.state(fact)
    except liver.Contradiction as error:
        return [Fault("child_pugh_stated", str(error))]
    return [*_affirmed_outside(patient), *_impossible(patient)]


def _affirmed_outside(patient: Patient) -> list[Fault]:
    facts, judge = patient.book.facts, patient.judgement.population
    affirmed = [facts[code] for code, value in patient.values.items() if _affirms(facts[code], value)]
    outside = [fact for fact in affirmed if fact.asked_of and judge(fact.asked_of) is NO]
    return [Fault(fact.code, _outside(patient.book, fact)) for fact in outside]


def _impossible(patient: Patient) -> list[Fault]:
    judgement = patient.judgement
    found = [one for one in patient.book.rulebook.impossible if judgement.population(one.population) is YES]
    return [Fault(judgement.grounds(one.population)[-1].fact, one.text) for one in found]


def _outside(book: Compiled, fact: Fact) -> str:
    return f"This applies only to: {book.titles[fact.asked_of]}. The other answers say no to that; correct one of them."


def _known(value: Value) -> State:
    return _SAID[value] if isinstance(value, bool) else State(value)


_SAID = {said: State(said) for said in (True, False)}


def _is_whole(value: Value) -> bool:
    # A list that may be longer, or a trial of which something is not known, can still be added to.
    if isinstance(value, Members):
        return value.complete
    if isinstance(value, tuple):
        return all(None not in (t.outcome, t.daily_dose, t.weeks, t.still_taking) for t in value)
    return True


def _affirms(fact: Fact, value: Value) -> bool:
    if isinstance(value, Members):
        return bool(value.present)
    if fact.kind is CHOICE:
        return value != fact.normal
    return value is not False and value != ()
