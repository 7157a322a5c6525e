"""Every fixed word of the engine that a page shows can be said in another language."""

from dataclasses import fields

import pytest
from django.utils import translation

from advisor.accounts.models import Profession
from guidelines import parlance, workflow
from guidelines.engine.comparison import Kind
from guidelines.engine.difference import change
from guidelines.engine.rulebook import Rulebook


def test_every_section_of_an_edition_has_a_name():
    assert set(parlance.SECTIONS) == {one.name for one in fields(Rulebook)} - {"guideline"}


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        (parlance.HEADINGS, change.HEADINGS.values()),
        (parlance.SHIFTS, [kind.value for kind in Kind]),
        (parlance.PROFESSIONS, Profession.values),
    ],
)
def test_every_word_that_a_page_shows_is_known(known, shown):
    assert set(known) == set(shown)


def test_a_state_is_said_within_a_sentence_in_the_readers_language():
    assert workflow.within(workflow.State.UNDER_REVIEW) == "under review"
    with translation.override("de"):
        assert workflow.within(workflow.State.UNDER_REVIEW) == "in Prüfung"


def test_a_status_that_is_recorded_and_compared_keeps_its_words():
    with translation.override("de"):
        assert workflow.status(workflow.State.APPROVED, intact=True) == "Approved"
