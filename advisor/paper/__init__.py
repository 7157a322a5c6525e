"""Paper: a consultation as it leaves the screen: printed, as PDF, as plain text; from one sheet, in the same words."""

from .issue import Issued, Unissued, issue, pdf, text


__all__ = ["Issued", "Unissued", "issue", "pdf", "text"]
