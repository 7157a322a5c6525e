"""The difference of advice on the command line: who would be advised otherwise by an edition than by the one it replaces."""

import sys
from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from advisor import reach
from guidelines import library


BAR = 40


class Command(BaseCommand):
    """Compare an edition with the one it replaces on cases, a grid of patients, and recent consultations."""

    help = (
        "Prints which patients would be advised otherwise by an edition than by the one it replaces, the worst first."
    )

    def add_arguments(self, parser):
        """Take the guideline, the edition, and how far to look back."""
        parser.add_argument("guideline", help="its slug")
        parser.add_argument("edition", type=int, help="its number")
        parser.add_argument("--months", type=int, default=12, help="compare the consultations of so many months")

    def handle(self, *, guideline, edition, months, **_):
        """Print every pattern with its counts, with a progress bar on a terminal."""
        try:
            after, before = library.edition(guideline, edition), library.before(guideline, edition)
        except library.Absent as error:
            raise CommandError(str(error), returncode=2) from error
        if before is None:
            raise CommandError(
                f"Edition {edition} is the first of {guideline}; there is nothing to compare.", returncode=2
            )
        survey = reach.Survey(before, after, since=timezone.now() - timedelta(days=30 * months))
        state = survey.begin()
        for each in survey.advance(state):
            self.progress(each)
        for line in told(state):
            self.stdout.write(line)

    def progress(self, state):
        """Draw the bar where somebody watches."""
        if self.stderr.isatty() and (state.done % 20 == 0 or state.complete):
            filled = BAR * state.done // max(state.total, 1)
            end = "\n" if state.complete else ""
            sys.stderr.write(f"\r[{'#' * filled:<{BAR}}] {state.done} of {state.total}{end}")


def told(state):
    """Yield what a survey found, a line each."""
    patterns = state.patterns()
    yield f"{state.done} compared; {len(patterns)} patterns of change."
    for pattern in patterns:
        counts = f"{pattern['cases']} cases, {pattern['squares']} of the grid, {pattern['consultations']} consultations"
        yield f"{pattern['kind']}: {counts}"
        for change in pattern["changes"]:
            yield f"  {change['text']}"
            yield from (f"    {why}" for why in change["why"])
        yield from (f"  for example: {example}" for example in pattern["examples"])
