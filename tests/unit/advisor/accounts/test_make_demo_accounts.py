"""The demonstration accounts: one per role, and only for a demonstration."""

import io

import pytest
from django.core.management import CommandError, call_command

from advisor.accounts import roles
from advisor.accounts.models import User


pytestmark = pytest.mark.django_db


def made():
    printed = io.StringIO()
    call_command("make_demo_accounts", stdout=printed)
    return printed.getvalue()


def test_refused_where_debug_is_off(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG=true"):
        made()
    assert not User.objects.exists()


def test_one_account_per_role_and_the_printed_pass_phrase_opens_it(settings, client):
    settings.DEBUG = True
    lines = [line.split(maxsplit=2) for line in made().splitlines()]
    assert [role for role, _email, _phrase in lines] == [*roles.ROLES, roles.REVIEWER, "administrator"]
    assert all(client.login(email=email, password=phrase) for _role, email, phrase in lines)


def test_the_two_reviewers_can_approve_a_dose_together(settings):
    settings.DEBUG = True
    made()
    reviewers = User.objects.filter(groups__name=roles.REVIEWER)
    assert sorted(reviewers.values_list("profession", flat=True)) == ["pharmacist", "physician"]


def test_making_them_again_changes_nobody(settings):
    settings.DEBUG = True
    assert made() == made()
    assert User.objects.count() == 5
