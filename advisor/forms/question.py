"""Questions: how one fact is asked on a page, and how what was typed becomes its answer."""

NOT_KNOWN = "not-known"


class Unclear(Exception):
    """What was typed is no answer; the message says what to do, `field` where."""

    def __init__(self, field, message):
        super().__init__(message)
        self.field = field


class Question:
    """What every kind of question shares.

    A kind adds `fields()` (the first bears the fact's code), `initial(answer)` (what the fields held) and
    `answer(cleaned)`, which reads them again as an answer, null for not known, or raises Unclear.
    """

    template = ""

    def __init__(self, fact, book, *, unit=""):
        self.fact = fact
        self.code = fact.code
        self.book = book
        self.unit = unit or fact.unit

    def reads(self, posted):
        """Take note of what was posted before the fields are made."""

    def parts(self, form):
        """Give what the kind's template shows, beside the fact's own words."""
        return {"field": form[self.code]}

    def shown(self, form):
        """Give everything the page shows of this question, as plain values and bound fields."""
        names = [name for name in self.fields() if name in form.errors]
        errors = [error for name in names for error in form.errors[name]] if form.is_bound else []
        return {
            "code": self.code,
            "text": self.fact.text,
            "why": self.fact.why,
            "errors": errors,
            "template": self.template,
            **self.parts(form),
        }
