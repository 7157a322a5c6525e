"""Difference: what one edition says otherwise than another, by clinical meaning, the weightiest first."""

from .change import Change, approvals_needed, grouped
from .comparison import difference
from .concern import drugs_changed


__all__ = ["Change", "approvals_needed", "difference", "drugs_changed", "grouped"]
