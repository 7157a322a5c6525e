"""Questions with one of several answers, of which "not known" is always one."""

from django import forms
from django.utils.translation import gettext as _

from .question import NOT_KNOWN, NOT_KNOWN_WORDS, Open, Question


RADIO = {"class": "form-check-input"}


class FirstFocused:
    """Of several buttons or boxes the first alone takes the focus."""

    def create_option(self, name, value, label, selected, index, **more):
        """Make one button or box."""
        made = super().create_option(name, value, label, selected, index, **more)
        if index:
            made["attrs"].pop("autofocus", None)
        return made


class Radios(FirstFocused, forms.RadioSelect):
    """Radio buttons."""


class Boxes(FirstFocused, forms.CheckboxSelectMultiple):
    """Boxes to tick."""


def radios(options, label):
    """Make a field of radio buttons that leaves it to the question to insist."""
    widget = Radios(attrs=RADIO)
    return forms.ChoiceField(choices=options, label=label, widget=widget, required=False)


class Choice(Question):
    """One of the fact's choices."""

    template = "components/choices.html"

    def __init__(self, fact, book, **asked):
        super().__init__(fact, book, **asked)
        self.deniable = self.deniable or bool(fact.normal)

    def options(self):
        """List code and words of every choice."""
        choices = [(choice.code, _words(choice)) for choice in self.fact.choices]
        return [*choices, (NOT_KNOWN, NOT_KNOWN_WORDS)]

    def fields(self):
        """Give one set of radio buttons."""
        return {self.code: radios(self.options(), self.fact.text)}

    def initial(self, answer):
        """Tick what was answered."""
        return {self.code: NOT_KNOWN if answer is None else answer}

    def answer(self, cleaned):
        """Read the choice. Raises Unclear where nothing is chosen."""
        chosen = cleaned.get(self.code)
        if not chosen:
            raise Open(self.code, _("Choose an answer, or “Not known”."))
        return None if chosen == NOT_KNOWN else chosen

    def denied(self, cleaned):
        """Read it as what is normal. Raises Open where no answer is."""
        if not self.fact.normal:
            raise Open(self.code, _("Choose an answer: none of these is “no” or “normal”."))
        return self.fact.normal


def _words(choice):
    return f"{choice.text} ({choice.note})" if choice.note else choice.text
