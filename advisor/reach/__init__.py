"""Reach: what past consultations say about content, and what new content says about past consultations."""

from .alarm import Alarm, Band, Watch, watch
from .exemplar import consulted, proposal
from .overview import Due, Overview, due, overview
from .recall import Finding, recalls, waiting
from .reception import Received, Reception, received
from .settlement import Nothing, settle
from .standing import Standing, standing
from .survey import State, Survey
from .task import Task, tasks


__all__ = [
    "Alarm",
    "Band",
    "Due",
    "Finding",
    "Nothing",
    "Overview",
    "Received",
    "Reception",
    "Standing",
    "State",
    "Survey",
    "Task",
    "Watch",
    "consulted",
    "due",
    "overview",
    "proposal",
    "recalls",
    "received",
    "settle",
    "standing",
    "tasks",
    "waiting",
    "watch",
]
