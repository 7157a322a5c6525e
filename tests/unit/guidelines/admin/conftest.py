"""The made-up guideline on an editor's desk."""

import pytest

from tests.factories import guideline


@pytest.fixture
def hiccups(db):
    return guideline.make()


@pytest.fixture
def desk(client, editor, hiccups):
    """The browser of an editor, with the made-up guideline in the working copy."""
    client.force_login(editor)
    return client
