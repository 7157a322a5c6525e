"""What clinicians did: consultations, the alerts and recalls they acknowledged, and what they said they did about them."""

from .acknowledgement import Acknowledgement
from .consultation import Consultation
from .recall import Recall
from .response import Deed, Departure, Response


__all__ = ["Acknowledgement", "Consultation", "Deed", "Departure", "Recall", "Response"]
