"""What clinicians did: consultations, the alerts and the recalls they acknowledged."""

from .acknowledgement import Acknowledgement
from .consultation import Consultation
from .recall import Recall


__all__ = ["Acknowledgement", "Consultation", "Recall"]
