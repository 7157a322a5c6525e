"""A response in words: what may be said of an advice, and what its clinician said of it."""

from django.utils.translation import gettext, gettext_lazy

from advisor import response as responding
from advisor.models import Deed, Departure

from .amount import day, titled


# What somebody who did otherwise chooses from, by what it is about.
DEPARTURES = [
    {"title": title, "reasons": [(one.value, one.label) for one in reasons]}
    for title, reasons in (
        (
            gettext_lazy("The patient"),
            (
                Departure.REFUSES,
                Departure.PREFERENCES,
                Departure.CONTRAINDICATED,
                Departure.NOT_APPLICABLE,
                Departure.COMPLETED,
            ),
        ),
        (
            gettext_lazy("The advice"),
            (Departure.EVIDENCE, Departure.OUTCOMES, Departure.DISAGREES, Departure.UNCLEAR),
        ),
        (
            gettext_lazy("The circumstances"),
            (Departure.COST, Departure.UNAVAILABLE, Departure.UNFEASIBLE, Departure.CONTEXT),
        ),
    )
]


def response(given, recorded):
    """Give what can be said of an advice, and what was said of it so far, the newest apart from the earlier."""
    names = {option["code"]: titled(option["name"]) for option in given["options"]}
    unchecked = {option["code"] for option in given["options"] if option["verdict"] == "check"}
    told = [_told(one, names) for one in recorded]
    sayable, leading = responding.sayable(given), responding.leading(given)
    first = [code for code in leading if code not in unchecked] or leading
    accepted = [
        {
            "value": f"{Deed.ACCEPTED}:{code}",
            "name": _offered(code, names, unchecked),
            "first": code in first,
        }
        for code in sayable.get(Deed.ACCEPTED, ())
    ]
    return {
        "newest": told[0] if told else None,
        "earlier": told[1:],
        "departures": DEPARTURES,
        "first": [one for one in accepted if one["first"]] or accepted,
        "others": [one for one in accepted if not one["first"]] if first else [],
        "otherwise": [
            _option(deed, code, names) for deed in sayable if deed != Deed.ACCEPTED for code in sayable[deed]
        ],
    }


def _offered(code, names, unchecked):
    """Name what may have been given as advised; what was to be checked first is not advised as it stands."""
    name = names.get(code) or gettext("No treatment")
    return gettext("%(name)s, once checked") % {"name": name} if code in unchecked else name


def short(recorded, names):
    """Say a response in a sentence or two; `names` has the names of the treatments by code."""
    what = _deed(Deed(recorded.deed), recorded.treatment, names)
    return f"{what}. {recorded.get_departure_display()}." if recorded.departure else f"{what}."


def _told(recorded, names):
    at = recorded.responded_at
    return {"text": short(recorded, names), "on": f"{day(at)}, {at:%H:%M} UTC"}


def _option(deed, code, names):
    return {"value": f"{deed}:{code}" if code else deed.value, "text": _deed(deed, code, names)}


def _deed(deed, code, names):
    return f"{deed.label}: {names[code]}" if code else str(deed.label)
