"""Advice on the command line: the answers of one patient in, the advice as JSON out; nothing is recorded."""

import json
import sys
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from advisor import answers
from guidelines import ageing, library
from guidelines.engine import advice, patient, transcript


MISUSED = 2


class Unreadable(Exception):
    """No text of answers where one was promised."""


class Command(BaseCommand):
    """Print the advice of a guideline for one patient."""

    help = "Print the advice of a guideline for the answers in a file as JSON. Nothing is recorded."

    def add_arguments(self, parser):
        """Take the guideline, the answers, and what is acknowledged."""
        parser.add_argument("guideline", help="its slug")
        parser.add_argument(
            "--answers", required=True, metavar="FILE", help="a JSON document of answers; - reads standard input"
        )
        parser.add_argument("--edition", type=int, metavar="N", help="this edition instead of the one clinicians get")
        parser.add_argument("--today", type=day, metavar="DATE", help="list what is past its review date on this day")
        parser.add_argument("--acknowledge", action="append", default=[], metavar="ALERT", help="as if acknowledged")

    def handle(self, *, guideline, **options):
        """Read, advise, print; or say every fault in one line each and end with 2."""
        try:
            number = options["edition"]
            reading = library.current(guideline) if number is None else library.edition(guideline, number)
            given = advised(reading, read(options["answers"]))
        except patient.Refused as refusal:
            raise CommandError("\n".join(str(fault) for fault in refusal.faults), returncode=MISUSED) from refusal
        except (library.Absent, transcript.Undecodable, Unreadable) as error:
            raise CommandError(str(error), returncode=MISUSED) from error
        unknown = set(options["acknowledge"]) - {alert["code"] for alert in given["alerts"]}
        if unknown:
            raise CommandError(f"No such alert in this advice: {', '.join(sorted(unknown))}.", returncode=MISUSED)
        shown = advice.withheld(given, options["acknowledge"])
        late = ageing.overdue(reading.compiled.rulebook, options["today"] or timezone.now().date())
        shown["overdue"] = [{"place": one.place, "title": one.title, "review_by": str(one.review_by)} for one in late]
        self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2))


def read(place):
    """Read an answers document from a file, or from standard input where the place is a dash.

    Raises Unreadable for a file that is not there or no text, transcript.Undecodable for text that is no document.
    """
    try:
        text = sys.stdin.read() if place == "-" else Path(place).read_text(encoding="utf-8")
    except OSError as error:
        raise Unreadable(f"The answers in {place} cannot be read: {error.strerror}.") from error
    except UnicodeError as error:
        raise Unreadable(f"The answers in {place} are not text in UTF-8.") from error
    return transcript.decoded(text)


def advised(reading, document):
    """Advise on a document of answers, under the deployment's jurisdiction where it names none."""
    known = answers.settled_in(document, reading.compiled.facts, settings.DEFAULT_JURISDICTION)
    person = patient.parse(reading.compiled, known)
    edition = {"number": reading.number, "sha256": reading.sha256, "status": reading.status}
    return advice.advise(reading.compiled, person, edition=edition)


def day(text):
    """Read a date as it is written on the command line; raise ArgumentTypeError for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a date; write it as 2027-11-30.") from None
