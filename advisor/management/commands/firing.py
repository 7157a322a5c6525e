"""The command that says how often rules fire in recent consultations, and which of them stopped."""

from datetime import UTC, datetime, time, timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from advisor import reach, sheet
from guidelines import library
from guidelines.management.commands.check_guideline import day


class Command(BaseCommand):
    """Look at the rules of one guideline or of all; exit 1 where one stopped firing."""

    help = "Prints how often each rule fires in recent consultations; exits 1 where a rule stopped firing."

    def add_arguments(self, parser):
        """Take the guideline, the weeks, and a day to look at it from."""
        parser.add_argument("guideline", nargs="?", help="its slug; all that are in use if it is left out")
        parser.add_argument("--weeks", type=_weeks, default=12, help="count the consultations of so many weeks (12)")
        parser.add_argument("--today", metavar="DATE", help="as if at the end of this day, such as 2027-11-30")

    def handle(self, *, guideline, weeks, today, **_):
        """Print every rule that fired, then every alarm."""
        at = _end(day(today)) if today else timezone.now()
        slugs = [guideline] if guideline else [one.slug for one in library.catalogue() if not one.withdrawal]
        alarms = [f"{slug}: {line}" for slug in slugs for line in self.told(slug, weeks, at)]
        for line in alarms:
            self.stdout.write(line)
        if alarms:
            raise CommandError(f"{len(alarms)} to look at: a rule stopped firing.", returncode=1)

    def told(self, slug, weeks, at):
        """Print how the rules of one guideline were received; return its alarms, a line each."""
        try:
            found = sheet.receptions(reach.overview(slug, weeks=weeks, at=at))
        except library.Absent as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(
            f"{slug}, edition {found['edition']}: {found['consultations']} consultations in {weeks} weeks."
        )
        for kind in found["kinds"]:
            for row in kind["rows"]:
                self.stdout.write(f"  {row['title']}: {', '.join(_numbers(row))}")
            if kind["silent"]:
                self.stdout.write(f"  {kind['title']} that did not fire: {len(kind['silent'])}")
        for task in found["tasks"]:
            self.stdout.write(f"  To look at: {task['rule']} {task['title']}. {task['text']}")
        return [f"{alarm['rule']} {alarm['title']}. {alarm['text']}" for alarm in found["alarms"]]


def _end(on):
    return datetime.combine(on + timedelta(days=1), time(), tzinfo=UTC)


def _numbers(row):
    yield f"fired {row['fired']}"
    yield f"followed {row['accepted']}"
    yield f"overridden {row['overridden']}"
    if row["expected"]:
        yield f"expected {row['expected']} lately and was {row['lately']}"


def _weeks(text):
    if not text.isdecimal() or not 0 < int(text) <= 520:
        raise CommandError(f"--weeks is {text}. Give a whole number from 1 to 520.", returncode=2)
    return int(text)
