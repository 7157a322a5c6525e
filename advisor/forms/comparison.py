"""The form of a comparison: which treatments of an advice are put side by side."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


FEWEST, MOST = 2, 4


class Comparison(forms.Form):
    """Two to four treatments; what was ticked stays ticked where it is too many."""

    treatment = forms.MultipleChoiceField(
        label=gettext_lazy("Treatments to compare, two to four"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, data, *args, choices, **options):
        super().__init__(data or None, *args, **options)
        self.fields["treatment"].choices = choices
        self.helper = FormHelper(self)
        self.helper.form_method = "get"
        self.helper.form_class = "comparison-form"
        self.helper.add_input(Submit("", _("Compare"), css_class="btn-primary"))

    def clean_treatment(self):
        """Refuse too many and too few."""
        chosen = self.cleaned_data["treatment"]
        if len(chosen) > MOST:
            said = _("%(chosen)d treatments are ticked, and %(most)d fit side by side. Take %(away)d away.")
            raise forms.ValidationError(said % {"chosen": len(chosen), "most": MOST, "away": len(chosen) - MOST})
        if len(chosen) < FEWEST:
            raise forms.ValidationError(_("Tick at least two treatments."))
        return chosen
