"""The command that fills the working copy from a package, and submits it if asked to."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from guidelines import packages, review, working_copy
from guidelines.engine import document


REFUSALS = (packages.Unreadable, packages.Differs, document.Unreadable, working_copy.Conflict, review.Refused)


class Command(BaseCommand):
    """Load a package; publish nothing."""

    help = "Fills the working copy from a package (docs/package-format.md). Nothing is published."

    def add_arguments(self, parser):
        """Say what the command takes."""
        parser.add_argument("path", help="the folder with the .toml files")
        parser.add_argument("--replace", action="store_true", help="put the package in the place of what is there")
        parser.add_argument("--submit", action="store_true", help="freeze it as the next edition, for review")
        parser.add_argument("--by", metavar="EMAIL", help="who loads and submits it")

    def handle(self, *, path, replace, submit, by, **_):
        """Load, submit, and say what happened; raise CommandError with a sentence for what cannot be."""
        if submit and not by:
            raise CommandError("--submit needs --by EMAIL: an edition says who submitted it.", returncode=2)
        user, now = person(by), timezone.now()
        try:
            with transaction.atomic():
                loaded = packages.load(path, by=user, at=now, replace=replace)
                submitted = self.submitted(loaded.guideline, user, now) if submit else ""
        except REFUSALS as refusal:
            raise CommandError(str(refusal), returncode=2) from None
        slug = loaded.guideline.pk
        self.stdout.write(f"{slug}: loaded." if loaded.changed else f"{slug}: already there, nothing changed.")
        if submitted:
            self.stdout.write(submitted)

    def submitted(self, guideline, user, now):
        """Submit the guideline and say as what; an unchanged one is no error, because set-up runs again and again."""
        try:
            edition = review.submit(guideline, by=user, at=now)
        except review.Unchanged as unchanged:
            return str(unchanged)
        return f"{guideline.pk}: submitted as edition {edition.number}, SHA-256 {edition.sha256}."


def person(email):
    """Return the user with this e-mail, or None for none; raise CommandError where there is no such user."""
    users = get_user_model()
    try:
        return users.objects.get_by_natural_key(email) if email else None
    except users.DoesNotExist:
        raise CommandError(f"--by: there is no user with the e-mail {email}.", returncode=2) from None
