"""A selection: some questions of any topics on one page, of which those not answered before may be left open."""

from django.utils.translation import gettext as _

from .question import Open
from .topic import Topic


LEFT = object()


class Selection(Topic):
    """Questions side by side. `page` holds what was answered; an earlier answer may be changed, but not just cleared."""

    sweeps = False

    def __init__(self, questions, known, data=None, typed=None):
        self.known = known
        super().__init__(questions, known, data, typed)

    def clean(self):
        """Read every question, and leave out what was left open."""
        cleaned = super().clean()
        self.page = {code: answer for code, answer in self.page.items() if answer is not LEFT}
        return cleaned

    def says_something(self):
        """Say whether anything was answered; where nothing was, that is a fault to be shown."""
        if not self.page:
            self.elsewhere.append({"code": "", "text": _("Answer at least one of these."), "topic": ""})
        return bool(self.page)

    def _answer(self, question, cleaned):
        try:
            return question.answer(cleaned)
        except Open:
            if question.code in self.known or cleaned.get(question.code):
                raise
            return LEFT
