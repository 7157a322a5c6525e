"""A page of the wizard: the questions of one topic as one form."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, LayoutObject
from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from .choice import radios
from .question import NO_TO_REST, NOT_KNOWN_WORDS, REST_NOT_KNOWN, Open, Unclear


PREFIX = "a"
REST = "rest"
# What is said of everything left open on a page is asked for where it would answer at least so many questions.
WORTH_ASKING = 2


class Asked(LayoutObject):
    """Where a question stands in the form's layout."""

    def __init__(self, question):
        self.question = question

    def render(self, form, context, template_pack=None, **kwargs):
        """Render the question with its fields."""
        shown = {"question": self.question.shown(form), "explained": context.get("why")}
        return render_to_string("components/question.html", shown)


class Topic(forms.Form):
    """The questions of one page. `page` holds the answers once the form is valid, and those that are so before."""

    prefix = PREFIX
    # Whether what is left open may be answered in one go.
    sweeps = True

    def __init__(self, questions, known=None, data=None, typed=None):
        self.questions = questions
        self.page = {}
        self.typed = typed
        self.elsewhere = []
        filled = _filled(questions, known or {})
        given = typed if data is None else data
        for question in questions if given is not None else ():
            question.reads(posted(given))
        super().__init__(data, initial=filled)
        for question in questions:
            self.fields.update(question.fields())
        swept = [question for question in questions if not question.alone]
        numbers = [question for question in swept if question.fact.kind == "number"]
        deniable = [question for question in swept if question.deniable]
        if self.sweeps and deniable and len(deniable) + len(numbers) >= WORTH_ASKING:
            self.fields[REST] = radios(_rest(numbers), _("What is left open on this page"))
        self._fill_in(typed)
        self.helper = FormHelper(self)
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = Layout(*(Asked(question) for question in questions))

    @classmethod
    def reshown(cls, questions, data):
        """Show again what was typed, without judging it."""
        return cls(questions, typed=data)

    def _fill_in(self, typed):
        # What was typed and not saved stands in the place of what is known.
        if typed is None:
            return
        asked = set(typed.getlist("asked")) or {question.code for question in self.questions}
        names = [name for question in self.questions if question.code in asked for name in question.fields()]
        for name in (*names, REST):
            if name in self.fields:
                self.initial[name] = self.fields[name].widget.value_from_datadict(typed, {}, self.add_prefix(name))

    @property
    def alone(self):
        """Name the questions that what is said of the rest does not answer."""
        return ", ".join(question.fact.name for question in self.questions if question.alone)

    def focus(self, name=""):
        """Begin at a field: the one named, else the first that holds nothing yet."""
        empty = (question.code for question in self.questions if self[question.code].value() in (None, "", []))
        begin = name if name in self.fields else next(empty, "")
        if begin:
            self.fields[begin].widget.attrs["autofocus"] = True

    def clean(self):
        """Read every question, gathering what is unclear."""
        cleaned = super().clean()
        for question in self.questions:
            if any(name in self.errors for name in question.fields()):
                continue
            try:
                self.page[question.code] = self._answer(question, cleaned)
            except Unclear as error:
                self.add_error(error.field, str(error))
        return cleaned

    def _answer(self, question, cleaned):
        rest = "" if question.alone else cleaned.get(REST)
        try:
            return question.answer(cleaned)
        except Open:
            if not rest:
                raise
            return question.denied(cleaned) if rest == NO_TO_REST else question.undecided(cleaned)

    def refuse(self, faults):
        """Show the engine's faults at the questions they name; one that names another page leads there."""
        codes = {question.code for question in self.questions}
        for fault in faults:
            if fault.place in codes:
                self.add_error(fault.place, fault.text)
            else:
                self.elsewhere.append(
                    {"code": fault.place, "question": fault.text, "text": "", "topic": self._topic(fault.place)}
                )

    def _topic(self, code):
        fact = self.questions[0].book.facts.get(code)
        return fact.topic if fact else ""

    def faults(self):
        """List every fault with the question it belongs to and the field to mend it in, in the order of the page."""
        if not self.is_bound:
            return []
        here = [
            {
                "code": question.code,
                "anchor": _anchor(self[name]),
                "question": question.fact.text,
                "text": str(error),
                "topic": "",
            }
            for question in self.questions
            for name in question.fields()
            for error in self.errors.get(name, ())
        ]
        return [*self.elsewhere, *here]


def _filled(questions, known):
    filled = {}
    for question in questions:
        if question.code in known:
            filled |= question.initial(known[question.code])
        elif question.unit:
            filled[f"{question.code}__unit"] = question.unit
    return filled


def _rest(numbers):
    no = _("No, none or normal; open numbers are not known") if numbers else _("No, none or normal")
    return [(NO_TO_REST, no), (REST_NOT_KNOWN, NOT_KNOWN_WORDS)]


def _anchor(field):
    # Radio buttons and boxes have no field of their own: the first of them is where to begin.
    return field.id_for_label or f"{field.auto_id}_0"


def posted(data):
    """Give posted values by the names of the fields."""
    return {name.removeprefix(f"{PREFIX}-"): value for name, value in data.items()}
