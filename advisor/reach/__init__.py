"""Reach: what past consultations say about content, and what new content says about past consultations."""

from .exemplar import consulted, proposal
from .recall import Finding, recalls, waiting
from .standing import Standing, standing
from .survey import State, Survey


__all__ = ["Finding", "Standing", "State", "Survey", "consulted", "proposal", "recalls", "standing", "waiting"]
