"""What this machine lacks: the tests that did not run here, and what to install to run them."""

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest


CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
VENDOR = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"
LEFT_OUT = pytest.StashKey[dict]()


def has_postgresql():
    """Tell whether the tests run on PostgreSQL or a server could be started here."""
    installed = shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return VENDOR == "postgresql" or bool(installed)


def pytest_collection_modifyitems(config, items):
    """Take out what cannot run here, and remember why."""
    kept, left_out = [], []
    for item in items:
        (left_out if why_not(item) else kept).append(item)
    config.stash[LEFT_OUT] = Counter(why_not(item) for item in left_out)
    items[:] = kept
    config.hook.pytest_deselected(items=left_out)


def why_not(item):
    """Return why a test cannot run here, or nothing."""
    if "browser" in item.path.parts and not CHROMIUM.exists():
        return f"they need Chromium at {CHROMIUM}: apt-get install chromium, or set CHROMIUM to its path"
    marker = item.get_closest_marker("only_on")
    if marker and marker.args[0] != VENDOR:
        return f"they are about {marker.args[0]}, and DATABASE_URL names {VENDOR}"
    return None


def absent(config):
    """Return what is missing on this machine, a sentence each."""
    sentences = [
        f"{count} tests did not run, because {reason}."
        for reason, count in config.stash.get(LEFT_OUT, {}).items()
        if reason.startswith("they need")
    ]
    if not has_postgresql() and not config.pluginmanager.is_blocked("django"):
        sentences.append("Nothing ran on PostgreSQL, because it is not installed: apt-get install postgresql.")
    return sentences


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Take over what was left out where several processes share the tests: each of them collected them all."""
    node.config.stash.setdefault(LEFT_OUT, getattr(node, "workeroutput", {}).get("left_out", {}))


def pytest_sessionfinish(session):
    """Fail where CI runs on a machine that lacks something."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = dict(session.config.stash.get(LEFT_OUT, {}))
    elif os.environ.get("CI") == "true" and absent(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    """Say at the end what did not run, and what to install."""
    for sentence in absent(config):
        terminalreporter.write_line(f"NOT RUN: {sentence}", yellow=True)
    for reason, count in config.stash.get(LEFT_OUT, {}).items():
        if not reason.startswith("they need"):
            terminalreporter.write_line(f"Left to the other run: {count} tests; {reason}.")
    if VENDOR == "sqlite" and has_postgresql() and not config.pluginmanager.is_blocked("django"):
        terminalreporter.write_line(
            "Ran on SQLite. On PostgreSQL: DATABASE_URL=postgres://… make test; .ci/run does both."
        )
