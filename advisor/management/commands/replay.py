"""Replay: every recorded advice derived again from its edition, and the digests compared."""

import sys

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from advisor import record
from advisor.models import Consultation
from guidelines import library


class Command(BaseCommand):
    """Derive recorded advice again and compare."""

    help = "Derive recorded advice again from its edition and compare the digests; ends with 1 where one differs."

    def add_arguments(self, parser):
        """Take the consultations to replay."""
        parser.add_argument("ids", nargs="*", metavar="ID", help="consultations to replay")
        parser.add_argument("--all", action="store_true", help="every consultation on record")

    def handle(self, *, ids, **options):
        """Print each difference and the counts."""
        if bool(ids) == options["all"]:
            raise CommandError("Name consultations by their ID, or give --all.", returncode=2)
        same = different = 0
        for found in _chosen(ids).iterator(chunk_size=200):
            said = _difference(found)
            same, different = (same, different + 1) if said else (same + 1, different)
            if said:
                self.stdout.write(f"{found.pk}: {said}")
        self.stdout.write(f"{same + different} replayed: {same} the same, {different} different.")
        if different:
            sys.exit(1)


def _chosen(ids):
    chosen = Consultation.objects.order_by("consulted_at")
    if not ids:
        return chosen
    try:
        found = chosen.filter(pk__in=ids)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages), returncode=2) from error
    lacking = set(ids) - {str(pk) for pk in found.values_list("pk", flat=True)}
    if lacking:
        raise CommandError(f"There is no consultation {', '.join(sorted(lacking))}.", returncode=2)
    return found


def _difference(found):
    try:
        digest = record.replayed(found)
    except (library.Absent, ValueError, KeyError) as error:
        return f"cannot be derived again: {error}"
    return "" if digest == found.advice_digest else f"recorded {found.advice_digest}, now {digest}"
