"""What every test may ask for: a user per role, a fresh database, and no network beyond this machine.

The engine's tests run without Django, so nothing here imports it before a fixture is asked for.
"""

import pytest

from tests.absence import (  # noqa: F401 - pytest finds hooks by their names
    pytest_collection_modifyitems,
    pytest_sessionfinish,
    pytest_terminal_summary,
    pytest_testnodedown,
)
from tests.memory import pytest_collection_finish  # noqa: F401
from tests.network import _no_network  # noqa: F401


@pytest.fixture
def clinician(db):
    from tests.factories import user

    return user.Clinician()


@pytest.fixture
def editor(db):
    from tests.factories import user

    return user.Editor()


@pytest.fixture
def reviewer(db):
    from tests.factories import user

    return user.Reviewer()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, django_db_modify_db_settings):
    """Make the test database whenever it is asked for; the plugin's own looks only for tests that use `db`."""
    from django.test.utils import setup_databases, teardown_databases

    from tests import databases

    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
        yield
        databases.end_other_sessions()
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def migrated(django_db_setup, django_db_blocker, tmp_path_factory):
    """The name of a migrated, empty database to make copies of."""
    from tests import databases

    with django_db_blocker.unblock():
        name = databases.duplicate(tmp_path_factory.mktemp("migrated"))
        yield name
        databases.drop(name)


@pytest.fixture
def fresh_database(migrated, django_db_blocker, tmp_path):
    """A copy of the migrated database for tests of real transactions; do not combine it with `db`."""
    from tests import databases

    with django_db_blocker.unblock(), databases.copy_of(migrated, tmp_path) as name:
        yield name
