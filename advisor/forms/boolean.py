"""Questions answered yes, no or not known."""

from .choice import Choice
from .question import NOT_KNOWN


YES, NO = "yes", "no"


class Boolean(Choice):
    """Yes, no or not known."""

    def options(self):
        """List the three answers."""
        return [(YES, "Yes"), (NO, "No"), (NOT_KNOWN, "Not known")]

    def initial(self, answer):
        """Tick what was answered."""
        return {self.code: {True: YES, False: NO}.get(answer, NOT_KNOWN)}

    def answer(self, cleaned):
        """Read yes as true, no as false, not known as null. Raises Unclear where nothing is chosen."""
        chosen = super().answer(cleaned)
        return None if chosen is None else chosen == YES
