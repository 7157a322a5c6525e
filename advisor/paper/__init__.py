"""Paper: a consultation as it leaves the screen: printed, as PDF, as plain text; from one sheet, in the same words."""

from .handout import contacts
from .issue import Issued, Unissued, issue, leaflet, leaflet_pdf, pdf, text


__all__ = ["Issued", "Unissued", "contacts", "issue", "leaflet", "leaflet_pdf", "pdf", "text"]
