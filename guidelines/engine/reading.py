"""Reading answers: each fact's answer checked for kind, unit and range, with a sentence for everything refused."""

from collections.abc import Mapping
from difflib import get_close_matches

from .canonical import Plain
from .decoding import Fault
from .fact import Fact, Kind, Members, Outcome, Trial, Value


MOST_TRIALS, MOST_FAULTS, LARGEST, NOISE = 30, 50, 1e15, 1e-9
BOOLEAN, NUMBER, MEMBERS, TRIALS = Kind.BOOLEAN, Kind.NUMBER, Kind.MEMBERS, Kind.TRIALS
TRIAL_KEYS = ("treatment", "daily_dose", "weeks", "outcome", "still_taking")


class Unfit(ValueError):
    """An answer that its fact does not allow; the message says what would be."""


class Reader:
    """Reads the answers of one document and gathers what must be refused."""

    def __init__(
        self, facts: Mapping[str, Fact], members: Mapping[str, Mapping[str, str]], treatments: Mapping[str, str]
    ):
        self._facts = facts
        self._members = members
        self._treatments = treatments
        self.faults: list[Fault] = []

    def read(self, answers: object) -> dict[str, Value]:
        """Read a whole answers document; what is not known is left out."""
        if not isinstance(answers, Mapping):
            self.faults.append(Fault("answers", 'must be one object of answers, such as {"age": 55}.'))
            return {}
        values: dict[str, Value] = {}
        for code, answer in answers.items():
            if len(self.faults) >= MOST_FAULTS:
                break
            try:
                value = self._one(str(code), answer)
            except Unfit as unfit:
                self.faults.append(Fault(str(code)[:80], str(unfit)))
            else:
                if value is not None:
                    values[str(code)] = value
        return values

    def _one(self, code: str, answer: Plain) -> Value | None:
        if (fact := self._facts.get(code)) is None:
            raise Unfit(f"There is no such fact{_nearest(code, self._facts)}. The command facts lists them.")
        if fact.formula:
            raise Unfit("This is worked out from other facts and cannot be answered.")
        if answer is None:
            return None
        if fact.kind is MEMBERS:
            return _included(self._members[code], answer)
        if fact.kind is TRIALS:
            return _trials(self._treatments, answer)
        return number(fact, answer) if fact.kind is NUMBER else _simple(fact, answer)


def _simple(fact: Fact, answer: Plain) -> bool | str:
    if fact.kind is BOOLEAN:
        if isinstance(answer, bool):
            return answer
        raise Unfit("must be true, false or null (not known).")
    allowed = [choice.code for choice in fact.choices]
    if isinstance(answer, str) and answer in allowed:
        return answer
    raise Unfit(f"must be one of {', '.join(allowed)}, or null (not known).")


def number(fact: Fact, answer: Plain) -> float | None:
    """Read a number in the fact's canonical unit. Raises Unfit for what is no number, no unit or out of range."""
    given, unit, confirmed = answer, fact.unit, False
    if isinstance(answer, Mapping):
        if set(answer) - {"value", "unit", "confirmed"} or "value" not in answer:
            raise Unfit('must be a number, or an object such as {"value": 1.0, "unit": "…"}.')
        given, said = answer["value"], answer.get("confirmed", False)
        unit = str(answer.get("unit", fact.unit))
        if not isinstance(said, bool):
            raise Unfit("confirmed must be true or false.")
        confirmed = said
    if given is None:
        return None
    # What is no number at all (NaN) is not below anything.
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not abs(given) < LARGEST:
        raise Unfit(f"must be a number{_range(fact)}, or null (not known).")
    return _ranged(fact, _canonical(fact, given, unit), confirmed)


def _canonical(fact: Fact, given: float, unit: str) -> float:
    if unit in (fact.unit, fact.unit_text):
        return float(given)
    other = next((other for other in fact.units if unit in (other.code, other.text)), None)
    if other is None:
        allowed = ", ".join(f'"{code}"' for code in (fact.unit, *(known.code for known in fact.units)))
        raise Unfit(f'The unit "{unit:.30}" is not known here; allowed are {allowed}.')
    return other.canonical(given)


