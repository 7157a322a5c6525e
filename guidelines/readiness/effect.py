"""Rules on effect estimates: a number without its outcome, comparator, dose, time and people says nothing."""

from collections.abc import Iterable
from math import ceil, inf, sqrt

from guidelines.engine.evidence import EffectEstimate

from .inspection import Inspection
from .rule import Breach, Rule, breach


NEEDED = {"outcome": "outcome", "comparator": "comparator", "dose": "dose", "weeks": "duration", "people": "population"}
NUMBERS_NEEDED = ("NNT", "NNH")
NORMAL = 1.96
ROUNDING = 1e-9


class EffectIncomplete(Rule):
    """Gives a number without its {lacking}. Nobody can use it so: give it, or write “not stated in the source seen”."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every estimate with a blank among what is needed to read it."""
        for effect in seen.rulebook.effects:
            lacking = [word for name, word in NEEDED.items() if not getattr(effect, name).strip()]
            if lacking:
                *others, last = lacking
                yield breach(_place(effect), lacking=f"{', '.join(others)} and {last}" if others else last)


class EffectSaysNothing(Rule):
    """Gives neither a number nor words for what was found."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every estimate without a value and without a text."""
        for effect in seen.rulebook.effects:
            if effect.value is None and not effect.text.strip():
                yield breach(_place(effect))


class CountsDoNotFit(Rule):
    """Counts people in a way that cannot be: {why}."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every estimate with some of its four counts, or with more responders than people."""
        for effect in seen.rulebook.effects:
            counts = _counts(effect)
            if any(count is not None for count in counts) and _shares(effect) is None:
                some = None in counts
                yield breach(_place(effect), why="give all four counts" if some else "more responded than were there")


class NumberDiffersFromCounts(Rule):
    """Gives {measure} {typed}, but its counts make {derived}. Correct the one or the other."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every NNT, NNH or risk ratio that is not what its counts come to.

        A number needed to treat is the inverse of the difference in risk, by convention rounded up to whole people
        (Cochrane Handbook for Systematic Reviews of Interventions 5.1, 12.5.4.1). A typed number agrees when it is
        that whole number, or the derived one at the decimals typed. The counts are those of one trial: a number needed
        to treat does not follow from totals added up over several (12.5.4).
        """
        for effect in seen.rulebook.effects:
            derived = _derived(effect)
            if effect.value is None or derived is None or _agrees(effect, derived):
                continue
            said = "no such number, since the treated did no better" if derived == inf else f"{derived:.2f}"
            yield breach(_place(effect), measure=effect.measure, typed=f"{effect.value:g}", derived=said)


class IntervalCrossesInfinity(Rule):
    """Prints a number although its interval includes no effect. Tick “includes no effect”, leave the number and the upper
    end empty, and say it in words: “no clear difference”."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every number needed to treat or to harm whose interval passes through infinity.

        The interval of such a number is the inverse of the interval of the difference in risk; where that includes 0,
        it runs through infinity to the other side (Altman DG, BMJ 1998;317:1309-12).
        """
        for effect in seen.rulebook.effects:
            given = [bound for bound in (effect.value, effect.low, effect.high) if bound is not None]
            numbered = effect.unbounded and (effect.value is not None or effect.high is not None)
            crossing = any(bound <= 0 for bound in given) or (bool(given) and _includes_none(effect))
            if effect.measure in NUMBERS_NEEDED and (numbered or crossing):
                yield breach(_place(effect))


class EstimateOutsideInterval(Rule):
    """Lies outside its own interval: {value} is not between {low} and {high}."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every estimate that its interval does not hold."""
        for effect in seen.rulebook.effects:
            low, high = -inf if effect.low is None else effect.low, inf if effect.high is None else effect.high
            if effect.value is not None and not low <= effect.value <= high:
                yield breach(_place(effect), value=f"{effect.value:g}", low=f"{low:g}", high=f"{high:g}")


def _place(effect: EffectEstimate) -> str:
    return f"effects[{effect.code}]"


def _counts(effect: EffectEstimate) -> tuple[int | None, ...]:
    return effect.responders, effect.treated, effect.control_responders, effect.control_treated


def _shares(effect: EffectEstimate) -> tuple[float, float] | None:
    """Give which share of the treated and of the comparison had the outcome, if the counts can be true."""
    met, treated, control_met, control = _counts(effect)
    if met is None or control_met is None or not treated or not control:
        return None
    possible = 0 <= met <= treated and 0 <= control_met <= control
    return (met / treated, control_met / control) if possible else None


def _derived(effect: EffectEstimate) -> float | None:
    shares = _shares(effect)
    if shares is None:
        return None
    if effect.measure in NUMBERS_NEEDED:
        return 1 / (shares[0] - shares[1]) if shares[0] > shares[1] else inf
    return shares[0] / shares[1] if effect.measure == "RR" and shares[1] else None


def _agrees(effect: EffectEstimate, derived: float) -> bool:
    if effect.value is None or derived == inf:
        return False
    if effect.measure in NUMBERS_NEEDED and effect.value % 1 == 0:
        return effect.value == ceil(derived - ROUNDING)
    decimals = len(f"{effect.value:g}".partition(".")[2])
    return bool(abs(effect.value - derived) <= 0.5 / 10**decimals + ROUNDING)


def _includes_none(effect: EffectEstimate) -> bool:
    shares = _shares(effect)
    if shares is None or not effect.treated or not effect.control_treated:
        return False
    treated, control = shares
    error = sqrt(treated * (1 - treated) / effect.treated + control * (1 - control) / effect.control_treated)
    return abs(treated - control) <= NORMAL * error


RULES = (
    EffectIncomplete,
    EffectSaysNothing,
    CountsDoNotFit,
    NumberDiffersFromCounts,
    IntervalCrossesInfinity,
    EstimateOutsideInterval,
)
