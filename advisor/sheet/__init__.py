"""The sheet: an advice as the plain values that page, print and paper show, in the words that they show."""

from .consultation import row
from .page import of
from .preview import preview
from .recall import recall
from .standing import standing
from .status import banner


__all__ = ["banner", "of", "preview", "recall", "row", "standing"]
