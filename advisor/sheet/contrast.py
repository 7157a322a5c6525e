"""Contrasts: all that would be otherwise in an advice, treatment by treatment and around them, with why."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from guidelines.engine.account import LIVE

from . import aside, dose, reason
from .amount import titled
from .dose import LONG
from .option import LINES
from .page import TONES


def contrast(before, after, book):
    """Tell what differs between two advices for one patient; behind an alert that hides every treatment, only the alerts."""
    silent = bool(after["withheld"] or after["stopped"])
    told = {"alerts": _alerts(before, after), "derived": _derived(before, after), "silent": silent}
    if silent:
        return told | {"stopped": after["stopped"]}
    old = {one["code"]: one for one in before["options"]}
    pairs = [(old[one["code"]], one) for one in after["options"] if one["code"] in old]
    found = [_treatment(was, now, book) for was, now in pairs]
    differing = [one for one in found if _differs(one)]
    groups = {group: [one for one in differing if one["standing"] == group] for group in STANDINGS}
    around = {part: _apart(before[part], after[part], key) for part, key in AROUND.items()}
    told |= groups | around | {"same": len(found) - len(differing)}
    return told | {"nothing": not (differing or any(_some(one) for one in (told["alerts"], *around.values())))}


CELL = gettext_noop("In place of")
STANDINGS = ("lost", "gained", "kept", "out")
AROUND = {"missing": "fact", "statements": "code", "disagreements": "code"}


def _alerts(before, after):
    found = _apart(before["alerts"], after["alerts"], "code")
    return {way: [one | {"title": TONES[one["effect"]]} for one in alerts] for way, alerts in found.items()}


def _derived(before, after):
    pairs = [(before["derived"].get(code, one), one) for code, one in after["derived"].items()]
    return [
        {"label": titled(now["label"]), "was": was["text"], "becomes": now["text"]}
        for was, now in pairs
        if was["text"] != now["text"]
    ]


def _standing(was, now):
    """Say what becomes of a treatment's chance to be given: lost, gained, kept, or out before and after."""
    if was["verdict"] in LIVE:
        return "kept" if now["verdict"] in LIVE else "lost"
    return "gained" if now["verdict"] in LIVE else "out"


def _treatment(was, now, book):
    """Tell of one treatment what differs; of one that comes no checks and figures, and of one that goes nothing but why."""
    standing = _standing(was, now)
    reasons = _apart([_keyed(one) for one in was["reasons"]], [_keyed(one) for one in now["reasons"]], "key")
    came = [reason.shown(one, book) for one in sorted(reasons["came"], key=reason.by_weight)]
    kept = standing in ("kept", "out")
    lines = [] if standing == "lost" else _lines(_place(was) | _doses(was), _place(now) | _doses(now))
    return {
        **aside.named(now),
        "standing": standing,
        "was": aside.named(was)["label"],
        "turns": was["verdict"] != now["verdict"],
        "lines": [one for one in lines if not one["fine"]],
        "fine": [one for one in lines if one["fine"]],
        "came": [one for one in came if one["kind"] != "unknown"],
        "open": [one for one in came if one["kind"] == "unknown" and one["severity"] != "caution"],
        "unsettled": [one for one in came if one["kind"] == "unknown" and one["severity"] == "caution"],
        "gone": [reason.shown(one, book) for one in reasons["gone"]],
        "checks": _apart(was["monitoring"], now["monitoring"], "rule") if kept else {"came": [], "gone": []},
        "figures": kept and _some(_apart(was["effects"], now["effects"], "rule")),
    }


def _keyed(one):
    return one | {"key": (one["rule"], one["kind"])}


def _place(option):
    if option["verdict"] not in LIVE:
        return {}
    return {
        _("Place"): LINES.get(option["line"], ""),
        _("Strength"): option["strength"] or "",
        _("Certainty"): option["certainty"] or "",
    }


def _doses(option):
    lines = {}
    for one in map(dose.shown, option["dose"]):
        lines |= {f"{one['title']} {line['label']}".strip(): line["words"] for line in one["lines"]}
        lines |= {f"{_(CELL)} {cell['normal']}": cell["words"] for cell in one["cells"]}
    return lines


def _lines(was, now):
    """Pair the lines that differ; `fine` are those of a table or with many words."""
    pairs = [(label, was.get(label, ""), now.get(label, "")) for label in {**was, **now}]
    return [
        {
            "label": label,
            "was": old,
            "becomes": new,
            "fine": label.startswith(_(CELL)) or max(len(old), len(new)) > LONG,
        }
        for label, old, new in pairs
        if old != new
    ]


def _apart(before, after, key):
    """Part what came from what went."""
    old, new = {one[key] for one in before}, {one[key] for one in after}
    return {
        "came": [one for one in after if one[key] not in old],
        "gone": [one for one in before if one[key] not in new],
    }


def _some(apart):
    return bool(apart["came"] or apart["gone"])


def _differs(one):
    parts = ("turns", "lines", "fine", "came", "open", "unsettled", "gone", "figures")
    return any(one[part] for part in parts) or _some(one["checks"])
