"""Firing: which rules had a say in an advice, by their places, and which of them each treatment hangs on."""

from collections.abc import Mapping
from dataclasses import dataclass

from .account import LIVE
from .canonical import Plain, tables
from .reason import AGAINST, FOR
from .rulebook import Severity
from .verdict import Verdict


@dataclass(frozen=True, slots=True)
class Firing:
    """The rules that had a say on one treatment: in its place, in its dose, as cautions, and against it."""

    verdict: Verdict
    place: tuple[str, ...] = ()
    doses: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """Give all of them."""
        return (*self.place, *self.doses, *self.cautions, *self.exclusions)


def fired(given: Mapping[str, Plain]) -> tuple[str, ...]:
    """List the places of the rules that had a say in an advice as `advise` gives it, each once.

    A rule that is not known to hold has not fired. Where an alert stops all advice, only alerts have.
    """
    of_treatments = [] if given["stopped"] else [place for one in firings(given).values() for place in one.rules]
    return tuple(sorted({*alerts(given), *of_treatments}))


def alerts(given: Mapping[str, Plain]) -> tuple[str, ...]:
    """List the places of the alerts of an advice."""
    return tuple(f"alerts[{alert['code']}]" for alert in tables(given, "alerts"))


def firings(given: Mapping[str, Plain]) -> dict[str, Firing]:
    """Tell for each treatment of an advice which rules had a say on it, by its code."""
    return {str(option["code"]): _firing(option) for option in tables(given, "options")}


def _firing(option: Mapping[str, Plain]) -> Firing:
    verdict = Verdict(str(option["verdict"]))
    # That a treatment has no place here is said by no rule.
    against = [reason for reason in tables(option, "reasons") if reason["kind"] == AGAINST and reason["severity"]]
    cautions = tuple(_rule(reason) for reason in against if reason["severity"] == Severity.CAUTION)
    exclusions = tuple(_rule(reason) for reason in against if reason["severity"] != Severity.CAUTION)
    if verdict not in LIVE:
        return Firing(verdict, cautions=cautions, exclusions=exclusions)
    placed = [reason for reason in tables(option, "reasons") if reason["kind"] == FOR]
    doses = [code for dose in tables(option, "dose") if isinstance(listed := dose["rules"], list) for code in listed]
    return Firing(
        verdict,
        tuple(f"options[{reason['rule']}]" for reason in placed),
        tuple(f"dose_ranges[{code}]" for code in doses),
        cautions,
        exclusions,
    )


def _rule(reason: Mapping[str, Plain]) -> str:
    return f"contraindications[{reason['rule']}]"
