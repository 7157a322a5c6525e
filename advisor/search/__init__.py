"""Search: everything that an edition says, found by words, also misspelt ones, each hit with the place where it stands."""

from .finding import Found, Group, Hit, find, hints
from .name import called
from .passage import Passage, passages


__all__ = ["Found", "Group", "Hit", "Passage", "called", "find", "hints", "passages"]
