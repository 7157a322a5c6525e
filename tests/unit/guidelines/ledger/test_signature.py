"""Signatures: a head is signed where the deployment has a key, and anybody with the public key can check it."""

import pytest

from guidelines import ledger
from guidelines.engine import canonical
from guidelines.ledger import head, signature, verification
from guidelines.ledger.check_ledger import Bad
from tests.factories.edition import NOW
from tests.unit.guidelines import tampering


pytestmark = pytest.mark.django_db

KEY, OTHER = "11" * 32, "22" * 32


def content(made):
    return canonical.text(head.said(made)).encode()


def test_without_a_key_a_head_carries_no_signature(settings):
    settings.LEDGER_KEY = ""
    assert ledger.seal(at=NOW).signature == signature.public_key() == ""


def test_with_a_key_the_public_one_shows_who_made_the_head(settings):
    settings.LEDGER_KEY = KEY
    made = ledger.seal(at=NOW)
    assert signature.holds(made.signature, content(made), [signature.public_key()])
    made.at = made.at.replace(hour=1)
    assert not signature.holds(made.signature, content(made), [signature.public_key()])


def test_the_time_of_the_newest_head_cannot_be_changed_unseen_where_it_is_signed(settings):
    settings.LEDGER_KEY = KEY
    made = ledger.seal(at=NOW)
    tampering.change(made, at=NOW.replace(hour=1))
    with pytest.raises(Bad, match="head 1 was not signed with a key"):
        verification.verify(at=NOW)


def test_a_head_that_lost_its_signature_is_named(settings):
    settings.LEDGER_KEY = KEY
    ledger.seal(at=NOW)
    tampering.change(ledger.seal(at=NOW), signature="")
    with pytest.raises(Bad, match="head 2 is not signed, and an earlier one is"):
        verification.verify(at=NOW)


def test_heads_from_before_the_key_and_from_a_former_key_are_in_order(settings):
    settings.LEDGER_KEY = ""
    ledger.seal(at=NOW)
    settings.LEDGER_KEY = KEY
    ledger.seal(at=NOW)
    former = signature.public_key()
    settings.LEDGER_KEY = OTHER
    ledger.seal(at=NOW)
    assert verification.verify(at=NOW, keys=[former]).heads[1]["number"] == 3
    with pytest.raises(Bad, match="head 2"):
        verification.verify(at=NOW)


def test_signatures_that_nobody_checked_are_told(settings):
    settings.LEDGER_KEY = KEY
    ledger.seal(at=NOW)
    settings.LEDGER_KEY = ""
    assert verification.verify(at=NOW).odd == ["the heads are signed, and no key was given to check that"]


@pytest.mark.parametrize("key", ["", "no hex", "00"])
def test_a_key_that_is_none_shows_nothing(key):
    assert not signature.holds("00" * 64, b"", [key])
