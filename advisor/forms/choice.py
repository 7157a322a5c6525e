"""Questions with one of several answers, of which "not known" is always one."""

from django import forms

from .question import NOT_KNOWN, Question, Unclear


RADIO = {"class": "form-check-input"}


def radios(options, label):
    """Make a field of radio buttons that leaves it to the question to insist."""
    widget = forms.RadioSelect(attrs=RADIO)
    return forms.ChoiceField(choices=options, label=label, widget=widget, required=False)


class Choice(Question):
    """One of the fact's choices."""

    template = "components/choices.html"

    def options(self):
        """List code and words of every choice."""
        choices = [(choice.code, _words(choice)) for choice in self.fact.choices]
        return [*choices, (NOT_KNOWN, "Not known")]

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
            raise Unclear(self.code, "Choose an answer, or “Not known”.")
        return None if chosen == NOT_KNOWN else chosen


def _words(choice):
    return f"{choice.text} ({choice.note})" if choice.note else choice.text
