"""Responses: what a clinician may say of an advice, and which of its rules that follows or overrides."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.models import Deed, Departure
from guidelines.engine import firing
from guidelines.engine.account import LIVE
from guidelines.engine.canonical import Plain, tables
from guidelines.engine.verdict import Verdict


Places = tuple[str, ...]


class Unsayable(ValueError):
    """Something that cannot be said of this advice; the message is for the clinician."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a clinician says they did: the deed, with which treatment, and why if it was not as advised."""

    deed: str
    treatment: str = ""
    departure: str = ""


def read(deed: str, departure: str = "") -> Said:
    """Read what a form sent: a deed with its treatment behind a colon, and the reason."""
    what, _, treatment = deed.partition(":")
    return Said(what, treatment, "" if what == Deed.ACCEPTED else departure)


def sayable(given: Mapping[str, Plain]) -> dict[Deed, Places]:
    """Tell what can be said of an advice: of each deed the treatments; the empty code stands for none of them.

    Where an alert stops or withholds the advice there is nothing to say.
    """
    if given["stopped"] or given["withheld"]:
        return {}
    found = firing.firings(given)
    live = tuple(code for code, one in found.items() if one.verdict in LIVE)
    told = {
        Deed.ACCEPTED: live or ("",),
        Deed.NONE_GIVEN: ("",) if live else (),
        Deed.NOT_GIVEN: leading(given),
        Deed.OTHER_DOSE: tuple(code for code in live if found[code].doses),
        Deed.GIVEN_ANYWAY: tuple(code for code, one in found.items() if one.verdict == Verdict.EXCLUDE),
    }
    return {deed: codes for deed, codes in told.items() if codes}


def leading(given: Mapping[str, Plain]) -> Places:
    """List the treatments of the first line that has any that may be given; measures without drugs if there is no other."""
    live = [option for option in tables(given, "options") if option["verdict"] in LIVE]
    drugs = [option for option in live if option["kind"] != "measure"] or live
    first = min((line for option in drugs if isinstance(line := option["line"], int)), default=None)
    return tuple(str(option["code"]) for option in drugs if option["line"] == first)


def rules(given: Mapping[str, Plain], said: Said) -> tuple[Places, Places]:
    """Tell which rules of an advice a response follows and which it overrides, by their places.

    Who accepts a treatment follows its rules, the alerts, and all that rules others out. Raises Unsayable.
    """
    _check(given, said)
    found = firing.firings(given)
    on = found.get(said.treatment, firing.Firing(Verdict.NOT_INDICATED))
    ruled_out = [place for one in found.values() if one.verdict == Verdict.EXCLUDE for place in one.exclusions]
    heeded = (*firing.alerts(given), *ruled_out, *on.place, *on.cautions)
    followed, overridden = {
        Deed.ACCEPTED: ((*heeded, *on.doses), ()),
        Deed.OTHER_DOSE: (heeded, on.doses),
        Deed.NOT_GIVEN: ((), on.place),
        Deed.GIVEN_ANYWAY: ((), on.exclusions),
        Deed.NONE_GIVEN: ((), [place for code in leading(given) for place in found[code].place]),
    }[Deed(said.deed)]
    return tuple(sorted(set(followed))), tuple(sorted(set(overridden)))


def _check(given: Mapping[str, Plain], said: Said) -> None:
    told = sayable(given)
    if not told:
        raise Unsayable(_("This advice shows no treatments, so there is nothing to say about them."))
    if said.deed not in told or said.treatment not in told[Deed(said.deed)]:
        raise Unsayable(_("This advice does not have what was chosen. Open the consultation again and choose from it."))
    if said.deed != Deed.ACCEPTED and said.departure not in Departure.values:
        raise Unsayable(_("Choose one of the reasons."))
