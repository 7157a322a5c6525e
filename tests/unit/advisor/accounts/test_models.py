"""Users: one per e-mail, whatever its capitals."""

import pytest
from django.db import IntegrityError, transaction

from advisor.accounts.models import User


pytestmark = pytest.mark.django_db


def test_an_email_is_kept_in_small_letters():
    assert User.objects.create_user("Ann@Example.ORG", name="Ann").email == "ann@example.org"


def test_the_database_refuses_a_second_account_for_an_email():
    User.objects.create_user("ann@example.org", name="Ann")
    other = User.objects.create_user("other@example.org", name="Other")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=other.pk).update(email="ANN@example.org")


def test_a_user_is_found_whatever_the_capitals():
    ann = User.objects.create_user("ann@example.org", name="Ann")
    assert User.objects.get_by_natural_key("ANN@example.org") == ann


def test_a_user_needs_an_email():
    with pytest.raises(ValueError, match="needs an e-mail"):
        User.objects.create_user("")
