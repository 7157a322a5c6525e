"""The form of preferences: language and light."""

from crispy_forms.helper import FormHelper
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Appearance


AS_DEVICE = [("", _("As this device is set")), *Appearance.choices]
RADIO = {"class": "form-check-input"}


class Preferences(forms.Form):
    """In which language and in which light somebody wants the pages."""

    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect(attrs=RADIO), required=False
    )
    appearance = forms.ChoiceField(
        label=_("Light or dark"), choices=AS_DEVICE, widget=forms.RadioSelect(attrs=RADIO), required=False
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def chosen(self):
        """Return what was chosen; what the form did not hold stays as it is."""
        given = self.cleaned_data
        return {
            name: given[name] for name in self.fields if name in self.data and (given[name] or name == "appearance")
        }
