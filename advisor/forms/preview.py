"""The form of a preview: a made-up patient, chosen among the cases or written in their notation."""

from dataclasses import replace

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from guidelines.engine import case as worked
from guidelines.engine import patient
from guidelines.engine.rulebook import Case


REST = {
    "normal": _("Everything left out is answered no, none or normal"),
    "nothing": _("Everything left out is left unanswered"),
}


class Preview(forms.Form):
    """A patient whom nobody knows; once it is valid, `case` is its case and `person` what the engine makes of it."""

    chosen = forms.ChoiceField(label=_("A case of the guideline"), required=False)
    answers = forms.CharField(
        label=_("Or a patient of your own"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "One line a fact, as in a case: “age: 55”, “pregnant: no”, “medicines: code, code”. It goes before a case "
            "that is chosen. Make patients up: nothing about a real one belongs here."
        ),
    )
    rest = forms.ChoiceField(label=_("What is left out"), required=False, choices=list(REST.items()))

    def __init__(self, book, *args, settled=dict, **options):
        super().__init__(*args, **options)
        self.book, self.settled = book, settled
        self.cases = {case.code: case for case in book.rulebook.cases}
        names = [(code, f"{code}: {case.title}") for code, case in self.cases.items()]
        self.fields["chosen"].choices = [("", pgettext("case", "None")), *names]
        self.helper = FormHelper(self)
        self.helper.form_tag = False

    def clean(self):
        """Read the patient; say of each line that cannot be read what is wrong with it."""
        said = super().clean()
        typed, chosen = (said.get("answers") or "").strip(), said.get("chosen")
        if not typed and not chosen:
            raise forms.ValidationError(_("Choose a case, or write a patient of your own."))
        own = Case("", "", typed, "", said.get("rest") or "normal")
        self.case = own if typed else replace(self.cases[chosen])
        try:
            self.person = patient.parse(self.book, self.settled(worked.answered(self.book, self.case)))
        except patient.Refused as refused:
            self.add_error("answers" if typed else "chosen", [fault.text for fault in refused.faults])
        except (worked.Unreadable, ValueError, LookupError) as error:
            self.add_error("answers" if typed else "chosen", " ".join((str(_("This cannot be read.")), str(error))))
        return said
