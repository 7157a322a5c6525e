"""What stands on every further page of a consultation: whose edition, in which status, and the references to cite."""

from django.utils.translation import gettext_lazy as _

from . import evidence
from .amount import titled
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
        "references": evidence.references(chart.given["references"]),
    }


def named(option):
    """Name a treatment and its verdict."""
    verdict = option["verdict"]
    return {"code": option["code"], "name": titled(option["name"]), "verdict": verdict, "label": str(VERDICTS[verdict])}
