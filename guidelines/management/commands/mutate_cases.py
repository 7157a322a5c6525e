"""The command that plants small mistakes in a guideline, one at a time, and says which of them no case would notice."""

import os
from argparse import ArgumentTypeError
from collections import Counter
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context

from django.core.management.base import BaseCommand, CommandError

from guidelines.engine.compilation import compiled
from guidelines.engine.mutation.hunt import Failing, Fate, Hunt
from guidelines.engine.mutation.mutant import Kind
from guidelines.engine.mutation.sentence import sentences
from guidelines.management.commands.rehearse import rulebook


LEAST = 95.0


class Command(BaseCommand):
    """Try the cases of a guideline on what they are there to notice."""

    help = "Plants small mistakes in a guideline, lists those that no worked patient would notice, and exits 1 if too many."

    def add_arguments(self, parser):
        """Say what the command takes."""
        parser.add_argument("slug", help="the short name of the guideline")
        parser.add_argument("--edition", type=int, metavar="N", help="this edition instead of the working copy")
        parser.add_argument(
            "--least", type=_share, default=LEAST, metavar="PERCENT", help="the share to be caught (95)"
        )
        parser.add_argument("--jobs", type=_jobs, default=_cores(), metavar="N", help="how many at a time (every core)")

    def handle(self, *, slug, edition, least, jobs, **_):
        """Print what no case would notice and the share caught, by kind and in all."""
        book = compiled(rulebook(slug, edition))
        hunt = Hunt(book)
        try:
            with workers(hunt, jobs) as each:
                suspects = hunt.gathered(each(Hunt.suspects, ((at,) for at in range(len(hunt.cases)))))
                fates = list(self.counted(len(suspects), each(Hunt.fate, enumerate(suspects))))
        except Failing as failing:
            raise CommandError(f"{failing}\nA case fails already; rehearse and mend it first.", returncode=1) from None
        survivors = [mutant for mutant, fate in zip(hunt.mutants, fates, strict=True) if fate is Fate.SURVIVED]
        for mutant, sentence in zip(survivors, sentences(book, survivors), strict=True):
            self.stdout.write(f"{mutant.code}\n    {sentence}")
        share = self.report(hunt.mutants, fates)
        if share < least:
            raise CommandError(f"The cases notice {share:.1f} %, less than {least:g} %.", returncode=1)

    def counted(self, whole, fates):
        """Yield each fate, counting on a terminal how many are done."""
        shown = self.stderr.isatty()
        for done, fate in enumerate(fates, 1):
            if shown and (done % 20 == 0 or done == whole):
                self.stderr.write(f"\r{done} of {whole}", ending="" if done < whole else "\n")
                self.stderr.flush()
            yield fate

    def report(self, mutants, fates):
        """Print the table of kinds, and return the share caught in all."""
        counts = Counter((mutant.kind, fate) for mutant, fate in zip(mutants, fates, strict=True))
        self.stdout.write(f"{'mistake':<34}{'planted':>8}{'caught':>8}{'share':>9}")
        for kind in Kind:
            caught, survived = counts[kind, Fate.CAUGHT], counts[kind, Fate.SURVIVED]
            if caught + survived:
                self.stdout.write(_row(kind, caught, caught + survived))
        fated = Counter(fates)
        planted = fated[Fate.CAUGHT] + fated[Fate.SURVIVED]
        self.stdout.write(_row("in all", fated[Fate.CAUGHT], planted))
        self.stdout.write(
            f"Not counted: {fated[Fate.REFUSED]} that readiness refuses, {fated[Fate.UNREACHED]} that no advice could show."
        )
        return _percent(fated[Fate.CAUGHT], planted)


@contextmanager
def workers(hunt, jobs):
    """Give a function that does one step of the hunt for many items, several at a time and in their order."""
    if jobs == 1 or "fork" not in get_all_start_methods():
        yield lambda step, items: (step(hunt, *item) for item in items)
        return
    # A fork holds the hunt already: only numbers and fates go to and fro, and no child touches the database.
    with get_context("fork").Pool(jobs, _hold, (hunt,)) as pool:
        yield lambda step, items: pool.imap(_do, ((step, item) for item in items), chunksize=8)


_held = []


def _hold(hunt):
    _held[:] = [hunt]


def _do(task):
    step, item = task
    return step(_held[0], *item)


def _cores():
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _percent(caught, planted):
    return 100 * caught / planted if planted else 100.0


def _row(name, caught, planted):
    return f"{name:<34}{planted:>8}{caught:>8}{_percent(caught, planted):>7.1f} %"


def _share(text):
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 100:
        raise ArgumentTypeError(f"{text} must be a percentage from 0 to 100.")
    return share


def _jobs(text):
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise ArgumentTypeError(f"{text} must be a whole number from 1 to 64.")
    return int(text)
