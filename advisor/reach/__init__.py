"""Reach: what past consultations say about content, and what new content says about past consultations."""

from .exemplar import consulted, proposal
from .recall import Finding, recalls, waiting
from .survey import State, Survey


__all__ = ["Finding", "State", "Survey", "consulted", "proposal", "recalls", "waiting"]
