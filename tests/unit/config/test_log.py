"""What a log line holds, and what it never does."""

import logging

import pytest
from django.test import RequestFactory

from config import log
from config.request_log import RequestMiddleware


def line_of_a_failure(message):
    try:
        raise ValueError(message)
    except ValueError as error:
        return log.without_values(logging.getLogger(), "error", {"event": "failed", "exc_info": error})


def test_a_failure_is_logged_by_its_kind_and_its_places_without_its_message():
    line = line_of_a_failure("creatinine 1.4 is not possible")
    assert line["exception"] == "ValueError"
    assert "line_of_a_failure" in line["at"][0]
    assert "1.4" not in str(line)


@pytest.mark.parametrize("exc_info", [None, False])
def test_an_ordinary_line_is_left_alone(exc_info):
    assert log.without_values(None, "info", {"event": "said", "exc_info": exc_info}) == {"event": "said"}


def test_the_address_is_logged_without_what_was_typed():
    request = RequestFactory().get("/search", {"q": "a patient of ours"})
    assert RequestMiddleware.format_request(request) == "GET /search"
