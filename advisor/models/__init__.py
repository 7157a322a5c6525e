"""What clinicians do: drafts, consultations, the alerts and recalls they acknowledged, and what they said they did."""

from .acknowledgement import Acknowledgement
from .consultation import Consultation
from .draft import Draft
from .recall import Recall
from .response import Deed, Departure, Response


__all__ = ["Acknowledgement", "Consultation", "Deed", "Departure", "Draft", "Recall", "Response"]
