"""Questions: how one fact is asked on a page, and how what was typed becomes its answer."""

from django.utils.translation import gettext_lazy as _


NOT_KNOWN = "not-known"
# What a page of questions can say of everything that was left open on it, in one go.
NO_TO_REST, REST_NOT_KNOWN = "no", NOT_KNOWN
NOT_KNOWN_WORDS = _("Not known")


class Unclear(Exception):
    """What was typed is no answer; the message says what to do, `field` where."""

    def __init__(self, field, message):
        super().__init__(message)
        self.field = field


class Open(Unclear):
    """Nothing was said, or not whether that is all; what is said of the rest of the page may answer it."""


class Question:
    """What every kind of question shares.

    A kind adds `fields()` (the first bears the fact's code), `initial(answer)` (what the fields held),
    `answer(cleaned)`, which reads them again as an answer, null for not known, or raises Unclear, and `denied(cleaned)`,
    the answer where everything left open is said to be no, none or normal. `decides` says in words what hangs on the
    answer; a question that stands `alone` is not answered by what is said of the rest of its page.
    """

    template = ""
    # Whether it stands in one line beside its words; whether no, none or normal is among its answers.
    short = deniable = False
    # Whether it takes so little room that it may stand within another page.
    brief = True

    def __init__(self, fact, book, *, unit="", decides=(), alone=False):
        self.fact = fact
        self.code = fact.code
        self.book = book
        self.unit = unit or fact.unit
        self.decides = decides
        self.alone = alone

    def reads(self, posted):
        """Take note of what was posted before the fields are made."""

    def denied(self, cleaned):
        """Give the answer where what was left open is said to be no, none or normal: here there is none, so not known."""
        return

    def undecided(self, cleaned):
        """Give the answer where what was left open is said to be not known."""
        return

    def parts(self, form):
        """Give what the kind's template shows, beside the fact's own words."""
        return {"field": form[self.code]}

    def shown(self, form):
        """Give everything the page shows of this question, as plain values and bound fields."""
        names = [name for name in self.fields() if form.is_bound and name in form.errors]
        errors = [{"id": f"{form[name].auto_id}_error", "text": " ".join(form.errors[name])} for name in names]
        return {
            "code": self.code,
            "text": self.fact.text,
            "why": self.fact.why,
            "decides": self.decides,
            "alone": self.alone,
            "short": self.short,
            "errors": errors,
            "template": self.template,
            **self.parts(form),
        }
