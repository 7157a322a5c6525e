"""Chromium, a served product on a database of its own, and a page for each role."""

import os

import pytest
from playwright.sync_api import expect

from tests import databases
from tests.absence import CHROMIUM
from tests.browser import server, visit


# Playwright keeps an event loop in the test's thread; the tests themselves are not asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# Two browsers on two cores that are busy: five seconds are too few for a page there.
expect.set_options(timeout=15_000)

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
QUIETER = ("--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions")


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {"executable_path": str(CHROMIUM), "args": [*QUIET, *QUIETER]}


@pytest.fixture(scope="session")
def stocked(migrated, django_db_blocker, tmp_path_factory):
    """The name of a database with a user of every role, to make copies of."""
    with django_db_blocker.unblock():
        with databases.pointed_at(migrated):
            name = databases.duplicate(tmp_path_factory.mktemp("stocked"))
        with databases.pointed_at(name):
            visit.stock()
        yield name
        databases.drop(name)


@pytest.fixture
def served(stocked, django_db_blocker, tmp_path):
    """The address of the product, served by a thread on a fresh copy of the stocked database."""
    with django_db_blocker.unblock(), databases.copy_of(stocked, tmp_path), server.serving() as address:
        yield address


@pytest.fixture
def browse(served, browser):
    """Open a page: browse("clinician") is signed in; further arguments are Playwright's for a context."""
    faults, contexts = [], []

    def open_page(role=None, **options):
        # What fades from one colour to another is not waited for.
        context = browser.new_context(**{"base_url": served, "reduced_motion": "reduce"} | options)
        contexts.append(context)
        if role:
            context.add_cookies([visit.session_cookie(served, role)])
        page = context.new_page()
        page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request", lambda asked: faults.append(f"left for {asked.url}") if visit.leaves(asked.url, served) else None
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults
