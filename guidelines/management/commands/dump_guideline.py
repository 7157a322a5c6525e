"""The command that writes a working copy as a package."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from guidelines import ledger, packages
from guidelines.models import Guideline


class Command(BaseCommand):
    """Write a guideline as a folder of text files."""

    help = "Writes the working copy of a guideline as a package, a file a section."

    def add_arguments(self, parser):
        """Say what the command takes."""
        parser.add_argument("slug", help="the short name of the guideline")
        parser.add_argument("path", help="the folder to write to")

    def handle(self, *, slug, path, **_):
        """Write the package; raise CommandError where there is no such guideline or the folder cannot take it."""
        try:
            with transaction.atomic():
                guideline = Guideline.objects.get(pk=slug)
                ledger.append("export", by=None, subject=slug, at=timezone.now())
                packages.dump(guideline, path)
        except Guideline.DoesNotExist:
            known = ", ".join(Guideline.objects.values_list("pk", flat=True)) or "none"
            raise CommandError(f"There is no guideline {slug}. Loaded: {known}.", returncode=2) from None
        except packages.Unreadable as refusal:
            raise CommandError(str(refusal), returncode=2) from None
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.", returncode=2) from None
        self.stdout.write(f"{slug}: written to {path}.")
