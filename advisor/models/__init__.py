"""What the clinician's side records; each model is append-only."""

from .acknowledgement import Acknowledgement
from .consultation import Consultation


__all__ = ["Acknowledgement", "Consultation"]
