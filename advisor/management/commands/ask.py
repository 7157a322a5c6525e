"""Asking on the command line: a question in, what the edition says to it as JSON out; nothing is recorded."""

import json
from dataclasses import asdict

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from advisor import answers, asking
from advisor.management.commands.advise import MISUSED, Unreadable, advised, read
from guidelines import library
from guidelines.engine import advice, patient, transcript


class Command(BaseCommand):
    """Print what a guideline says to a question."""

    help = "Print what a guideline says to a question as JSON, quoted from its edition. Nothing is recorded."

    def add_arguments(self, parser):
        """Take the guideline, the question, the questions before it, and the answers of a patient."""
        parser.add_argument("guideline", help="its slug")
        parser.add_argument("question", help="in a clinician's words")
        parser.add_argument(
            "--answers", metavar="FILE", help="about this patient: a JSON document; - reads standard input"
        )
        parser.add_argument("--after", action="append", default=[], metavar="QUESTION", help="it goes on from this one")
        parser.add_argument("--edition", type=int, metavar="N", help="this edition instead of the one clinicians get")

    def handle(self, *, guideline, question, **options):
        """Ask and print; or say every fault in one line each and end with 2."""
        try:
            number = options["edition"]
            reading = library.current(guideline) if number is None else library.edition(guideline, number)
            about = _about(reading, read(options["answers"])) if options["answers"] else None
            place = settings.DEFAULT_JURISDICTION
            answer = asking.ask(reading, question, place=place, before=options["after"], about=about)
        except patient.Refused as refusal:
            raise CommandError("\n".join(str(fault) for fault in refusal.faults), returncode=MISUSED) from refusal
        except (library.Absent, transcript.Undecodable, Unreadable, asking.Unaskable) as error:
            raise CommandError(str(error), returncode=MISUSED) from error
        self.stdout.write(json.dumps(_told(answer, reading), ensure_ascii=False, indent=2))


def _about(reading, document):
    known = answers.settled_in(document, reading.compiled.facts, settings.DEFAULT_JURISDICTION)
    return asking.About(known, advice.withheld(advised(reading, document)))


def _told(answer, reading):
    return {
        "question": answer.question,
        "answered": answer.answered,
        "passages": [_quoted(one) for one in answer.passages],
        "because": answer.because,
        "headings": [asdict(one) for one in answer.headings],
        "edition": {"number": reading.number, "sha256": reading.sha256, "status": reading.status},
    }


def _quoted(one):
    told = {"kind": one.kind, "code": one.code, "title": one.title, "text": one.text, "sources": list(one.sources)}
    return told | {"mark": one.mark, "aside": one.aside}
