"""Arguments: every treatment of an edition with what speaks for and against it for one patient, and what would come after it."""

from guidelines.engine import plate, sequel
from guidelines.engine.account import LIVE
from guidelines.engine.citation import cites
from guidelines.engine.reason import ELSEWHERE, NOT_HERE

from . import aside, dose, effect, evidence, option, reason
from .amount import titled
from .gist import DRUGLIKE


def listed(chart, codes=None):
    """List every treatment with its verdict and the reason that decided it; only those of some codes, where they are given.

    What the verdict says already is not told twice.
    """
    shown = [one for one in chart.given["options"] if codes is None or one["code"] in codes]
    return [aside.named(one) | {"why": _why(one).removeprefix(ELSEWHERE).strip()} for one in shown]


def _why(given):
    """Pick the reason that decided a verdict; all of them stand on the treatment's own page."""
    deciding = {
        "exclude": lambda one: one["kind"] == "against" and one["severity"] != "caution",
        "not_indicated": lambda one: one["rule"] == NOT_HERE,
        "check": lambda one: one["kind"] == "unknown" and one["severity"] != "caution",
        "caution": lambda one: one["kind"] == "against",
        "offer": lambda one: one["kind"] == "for",
    }[given["verdict"]]
    return next(filter(deciding, given["reasons"]), given["reasons"][0])["text"]


def argued(given, chart):
    """Tell one treatment in full: every reason, what bodies say of it, dose, effects, what to watch, and what comes next."""
    book = chart.person.book
    reasons = [reason.shown(one, book) for one in given["reasons"]]
    rules = next(rules for rules in book.rules if rules.treatment.code == given["code"])
    told = aside.named(given) | {
        "summary": rules.treatment.summary,
        "place": option.LINES.get(given["line"], "") if given["verdict"] in LIVE else "",
        "for": [one for one in reasons if one["kind"] == "for"],
        "against": [one for one in reasons if one["kind"] == "against"],
        "unknown": [one for one in reasons if one["kind"] == "unknown"],
        "positions": _positions(given["code"], book),
        "doses": [dose.shown(one) for one in given["dose"]],
        "effects": effect.told(given["effects"], book, chart.reading.sha256),
        "background": option.background(plate.of_background(rules.treatment) | given) | {"summary": ""},
        "sequel": _sequel(given, chart.person),
    }
    return told | {"references": aside.cited(told, chart)}


def _positions(code, book):
    return [
        {
            "body": one.body,
            "year": evidence.year(one.year),
            "people": one.people,
            "text": one.text,
            **cites(one.sources),
        }
        | {"stands": evidence.STANCES.get(one.stance, "")}
        for one in book.rulebook.positions
        if code in one.treatments and not one.superseded_by
    ]


def _sequel(given, person):
    found = None
    if given["verdict"] in LIVE and given["kind"] in DRUGLIKE:
        found = sequel.sequel(person, given["code"], DRUGLIKE)
    if found is None:
        return None
    following = [_next(one, found.beside.get(one.rules.treatment.code, ()), person.book) for one in found.following]
    return {"following": following, "alone": found.alone}


def _next(found, beside, book):
    treatment = found.rules.treatment
    pairs = [reason.shown(_told(one), book) for one in beside]
    told = {"code": treatment.code, "name": titled(treatment.name), "verdict": str(found.verdict)}
    return told | {"label": aside.VERDICTS[found.verdict], "beside": pairs}


def _told(found):
    told = {"kind": found.kind, "severity": found.severity, "rule": found.rule, "text": found.text}
    return told | {"action": found.action, "facts": {}, **cites(found.sources)}
