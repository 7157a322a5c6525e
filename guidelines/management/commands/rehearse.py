"""The command that tries a guideline's worked patients against it."""

import re
from itertools import groupby

from django.core.management.base import BaseCommand, CommandError

from guidelines import assembly, library, rehearsal
from guidelines.engine import document
from guidelines.models import Guideline


class Command(BaseCommand):
    """Advise every worked patient and say which do not get the advice they must get."""

    help = "Advises the worked patients of a guideline's working copy, or of one edition; exits 1 if one fails."

    def add_arguments(self, parser):
        """Say what the command takes."""
        parser.add_argument("slug", help="the short name of the guideline")
        parser.add_argument("--edition", type=int, metavar="N", help="this edition instead of the working copy")

    def handle(self, *, slug, edition, **_):
        """Print how many cases pass, by the letters their codes begin with, and every failure."""
        rehearsed = rehearsal.rehearse(rulebook(slug, edition))
        failures = [failure for one in rehearsed for failure in one.failures]
        for failure in failures:
            self.stdout.write(failure)
        for line in summary(rehearsed):
            self.stdout.write(line)
        if failures:
            raise CommandError(f"{len(failures)} promises do not hold.", returncode=1)


def rulebook(slug, number):
    """Return the rulebook of an edition, or of the working copy; raise CommandError where there is none."""
    try:
        if number is not None:
            return library.edition(slug, number).compiled.rulebook
        return document.read(assembly.assembled(Guideline.objects.get(pk=slug)))
    except Guideline.DoesNotExist:
        raise CommandError(f"There is no guideline {slug}.", returncode=2) from None
    except (library.Absent, document.Unreadable) as refusal:
        raise CommandError(str(refusal), returncode=2) from None


def summary(rehearsed):
    """Yield how many cases pass, those together whose codes begin alike; V01b is another look at patient V01."""
    for letters, group in groupby(sorted(rehearsed, key=_letters), key=_letters):
        cases = list(group)
        failing = {_patient(one) for one in cases if one.failures}
        patients = {_patient(one) for one in cases}
        passing = sum(not one.failures for one in cases)
        yield (f"{letters}: {len(patients - failing)}/{len(patients)} worked patients, {passing}/{len(cases)} cases")


def _letters(one):
    return _patient(one).rstrip("0123456789")


def _patient(one):
    return re.sub(r"(?<=[0-9])[a-z]+\Z", "", one.case.code)
