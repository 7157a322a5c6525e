"""Questions answered with a number in a unit of the clinician's choice."""

from django import forms

from advisor import answers

from .question import Question, Unclear


class Number(Question):
    """A number, its unit, "not known", and a confirmation where the value is unusual."""

    template = "components/measurement.html"

    def __init__(self, fact, book, *, unit=""):
        super().__init__(fact, book, unit=unit)
        self.units = [(fact.unit, fact.unit_text or fact.unit), *((unit.code, unit.text) for unit in fact.units)]
        self.unit_field = f"{self.code}__unit"
        self.unknown_field = f"{self.code}__unknown"
        self.confirm_field = f"{self.code}__confirm"
        self.doubtful = False

    def fields(self):
        """Give the figures, the unit where there are several, and the two boxes to tick."""
        attrs = {"inputmode": "decimal", "autocomplete": "off", "class": "form-control"}
        figures = forms.CharField(
            label=self.fact.text, required=False, max_length=40, widget=forms.TextInput(attrs=attrs)
        )
        made = {self.code: figures, self.unknown_field: _box("Not known")}
        if len(self.units) > 1:
            select = forms.Select(attrs={"class": "form-select"})
            made[self.unit_field] = forms.ChoiceField(choices=self.units, label="Unit", required=False, widget=select)
        if (self.fact.confirm_low, self.fact.confirm_high) != (None, None):
            made[self.confirm_field] = _box("I confirm this value")
        return made

    def initial(self, answer):
        """Show what was typed, in the unit in which it was typed."""
        typed = answers.as_typed(answer, self.fact)
        return {
            self.code: typed.figures,
            self.unit_field: typed.unit if typed.figures else self.unit,
            self.unknown_field: answer is None,
            self.confirm_field: typed.confirmed,
        }

    def answer(self, cleaned):
        """Read figures and unit. Raises Unclear for no answer, two answers, no number, or an unconfirmed unusual one."""
        figures, unknown = cleaned.get(self.code, ""), cleaned.get(self.unknown_field)
        if figures and unknown:
            raise Unclear(self.code, "Either give the number or tick “Not known”, not both.")
        if unknown:
            return None
        if not figures:
            raise Unclear(self.code, "Give the number, or tick “Not known”.")
        typed = answers.Measured(figures, cleaned.get(self.unit_field, ""), cleaned.get(self.confirm_field, False))
        return self._read(typed)

    def _read(self, typed):
        try:
            value = answers.number(typed.figures)
        except answers.NoNumber as error:
            raise Unclear(self.code, str(error)) from error
        self.doubtful = self._is_unusual(self._canonical(value, typed.unit))
        if self.doubtful and not typed.confirmed:
            raise Unclear(self.code, self._please_confirm(typed))
        # A tick beside a value that is not unusual confirms nothing.
        return answers.measured(
            answers.Measured(typed.figures, typed.unit, typed.confirmed and self.doubtful), self.fact
        )

    def _canonical(self, value, code):
        unit = next((unit for unit in self.fact.units if unit.code == code), None)
        return unit.canonical(value) if unit else value

    def _is_unusual(self, value):
        # Outside the wider range the engine refuses; there is nothing to confirm then.
        fact = self.fact
        return _between(value, fact.refuse_low, fact.refuse_high) and not _between(
            value, fact.confirm_low, fact.confirm_high
        )

    def _please_confirm(self, typed):
        unit = dict(self.units).get(typed.unit or self.fact.unit, "")
        usual = f"{_bound(self.fact.confirm_low)} to {_bound(self.fact.confirm_high)} {self.fact.unit_text}".strip()
        return (
            f"{typed.figures} {unit} is unusual (usually {usual}). Check the number and its unit; if it is right, tick "
            "“I confirm this value”."
        )

    def parts(self, form):
        """Give the bound fields; the confirmation only once it is called for."""
        confirmed = self.confirm_field in form.fields and form[self.confirm_field].value()
        return {
            "field": form[self.code],
            "unit_field": form[self.unit_field] if self.unit_field in form.fields else None,
            "unit": self.fact.unit_text,
            "unknown_field": form[self.unknown_field],
            "confirm_field": form[self.confirm_field] if self.doubtful or confirmed else None,
        }


def _box(label):
    widget = forms.CheckboxInput(attrs={"class": "form-check-input"})
    return forms.BooleanField(label=label, required=False, widget=widget)


def _between(value, low, high):
    return (low is None or value >= low) and (high is None or value <= high)


def _bound(value):
    return "no limit" if value is None else f"{value:g}"
