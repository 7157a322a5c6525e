"""What a run keeps in memory to its end, such as the tests themselves: it is no garbage, and not looked through as such."""

import gc

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_finish():
    """Set aside what is there before the first test, and look through the rest less often than a long run would."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
