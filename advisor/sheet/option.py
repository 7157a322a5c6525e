"""Options in words: a card for what may be given, a row for what is not offered."""

from django.utils.translation import gettext_lazy

from . import dose, effect, reason
from .amount import titled


LINES = {1: gettext_lazy("First line"), 2: gettext_lazy("Second line"), 3: gettext_lazy("Third line")}
VERDICTS = {
    "offer": gettext_lazy("Suitable"),
    "caution": gettext_lazy("Suitable with caution"),
    "check": gettext_lazy("Check first"),
}
TOPICS = {
    "pregnancy": gettext_lazy("Pregnancy and breast-feeding"),
    "renal": gettext_lazy("Kidney"),
    "hepatic": gettext_lazy("Liver"),
    "interactions": gettext_lazy("Interactions"),
    "boxed_warning": gettext_lazy("Boxed warning"),
    "overdose": gettext_lazy("Overdose"),
}
PHASES = (
    ("before", gettext_lazy("Before starting")),
    ("during", gettext_lazy("While taking it")),
    ("stopping", gettext_lazy("On stopping")),
)


def card(option, book, swings, edition):
    """Give everything shown of a treatment that may be given, now or once something is known.

    `edition` is the digest by which what depends on the edition alone is kept.
    """
    reasons = [reason.shown(given, book) for given in option["reasons"]]
    return {
        "code": option["code"],
        "name": titled(option["name"]),
        "verdict": option["verdict"],
        "label": str(VERDICTS[option["verdict"]]),
        "strength": option["strength"],
        "certainty": option["certainty"],
        "place": [given for given in reasons if given["severity"] == "indication"],
        "doses": [dose.shown(given) for given in option["dose"]],
        "swings": [swing["words"] for swing in swings.get(option["code"], ())],
        "cautions": [given for given in reasons if given["kind"] == "against"],
        "checks": [given for given in reasons if given["kind"] == "unknown" and given["severity"] not in QUIET],
        "unasked": [given for given in reasons if given["kind"] == "unknown" and given["severity"] == "caution"],
        "headline": effect.headline(option["effects"]),
        "effects": effect.told(option["effects"], book, edition),
        "background": background(option),
    }


QUIET = ("caution", "indication")


def row(option, book):
    """Give a treatment that is not offered, with every reason, those first that rule it out."""
    reasons = [reason.shown(given, book) for given in sorted(option["reasons"], key=reason.by_weight)]
    return {"code": option["code"], "name": titled(option["name"]), "reasons": reasons}


def _untold(stopping, watched):
    """Give how a treatment is stopped, unless a rule of what is to be watched says it in the same words."""
    return "" if any(rule["phase"] == "stopping" and rule["text"] == stopping for rule in watched) else stopping


def background(option):
    """Give what stands behind a treatment for everybody: summary, monitoring, trial, stopping, safety, labelling."""
    watched = option["monitoring"]
    return {
        "key": f"{option['code']} {' '.join(rule['rule'] for rule in watched)}",
        "summary": option.get("summary", ""),
        "labelling": option.get("labelling", ""),
        "trial": option.get("adequate_trial", ""),
        "stopping": _untold(option["stopping"], watched),
        "phases": [
            {"title": str(title), "rules": [rule for rule in watched if rule["phase"] == phase]}
            for phase, title in PHASES
            if any(rule["phase"] == phase for rule in watched)
        ],
        "topics": [
            {"title": str(title), "rules": rules}
            for topic, title in TOPICS.items()
            if (rules := [known for known in option.get("safety", ()) if known["topic"] == topic])
        ],
    }
