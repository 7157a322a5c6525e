"""An account per role for a demonstration, and a second reviewer; refused wherever DEBUG is off."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from advisor.accounts import roles
from advisor.accounts.models import Profession, User
from guidelines import ledger


# Who, by which name and profession, with which role; the administrator has none.
PEOPLE = (
    ("clinician@example.org", "Dr Casey Clinician", Profession.PHYSICIAN, roles.CLINICIAN),
    ("editor@example.org", "Emery Editor", Profession.PHARMACIST, roles.EDITOR),
    ("reviewer@example.org", "Dr Robin Reviewer", Profession.PHYSICIAN, roles.REVIEWER),
    # A dose is approved by two reviewers of different professions.
    ("pharmacist@example.org", "Pat Pharmacist", Profession.PHARMACIST, roles.REVIEWER),
    ("admin@example.org", "Alex Administrator", Profession.OTHER, None),
)


class Command(BaseCommand):
    """Makes the demonstration accounts, or sets them back to what is printed."""

    help = "Make an account per role, and a second reviewer, and print their pass phrases. Only where DEBUG is on."

    def handle(self, **options):
        """Make the accounts; raise CommandError where DEBUG is off."""
        if not settings.DEBUG:
            raise CommandError("Demonstration accounts have public pass phrases. They are made only with DEBUG=true.")
        for email, name, profession, role in PEOPLE:
            self.make(email, name, profession, role)
            self.stdout.write(f"  {role or 'administrator':<14}{email:<24}{pass_phrase(email)}")

    def make(self, email, name, profession, role):
        """Make or reset one account."""
        user = User.objects.filter(email=email).first() or User(email=email)
        user.name, user.profession, user.is_active = name, profession, True
        user.is_staff = role in {roles.EDITOR, roles.REVIEWER, None}
        user.is_superuser = role is None
        user.set_password(pass_phrase(email))
        with transaction.atomic():
            user.save()
            if role:
                roles.assign(user, role)
            detail = {"role": role or "administrator"}
            ledger.append("demonstration account", by=None, subject=f"user {user.pk}", detail=detail, at=timezone.now())


def pass_phrase(email):
    """Return the demonstration pass phrase of an account."""
    return f"only for the demo: {email.partition('@')[0]}"
