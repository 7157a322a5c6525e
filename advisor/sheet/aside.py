"""What stands on every further page of a consultation: whose edition, in which status, and the references to cite."""

from django.utils.translation import gettext_lazy as _

from guidelines.engine.citation import reference

from . import citation, evidence, patient
from .amount import day, titled
from .status import banner


VERDICTS = {
    "offer": _("Suitable"),
    "caution": _("Suitable with caution"),
    "check": _("Check first"),
    "exclude": _("Ruled out"),
    "not_indicated": _("Not for this problem"),
}


def beside(chart):
    """Frame a further page of a consultation."""
    return {
        "id": str(chart.consultation.pk),
        "title": chart.given["title"],
        "banner": banner(chart.reading.status, chart.reading.withdrawal),
        "sheet": {"edition": chart.reading.sha256},
        "edition": chart.reading.number,
        "on": day(chart.consultation.consulted_at),
        "references": evidence.references(chart.given["references"]),
    }


def answered(chart):
    """Give the patient of a consultation in words, as on the recommendation."""
    return patient.summary(chart.person, chart.given["derived"])


def named(option):
    """Name a treatment and its verdict."""
    verdict = option["verdict"]
    return {"code": option["code"], "name": titled(option["name"]), "verdict": verdict, "label": str(VERDICTS[verdict])}


def cited(told, chart):
    """Give the references cited on a page of its own: those of the advice under its numbers, others behind them."""
    known, first = chart.person.book.plates.references, chart.given["references"]
    numbers = {one["code"]: one["number"] for one in first}
    for source in dict.fromkeys(citation.within(told)):
        code = reference(source)
        if code in known:
            numbers.setdefault(code, len(numbers) + 1)
    here = {reference(source) for source in citation.within(told)}
    numbered = [known[code] | {"number": number} for code, number in numbers.items() if code in here]
    return evidence.references(numbered)
