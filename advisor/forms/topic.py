"""A page of the wizard: the questions of one topic as one form."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, LayoutObject
from django import forms
from django.template.loader import render_to_string

from .question import Unclear


PREFIX = "a"


class Asked(LayoutObject):
    """Where a question stands in the form's layout."""

    def __init__(self, question):
        self.question = question

    def render(self, form, context, template_pack=None, **kwargs):
        """Render the question with its fields."""
        return render_to_string("components/question.html", {"question": self.question.shown(form)})


class Topic(forms.Form):
    """The questions of one page. `page` holds the answers once the form is valid."""

    prefix = PREFIX

    def __init__(self, questions, known=None, data=None):
        self.questions = questions
        self.page = {}
        self.elsewhere = []
        filled = {}
        for question in questions:
            if known and question.code in known:
                filled |= question.initial(known[question.code])
            elif question.unit:
                filled[f"{question.code}__unit"] = question.unit
        for question in questions:
            if data is not None:
                question.reads(posted(data))
        super().__init__(data, initial=filled)
        for question in questions:
            self.fields.update(question.fields())
        self.helper = FormHelper(self)
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = Layout(*(Asked(question) for question in questions))

    @classmethod
    def reshown(cls, questions, data):
        """Show again what was typed, without judging it."""
        form = cls(questions, data=data)
        form.initial = {name: form[name].data for name in form.fields}
        form.is_bound = False
        return form

    def clean(self):
        """Read every question, gathering what is unclear."""
        cleaned = super().clean()
        for question in self.questions:
            if any(name in self.errors for name in question.fields()):
                continue
            try:
                self.page[question.code] = question.answer(cleaned)
            except Unclear as error:
                self.add_error(error.field, str(error))
        return cleaned

    def refuse(self, faults):
        """Show the engine's faults at the questions they name; one that names another page leads there."""
        codes = {question.code for question in self.questions}
        for fault in faults:
            if fault.place in codes:
                self.add_error(fault.place, fault.text)
            else:
                self.elsewhere.append({"code": fault.place, "text": fault.text, "topic": self._topic(fault.place)})

    def _topic(self, code):
        fact = self.questions[0].book.facts.get(code)
        return fact.topic if fact else ""

    def faults(self):
        """List every fault with the question it belongs to, in the order of the page."""
        if not self.is_bound:
            return []
        here = [
            {"code": question.code, "text": f"{question.fact.text} {error}", "topic": ""}
            for question in self.questions
            for name in question.fields()
            for error in self.errors.get(name, ())
        ]
        return [*self.elsewhere, *here]


def posted(data):
    """Give posted values by the names of the fields."""
    return {name.removeprefix(f"{PREFIX}-"): value for name, value in data.items()}