def _ranged(fact: Fact, value: float, confirmed: bool) -> float:
    said = f"{value:g} {fact.unit_text or fact.unit}".strip()
    if _outside(value, fact.refuse_low, fact.refuse_high):
        raise Unfit(f"{said} is implausible: it must be{_range(fact)}. Check the number and its unit.")
    if fact.whole and not value.is_integer():
        raise Unfit(f"{value:g} must be a whole number.")
    if not confirmed and _outside(value, fact.confirm_low, fact.confirm_high):
        how = '(in a document: "confirmed": true)'
        raise Unfit(f"{said} is unusual. Check it, and confirm it if it is right {how}.")
    return value


def _outside(value: float, low: float | None, high: float | None) -> bool:
    return (low is not None and value < low - NOISE) or (high is not None and value > high + NOISE)


def _included(known: Mapping[str, str], answer: Plain) -> Members:
    if not isinstance(answer, Mapping):
        raise Unfit('must be an object such as {"code": true, "complete": true}.')
    complete = answer.get("complete", False)
    said = {code: given for code, given in answer.items() if code != "complete"}
    odd = next((code for code in said if code not in known), None)
    if odd is not None:
        raise Unfit(f"There is no such entry in this list{_nearest(odd, known)}.")
    if not isinstance(complete, bool) or any(not isinstance(given, bool | None) for given in said.values()):
        raise Unfit("Each entry, and complete, must be true or false; an entry may be null (not known).")
    present = frozenset(code for code, given in said.items() if given is True)
    absent = frozenset(code for code, given in said.items() if given is False)
    if complete and None in said.values():
        absent |= frozenset(known) - frozenset(said)
        complete = False
    return Members(present, absent, complete)


def _trials(treatments: Mapping[str, str], answer: Plain) -> tuple[Trial, ...]:
    if not isinstance(answer, list | tuple) or len(answer) > MOST_TRIALS:
        raise Unfit(f"must be a list of at most {MOST_TRIALS} trials.")
    return tuple(_trial(treatments, item, f"Trial {place}") for place, item in enumerate(answer, 1))


def _trial(treatments: Mapping[str, str], item: object, place: str) -> Trial:
    if not isinstance(item, Mapping) or set(item) - set(TRIAL_KEYS):
        raise Unfit(f"{place} must be an object with only {', '.join(TRIAL_KEYS)}.")
    treatment, outcome, taking = item.get("treatment"), item.get("outcome"), item.get("still_taking")
    if not isinstance(treatment, str) or treatment not in treatments:
        raise Unfit(f"{place} names no known treatment{_nearest(str(treatment), treatments)}.")
    if outcome is not None and outcome not in list(Outcome):
        raise Unfit(f"{place}: outcome must be one of {', '.join(Outcome)}, or null.")
    if taking is not None and not isinstance(taking, bool):
        raise Unfit(f"{place}: still_taking must be true, false or null.")
    dose, weeks = (_amount(item.get(key), f"{place}: {key}") for key in ("daily_dose", "weeks"))
    return Trial(treatment, Outcome(outcome) if outcome else None, dose, weeks, taking)


def _amount(value: object, place: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100_000:
        raise Unfit(f"{place} must be a number from 0 to 100000, or null.")
    return float(value)


def _nearest(code: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(code[:60], known, 1)
    return f' "{code[:60]}"; did you mean "{near[0]}"?' if near else f' "{code[:60]}"'


def _range(fact: Fact) -> str:
    low, high, unit = fact.refuse_low, fact.refuse_high, f" {fact.unit_text or fact.unit}".rstrip()
    if low is not None and high is not None:
        return f" from {low:g} to {high:g}{unit}"
    return (
        f" of at least {low:g}{unit}" if low is not None else f" of at most {high:g}{unit}" if high is not None else ""
    )
