"""The order of a page: every reader gets the same content, each what they need first, and more or less of it open."""

import pytest

from advisor.accounts.models import Reader
from advisor.article import content, order
from tests import library


READERS = pytest.mark.parametrize("reader", Reader.values)


def laid(reader):
    return order.article(content.of(library.shipped()), reader)


def treated(reader, code="duloxetine"):
    return order.treatment(content.treatment(library.shipped(), code), reader)


def opened(parts):
    return {part["code"] for part in parts if part["open"]}


@READERS
def test_every_reader_gets_every_part(reader):
    assert {part["code"] for part in laid(reader)} == {part["code"] for part in laid(Reader.CLINICIAN)}
    assert {part["code"] for part in treated(reader)} == {part["code"] for part in treated(Reader.CLINICIAN)}


@READERS
def test_the_sections_keep_the_order_of_the_article(reader):
    told = [part["code"] for part in laid(reader) if part["kind"] == order.SECTIONS]
    assert told[:3] == ["first_line", "alternatives", "topical"]
    assert told.index("prevention") < told.index("not_recommended") < told.index("pitfalls")


def test_a_clinician_gets_the_shortest_way():
    assert opened(laid(Reader.CLINICIAN)) == {"bottom_line"}
    assert opened(treated(Reader.CLINICIAN)) == {"places", "doses"}


def test_a_pharmacist_or_nurse_gets_interactions_bands_and_monitoring_first():
    assert [part["code"] for part in treated(Reader.PHARMACIST)][:3] == ["interactions", "doses", "monitoring"]
    assert {"interactions", "doses", "monitoring"} <= opened(treated(Reader.PHARMACIST))
    assert laid(Reader.PHARMACIST)[1]["code"] == "drugs"


def test_a_student_gets_the_evidence_open():
    assert {"effects", "positions"} <= opened(treated(Reader.STUDENT))
    assert {"first_line", "pitfalls", "disagreements"} <= opened(laid(Reader.STUDENT))


def test_a_part_with_nothing_in_it_is_left_out():
    assert "doses" not in [part["code"] for part in treated(Reader.CLINICIAN, "observation")]
