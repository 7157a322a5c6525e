"""Cases in the admin, each line tried with the engine."""

from django.contrib import admin, messages
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from guidelines.admin import code, trial_run
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.naming import excerpt
from guidelines.admin.row import GuidelineRows
from guidelines.models import Case


ANSWERS = (
    "One line a fact, as “code: answer”.",
    "age: 55",
    "creatinine: 88.42 umol/L (a number, with its unit if it is not the usual one)",
    "pregnant: no",
    "creatinine: not known",
    "A list: medicines: code, code (it is complete unless it ends in “...”)",
    "Trials: code 60 for 9 weeks none taking; code not_tolerated",
)
PROMISES = (
    "One line a promise, as “what: codes”.",
    "first, not first, only first: which treatments stand at line 1",
    "offer, caution, check, exclude, not_indicated, not offered: the verdict of treatments",
    "reason: treatment rule",
    "dose: treatment start 75 max 150 usual 75-150 rule code (any of these), no dose: treatment",
    "derived: fact 90.9 (or refused, or unknown)",
    "ask, sensitive: facts; alert, no alert, statement, disagreement: codes; in, not in: populations",
    "refused: fact (the answers are refused, naming it)",
)


def listed(lines):
    """Return lines as a help text that keeps them apart."""
    return format_html_join("", "<span class='help-line'>{}</span>", ((line,) for line in lines))


@admin.register(Case)
class Cases(GuidelineRows):
    """Worked patients, and the advice that each must get."""

    codes = code.OF_LIST
    change_form_template = "admin/guidelines/case/change_form.html"
    rows_of_text = 12
    list_display = ("code", "title", excerpt("note"), "rest")
    list_filter = (InGuideline, "rest")
    search_fields = ("code", "title", "answers", "expects", "note")
    fieldsets = (
        (None, {"fields": ("guideline", "code", "position", "title")}),
        (_("The patient"), {"fields": ("answers", "rest")}),
        (_("The advice that this patient must get"), {"fields": ("expects",)}),
        (_("What it is there to catch"), {"fields": ("note",)}),
    )

    def get_form(self, request, obj=None, change=False, **options):
        """Return the form with the notation of its lines explained."""
        notation = {"answers": listed(ANSWERS), "expects": listed(PROMISES)}
        return super().get_form(request, obj, change, **options | {"help_texts": notation})

    def save_related(self, request, form, formsets, change):
        """Save a case; raise Refused for a line that means nothing, and tell which promises do not hold."""
        super().save_related(request, form, formsets, change)
        for said in trial_run.tried(form.instance, form.documents[form.instance.guideline]):
            messages.warning(request, said)
