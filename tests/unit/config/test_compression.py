"""What travels: pages compressed for whoever can read that, each padded by chance, so that a length betrays no secret."""

import gzip

import pytest


pytestmark = pytest.mark.django_db
ACCEPTED = {"HTTP_ACCEPT_ENCODING": "gzip"}


def test_a_page_is_compressed_for_whoever_accepts_it(client):
    plain, packed = client.get("/accounts/login/"), client.get("/accounts/login/", **ACCEPTED)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.content) < len(plain.content) / 2
    assert b"Sign in" in gzip.decompress(packed.content)


def test_the_length_of_one_page_varies_by_chance(client):
    lengths = {len(client.get("/accounts/login/", **ACCEPTED).content) for _ in range(12)}
    assert max(lengths) - min(lengths) > 5, "BREACH: the same page must not always have the same length"


def test_nothing_is_compressed_for_whoever_does_not(client):
    assert "Content-Encoding" not in client.get("/accounts/login/").headers
