"""Verifying editions: every digest is worked out again, and what was altered is named."""

import pytest

from tests.factories import edition
from tests.unit.guidelines import tampering
from tests.unit.guidelines.management.test_commands import refusal, run


pytestmark = pytest.mark.django_db

DOSE = ('"maximum":40', '"maximum":400')


def test_what_is_as_frozen_is_said_to_be_so():
    made = edition.make()
    assert run("verify_editions") == f"hiccups edition 1: as frozen, SHA-256 {made.sha256}.\n"


def test_an_altered_dose_is_named_and_exits_1():
    edition.make()
    tampering.alter(edition.make(title="Hiccups"), *DOSE)
    assert refusal("verify_editions") == (1, "Altered after they were frozen: hiccups edition 2.")


def test_altering_the_digest_too_is_found_in_the_steps():
    made = edition.make()
    tampering.alter_with_digest(made, *DOSE)
    assert refusal("verify_editions")[0] == 1


def test_it_asks_the_database_twice_however_many_there_are(django_assert_num_queries):
    for title in "abcd":
        edition.make(title=title)
    with django_assert_num_queries(2):
        run("verify_editions")
