"""The sheet: an advice as the plain values that page, print and paper show, in the words that they show."""

from .argument import argued, listed
from .aside import answered, beside, cited, named
from .calendar import of as calendar
from .column import comparable, side_by_side
from .consultation import row, telling
from .contrast import contrast
from .leaflet import Unoffered, choices, leaflet
from .page import of
from .preview import preview
from .recall import recall
from .reception import receptions
from .standing import standing
from .status import banner
from .turning import turning


__all__ = [
    "Unoffered",
    "answered",
    "argued",
    "banner",
    "beside",
    "calendar",
    "choices",
    "cited",
    "comparable",
    "contrast",
    "leaflet",
    "listed",
    "named",
    "of",
    "preview",
    "recall",
    "receptions",
    "row",
    "side_by_side",
    "standing",
    "telling",
    "turning",
]
