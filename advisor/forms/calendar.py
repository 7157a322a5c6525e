"""The form of a calendar: from which day a treatment is counted up, and from which day and dose down."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor import numeral


FURTHEST = timedelta(days=366)
LARGEST = 100_000
HOW = gettext_lazy("Write the day as year, month and day, such as 2026-12-01.")


def _day(label, **options):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    formats = ["%Y-%m-%d", "%d.%m.%Y"]
    return forms.DateField(
        label=label, widget=widget, input_formats=formats, error_messages={"invalid": HOW}, **options
    )


class Calendar(forms.Form):
    """The days to count from; a day in the past must be confirmed."""

    start = _day(gettext_lazy("First day of treatment"))
    past = forms.BooleanField(label=gettext_lazy("The treatment was begun on that day"), required=False)
    stop = _day(gettext_lazy("First day of stopping, if it is planned"), required=False)
    dose = forms.CharField(label=gettext_lazy("Daily dose when stopping begins"), max_length=20, required=False)

    def __init__(self, data, *args, today, unit="", **options):
        asked = {"start": today.isoformat()} | (data.dict() if data else {})
        super().__init__(asked, *args, **options)
        self.today = today
        if unit:
            self.fields["dose"].label = _("Daily dose when stopping begins, in %(unit)s") % {"unit": numeral.unit(unit)}
        if not self._is_past():
            del self.fields["past"]
        self.helper = FormHelper(self)
        self.helper.form_method = "get"
        self.helper.form_class = "calendar-form"
        self.helper.add_input(Submit("", _("Count the days"), css_class="btn-primary"))

    def _is_past(self):
        try:
            return self.fields["start"].to_python(self.data.get("start")) < self.today
        except (forms.ValidationError, TypeError):
            return False

    def clean_start(self):
        """Refuse a day that is too far off."""
        start = self.cleaned_data["start"]
        if start - self.today > FURTHEST or self.today - start > FURTHEST:
            raise forms.ValidationError(_("This day is more than a year away. Choose one that is nearer."))
        return start

    def clean_dose(self):
        """Read the daily dose as it was typed."""
        typed = self.cleaned_data["dose"].strip()
        if not typed:
            return None
        try:
            dose = numeral.read(typed)
        except numeral.NoNumber as error:
            raise forms.ValidationError(str(error)) from error
        if not 0 < dose < LARGEST:
            raise forms.ValidationError(_("Write the daily dose as a number above 0."))
        return dose

    def clean(self):
        """Ask back about a start in the past, and refuse an end before the beginning."""
        said = super().clean()
        start, stop = said.get("start"), said.get("stop")
        if start and "past" in self.fields and not said.get("past"):
            self.add_error(
                "start",
                _("This day is in the past. Choose today or later, or confirm that the treatment was begun then."),
            )
        if start and stop and stop < start:
            self.add_error("stop", _("Stopping cannot begin before the treatment does."))
        return said
