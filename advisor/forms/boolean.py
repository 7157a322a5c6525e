"""Questions answered yes, no or not known."""

from django.utils.translation import gettext_lazy as _

from .choice import Choice
from .question import NOT_KNOWN, NOT_KNOWN_WORDS


YES, NO = "yes", "no"


class Boolean(Choice):
    """Yes, no or not known."""

    short = deniable = True

    def options(self):
        """List the three answers."""
        return [(YES, _("Yes")), (NO, _("No")), (NOT_KNOWN, NOT_KNOWN_WORDS)]

    def initial(self, answer):
        """Tick what was answered."""
        return {self.code: {True: YES, False: NO}.get(answer, NOT_KNOWN)}

    def answer(self, cleaned):
        """Read yes as true, no as false, not known as null. Raises Unclear where nothing is chosen."""
        chosen = super().answer(cleaned)
        return None if chosen is None else chosen == YES

    def denied(self, cleaned):
        """Read it as no."""
        return False
