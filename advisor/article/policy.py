"""The editorial policy: what holds of every edition, taken from the rules that hold it to that."""

import re

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guidelines import workflow
from guidelines.engine.citation import PROPOSAL_MARK, SECONDARY_MARK, UNVERIFIED_MARK
from guidelines.readiness import RULES, Weight, telling


GAP = re.compile(r"\{\w+\}")
MARKS = (
    (SECONDARY_MARK, _("What was read is somebody else’s report of the source, not the source itself.")),
    (UNVERIFIED_MARK, _("Believed to be so, or standard practice; nobody has seen it at its source yet.")),
    (PROPOSAL_MARK, _("The editors of the guideline propose it, beyond any source or label.")),
)


def policy():
    """Return what the page of the editorial policy shows."""
    return {
        "states": [gettext(state.label) for state in workflow.State],
        "marks": [{"mark": mark, "meaning": meaning} for mark, meaning in MARKS],
        "rules": [GAP.sub("…", telling.message(rule)) for rule in RULES if rule.weight is Weight.ERROR],
        "shows_unapproved": settings.SHOW_UNAPPROVED_EDITIONS,
    }
