"""The command that asks the rules of readiness of a guideline, and says everything that they find."""

from datetime import date
from itertools import groupby
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from guidelines import assembly, library, packages, readiness
from guidelines.engine import document
from guidelines.models import Guideline


class Command(BaseCommand):
    """Say what must be put right before a guideline can be submitted, and what is only marked."""

    help = (
        "Asks the rules of readiness of a guideline's working copy, of one edition, or of a package that need not be "
        "loaded. Exits 1 where something must be put right before it can be submitted."
    )

    def add_arguments(self, parser):
        """Say what the command takes."""
        parser.add_argument("guideline", nargs="?", help="its short name, or the folder of a package")
        parser.add_argument("--edition", type=int, metavar="N", help="this edition instead of the working copy")
        parser.add_argument("--today", metavar="DATE", help="as if on this day, such as 2027-11-30")
        parser.add_argument("--rules", action="store_true", help="list the rules, and ask nothing")

    def handle(self, *, guideline, edition, today, rules, **_):
        """Print every finding, errors first; raise CommandError with exit code 1 where there are any."""
        if rules:
            for rule in readiness.RULES:
                self.stdout.write(f"{rule.code} ({rule.weight}): {rule.message}")
            return
        if not guideline:
            raise CommandError("Name a guideline or the folder of a package, or ask for --rules.", returncode=2)
        on = day(today) if today else timezone.localdate()
        found = readiness.report(rulebook(guideline, edition), today=on)
        for line in told(found):
            self.stdout.write(line)
        if found.errors:
            raise CommandError(f"{counted(len(found.errors), 'error')}: not ready to be submitted.", returncode=1)
        self.stdout.write("Ready to be submitted.")


def day(text):
    """Return a date typed on the command line; raise CommandError for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"--today: {text} is no date such as 2027-11-30.", returncode=2) from None


def rulebook(name, number):
    """Return the rulebook of a package, an edition or a working copy, sound or not; raise CommandError where there is none."""
    try:
        if number is not None:
            return library.edition(name, number).compiled.rulebook
        if Path(name).is_dir():
            return readiness.opened(packages.read(name))
        return readiness.opened(assembly.assembled(Guideline.objects.get(pk=name)))
    except Guideline.DoesNotExist:
        raise CommandError(f"There is no guideline {name}, and no folder of that name.", returncode=2) from None
    except (library.Absent, document.Unreadable, packages.Unreadable) as refusal:
        raise CommandError(str(refusal), returncode=2) from None


def told(report):
    """Yield a report line by line: the errors, what could not be asked, then the marks of each rule together."""
    yield from map(str, report.errors)
    if report.unchecked:
        yield f"Not asked before this is put right: {', '.join(report.unchecked)}."
    for code, marks in groupby(report.marks, key=lambda mark: mark.code):
        same = list(marks)
        yield f"{code}: {counted(len(same), 'mark')}"
        yield from (f"  {mark}" for mark in same)
    yield f"{counted(len(report.errors), 'error')}, {counted(len(report.marks), 'mark')}."


def counted(number, noun):
    """Return a number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
