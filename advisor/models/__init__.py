"""What clinicians do: drafts, consultations, what they acknowledged and said they did; and what editors made of that."""

from .acknowledgement import Acknowledgement
from .consultation import Consultation
from .draft import Draft
from .recall import Recall
from .response import Deed, Departure, Response
from .settlement import Matter, Settled, Settlement


__all__ = [
    "Acknowledgement",
    "Consultation",
    "Deed",
    "Departure",
    "Draft",
    "Matter",
    "Recall",
    "Response",
    "Settled",
    "Settlement",
]
