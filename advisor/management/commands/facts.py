"""The facts of a guideline on the command line: what may be answered, how, within which ranges and of whom."""

import json

from django.core.management.base import BaseCommand, CommandError

from guidelines import library


class Command(BaseCommand):
    """List the facts of a guideline."""

    help = "List the facts that a guideline asks or derives."

    def add_arguments(self, parser):
        """Take the guideline and the form of the list."""
        parser.add_argument("guideline", help="its slug")
        parser.add_argument("--json", action="store_true", help="as JSON, for programs")

    def handle(self, *, guideline, **options):
        """Print the list; end with 2 where there is no such guideline."""
        try:
            book = library.current(guideline).compiled
        except library.Absent as error:
            raise CommandError(str(error), returncode=2) from error
        told = [_told(book, fact) for fact in book.rulebook.facts]
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        for fact in told:
            self.stdout.write(_line(fact))


def _told(book, fact):
    told = {"code": fact.code, "kind": str(fact.kind), "text": fact.text, "topic": fact.topic}
    told |= {"unit": fact.unit, "units": [unit.code for unit in fact.units], "whole": fact.whole}
    told |= {
        "refused_outside": [fact.refuse_low, fact.refuse_high],
        "confirmed_outside": [fact.confirm_low, fact.confirm_high],
    }
    told |= {"choices": {choice.code: choice.text for choice in fact.choices}, "normal": fact.normal}
    told |= {"members": dict(book.members.get(fact.code, {})), "formula": fact.formula}
    told |= {"inputs": {part.name: part.fact for part in fact.inputs}, "asked_of": fact.asked_of}
    told["asked_of_words"] = book.titles[fact.asked_of] if fact.asked_of else ""
    return {key: value for key, value in told.items() if value not in ("", [], {}, False, [None, None])}


def _line(fact):
    parts = [fact["code"], fact["kind"]]
    parts += [f"in {', '.join([fact['unit'], *fact.get('units', ())])}"] if "unit" in fact else []
    for key, words in (("refused_outside", "refused outside"), ("confirmed_outside", "confirmed outside")):
        low, high = fact.get(key, (None, None))
        parts += [f"{words} {low} to {high}"] if key in fact else []
    parts += [f"one of {', '.join(fact['choices'])}"] if "choices" in fact else []
    parts += [f"normal {fact['normal']}"] if "normal" in fact else []
    parts += [f"any of {', '.join(fact['members'])}"] if "members" in fact else []
    parts += [f"derived by {fact['formula']} from {', '.join(fact['inputs'].values())}"] if "formula" in fact else []
    parts += [f"asked of {fact['asked_of']} ({fact['asked_of_words']})"] if "asked_of" in fact else []
    return "; ".join(parts)
