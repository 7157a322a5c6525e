"""The form of a case that comes from a consultation."""

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Exemplar(forms.Form):
    """A case as it is proposed, for an editor to check and change."""

    code = forms.CharField(
        max_length=80,
        label=pgettext_lazy("case", "Code"),
        help_text=_("The short name of the case, once in its guideline."),
    )
    title = forms.CharField(
        max_length=300, label=_("Title"), help_text=_("The patient in a line; nothing by which anybody knows them.")
    )
    answers = forms.CharField(
        label=_("Answers"), widget=forms.Textarea(attrs={"rows": 16}), help_text=_("One line a fact.")
    )
    expects = forms.CharField(
        label=_("What the advice must be"),
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("One line a promise. Keep those that the sources demand; drop what is only so today."),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What this case is there to catch."),
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
