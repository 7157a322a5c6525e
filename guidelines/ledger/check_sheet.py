"""Checks the figures of a printed advice, or its PDF, against an export of the ledger, with nothing but Python.

Needs check_ledger.py beside it, which checks the whole export first. Then: was advice of this number given, by the
edition and with the digest on the paper; is the PDF byte for byte one that was made; and what became of the edition.
Exit: 0 genuine and current, 1 not genuine or the export is not in order, 2 wrong use, 3 genuine and no longer current.
"""

import argparse
import json
import sys
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


beside = spec_from_file_location("check_ledger", Path(__file__).with_name("check_ledger.py"))
check_ledger = module_from_spec(beside)
beside.loader.exec_module(check_ledger)
Bad, need = check_ledger.Bad, check_ledger.need

# What each step made of an edition.
STATES = {
    "submit": "submitted",
    "take": "under review",
    "endorse": "under review",
    "approve": "approved",
    "send back": "sent back",
    "withdraw": "withdrawn",
}
LEAST = 16


class Sheet(check_ledger.Ledger):
    """A ledger read for what it says of one consultation, and of the editions."""

    def __init__(self, number, kept=()):
        super().__init__(kept)
        self.subject, self.steps, self.acts, self.place = f"consultation {number}", [], {}, 0

    def unsealed(self, record, name=""):
        super().unsealed(record, name)
        self.place += 1
        told = {**record, "detail": json.loads(record["detail"] or "{}"), "place": self.place}
        if record["subject"] == self.subject:
            self.acts.setdefault(record["act"], []).append(told)
        elif record["act"] in STATES:
            self.steps.append(told)

    def given(self, edition, digest):
        """Return the entry of the advice. Raises Bad where the paper's figures are not what was entered."""
        entries = self.acts.get("consult", ())
        need(len(entries) == 1, f"{len(entries) or 'no'} advice of this number was given")
        entry = entries[0]
        digest, edition = ("".join(typed.lower().split()) for typed in (digest, edition))
        need(len(digest) >= LEAST, f"give at least {LEAST} characters of the advice digest")
        need(entry["detail"]["advice"].startswith(digest), "the advice digest on the paper is not the one entered")
        need(entry["detail"]["edition"].startswith(edition), "the edition on the paper is not the one that advised")
        return entry

    def made(self, content):
        """Return when a PDF was made. Raises Bad where none was made with these bytes."""
        digest = sha256(content).hexdigest()
        files = [entry for entry in self.acts.get("pdf made", ()) if entry["detail"]["sha256"] == digest]
        need(files, "the PDF is not one that was made of this advice: something in it was changed")
        return files[0]["at"]

    def edition(self, entry):
        """Tell which edition gave the advice, what it was then, what it is now, and which took its place."""
        sha, guideline = entry["detail"]["edition"], entry["detail"]["guideline"]
        before = [step for step in self.steps if step["place"] < entry["place"] and step["detail"].get("sha256") == sha]
        need(before, "the edition that advised had not been submitted")
        then, subject = before[-1], before[-1]["subject"]
        newest = [step for step in self.steps if step["subject"] == subject][-1]
        approved = (step["subject"].rpartition("/") for step in self.steps if step["act"] == "approve")
        numbers = [int(number) for slug, _, number in approved if slug == guideline]
        number = int(subject.rpartition("/")[2])
        return number, STATES[then["act"]], newest, max([n for n in numbers if n > number], default=0)


def say(line):
    sys.stdout.write(f"{line}\n")


def report(sheet, entry):
    """Print what became of an advice and return the exit code."""
    number, then, newest, later = sheet.edition(entry)
    now = STATES[newest["act"]]
    say(f"Genuine: given on {entry['at'][:10]} by edition {number} of {entry['detail']['guideline']}, then {then}.")
    if entry["kind"] != "entry":
        say("Not yet sealed: the hospital itself could still have altered this entry.")
    if now == "withdrawn":
        say(f"Withdrawn on {newest['at'][:10]}: {newest['detail'].get('reason', '')}")
    elif later:
        say(f"Superseded: edition {later} has taken its place.")
    else:
        say(f"Current: the edition is {now}, and no later one is approved.")
    return 3 if later or now in ("withdrawn", "sent back") else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", type=argparse.FileType("rb"))
    parser.add_argument("number", help="the number at the foot of each page")
    parser.add_argument("--digest", required=True, help="the advice digest at the foot of each page, or its beginning")
    parser.add_argument("--edition", default="", help="the edition's SHA-256 at the foot of each page")
    parser.add_argument("--file", type=argparse.FileType("rb"), help="the PDF itself")
    parser.add_argument("--head", "--leaf", dest="kept", action="append", default=[], metavar="SIZE:ROOT | HASH")
    asked = parser.parse_args()
    try:
        read = Sheet(asked.number.lower(), asked.kept).read(asked.export)
        advice = read.given(asked.edition, asked.digest)
        if asked.file:
            say(f"The PDF is byte for byte what was made on {read.made(asked.file.read())[:10]}.")
        sys.exit(report(read, advice))
    except Bad as bad:
        sys.exit(f"Not genuine: {bad}.")
