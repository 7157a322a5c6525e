"""What the journeys share: a submitted guideline, and a clinician at its wizard."""

import pytest

from tests import bedside
from tests.factories import user
from tests.journeys.clinician import Clinician


@pytest.fixture
def edition(db):
    return bedside.edition()


@pytest.fixture
def at_the_bedside(client, clinician, edition):
    """A signed-in clinician who can walk through the wizard."""
    client.force_login(clinician)
    return Clinician(client, bedside.book(), "hiccups")


@pytest.fixture
def colleague(db):
    return user.Clinician()
