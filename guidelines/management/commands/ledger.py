"""The command for the ledger: seal what is new, write an export for outsiders, and verify every hash."""

import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from guidelines import ledger
from guidelines.ledger import check_ledger, export, verification


SHOWN = 20
CHECKER = Path(check_ledger.__file__)


class Command(BaseCommand):
    """Seal, export or verify the ledger."""

    help = "Seals the ledger's new entries, exports it for outsiders, or verifies it (docs/ledger.md)."

    def add_arguments(self, parser):
        """Say what the command takes."""
        does = parser.add_subparsers(dest="action", required=True, metavar="seal|export|verify")
        seal = does.add_parser("seal", help="take a tree head over what is new; also where nothing is")
        seal.add_argument("--every", type=int, metavar="SECONDS", help="again and again, until stopped")
        copy = does.add_parser("export", help="write the whole ledger as lines of JSON")
        copy.add_argument("path", help="a file that does not exist yet, or - for standard output")
        verify = does.add_parser("verify", help="work out every hash again; exit 1 naming the first that is wrong")
        verify.add_argument("--head", "--leaf", dest="kept", action="append", default=[], metavar="SIZE:ROOT|HASH")
        verify.add_argument("--key", dest="keys", action="append", default=[], help="a public key used before")
        verify.add_argument("--strict", action="store_true", help="exit 1 also for what is merely odd")

    def handle(self, *, action, **options):
        """Do what was asked; raise CommandError with a sentence for what cannot be."""
        {"seal": self.seal, "export": self.export, "verify": self.verify}[action](**options)

    def seal(self, *, every, **_):
        """Seal once, or on a schedule that nothing but a stop ends."""
        if every is None:
            return self.sealed()
        if every < 1:
            raise CommandError("--every needs a number of seconds from 1.", returncode=2)
        while True:
            try:
                close_old_connections()
                self.sealed()
            except DatabaseError as error:
                self.stderr.write(f"Not sealed, trying again in {every} s: {error}")
            time.sleep(every)

    def sealed(self):
        """Seal everything that is new and print each head, so that this output is a copy kept elsewhere."""
        now, before = timezone.now(), ledger.newest()
        if before and now < before.at:
            self.stderr.write(f"The clock went back: head {before.number} is dated {before.at:%Y-%m-%d %H:%M:%S} UTC.")
        made = None
        try:
            for made in ledger.seal_all(at=now):
                self.stdout.write(f"Head {made.number}: {made} ({made.at.isoformat(timespec='seconds')})")
                self.stdout.flush()
        except ledger.Broken as broken:
            raise CommandError(str(broken), returncode=1) from None
        if made is None:
            self.stderr.write("Somebody else is sealing; nothing to do.")

    def export(self, *, path, **_):
        """Write an export; the act is entered first, and stands in it as not yet sealed."""
        ledger.append("export", by=None, subject="ledger", at=timezone.now())
        if path == "-":
            for line in export.lines(at=timezone.now()):
                self.stdout.write(line.decode(), ending="")
            return
        try:
            written(Path(path))
        except FileExistsError:
            raise CommandError(
                f"{path} exists already. An export is evidence: choose a new name.", returncode=2
            ) from None
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.", returncode=2) from None
        self.stdout.write(f"Written to {path}. Check it anywhere with: python3 {CHECKER.name} {path} ({CHECKER})")

    def verify(self, *, kept, keys, strict, **_):
        """Verify the ledger and say what was found; raise CommandError naming the first thing that is wrong."""
        try:
            read = verification.verify(at=timezone.now(), kept=kept, keys=keys)
        except check_ledger.Bad as bad:
            raise CommandError(f"Not in order: {bad}.", returncode=1) from None
        for odd in read.odd[:SHOWN]:
            self.stdout.write(f"Odd: {odd}.")
        heads, odd = read.heads[1]["number"], len(read.odd)
        self.stdout.write(f"In order: {read.size} entries under {heads} heads, {read.tail} not yet sealed, {odd} odd.")
        if strict and read.odd:
            raise CommandError("Something is odd.", returncode=1)


def written(path):
    """Write an export to a new file, whole or not at all. Raises OSError."""
    with path.open("xb") as file:
        try:
            file.writelines(export.lines(at=timezone.now()))
        except BaseException:
            path.unlink()
            raise
