"""The command that forgets paused consultations that are too old."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from advisor import wizard


class Command(BaseCommand):
    """Remove drafts that nobody worked on for 14 days; starting a consultation does so too."""

    help = "Removes paused consultations on which nobody worked for 14 days (starting a consultation does so too)."

    def handle(self, **_):
        """Forget, and say how many."""
        count = wizard.forget(at=timezone.now())
        self.stdout.write(f"{count} draft{'' if count == 1 else 's'} removed.")
