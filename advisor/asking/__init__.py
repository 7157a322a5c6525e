"""Asking: a question in a clinician's words, answered only with what stands in an edition, or declined."""

from .answer import About, Answer, ask
from .page import blank, of
from .speech import LONGEST, Unaskable


__all__ = ["LONGEST", "About", "Answer", "Unaskable", "ask", "blank", "of"]
