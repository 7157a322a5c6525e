"""Questions answered with a number in a unit of the clinician's choice."""

from django import forms
from django.utils.translation import gettext as _

from advisor import answers, numeral

from .question import NOT_KNOWN_WORDS, Open, Question, Unclear


class Number(Question):
    """A number, its unit, "not known", and a confirmation where the value is unusual."""

    template = "components/measurement.html"
    short = True

    def __init__(self, fact, book, **asked):
        super().__init__(fact, book, **asked)
        self.units = [
            (fact.unit, numeral.unit(fact.unit_text or fact.unit)),
            *((unit.code, unit.text) for unit in fact.units),
        ]
        self.unit_field = f"{self.code}__unit"
        self.unknown_field = f"{self.code}__unknown"
        self.confirm_field = f"{self.code}__confirm"
        self.doubtful = False

    def fields(self):
        """Give the figures, the unit where there are several, and the two boxes to tick."""
        keypad = "numeric" if self.fact.whole else "decimal"
        attrs = {"inputmode": keypad, "autocomplete": "off", "class": "form-control"}
        figures = forms.CharField(
            label=self.fact.text, required=False, max_length=40, widget=forms.TextInput(attrs=attrs)
        )
        made = {self.code: figures, self.unknown_field: _box(NOT_KNOWN_WORDS)}
        if len(self.units) > 1:
            select = forms.Select(attrs={"class": "form-select"})
            made[self.unit_field] = forms.ChoiceField(
                choices=self.units, label=_("Unit"), required=False, widget=select
            )
        if (self.fact.confirm_low, self.fact.confirm_high) != (None, None):
            made[self.confirm_field] = _box(_("I confirm this value"))
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
            raise Unclear(self.code, _("Either give the number or tick “Not known”, not both."))
        if unknown:
            return None
        if not figures:
            raise Open(self.code, _("Give the number, or tick “Not known”."))
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
        fact, unit = self.fact, dict(self.units).get(typed.unit or self.fact.unit, "")
        said = _(
            "%(figures)s %(unit)s is unusual (usually %(low)s to %(high)s %(of)s). Check the number and its unit; if it is "
            "right, tick “I confirm this value”."
        )
        usual = {
            "low": _bound(fact.confirm_low),
            "high": _bound(fact.confirm_high),
            "of": numeral.unit(fact.unit_text or fact.unit),
        }
        return said % ({"figures": typed.figures, "unit": unit} | usual)

    def parts(self, form):
        """Give the bound fields; the confirmation shows only once it is called for."""
        confirm = form[self.confirm_field] if self.confirm_field in form.fields else None
        return {
            "field": form[self.code],
            "unit_field": form[self.unit_field] if self.unit_field in form.fields else None,
            "unit": numeral.unit(self.fact.unit_text),
            "unknown_field": form[self.unknown_field],
            "confirm_field": confirm,
            "doubtful": self.doubtful or bool(confirm and confirm.value()),
        }


def _box(label):
    widget = forms.CheckboxInput(attrs={"class": "form-check-input"})
    return forms.BooleanField(label=label, required=False, widget=widget)


def _between(value, low, high):
    return (low is None or value >= low) and (high is None or value <= high)


def _bound(value):
    return _("no limit") if value is None else numeral.printed(value)
