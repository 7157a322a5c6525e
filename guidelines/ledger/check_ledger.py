"""Checks an export of the ledger with nothing but Python: what each entry says, every tree head, and what you kept.

Hashes are those of RFC 9162: a leaf is SHA-256 over 00 and the entry, a node over 01, left and right. Every root is
worked out from the entries before it: so each entry is included, and each earlier head is a prefix. Only what you kept
elsewhere (--head, --leaf) shows that nobody wrote the whole anew. Exit: 0 in order, 1 not in order, 2 wrong use.
"""

import argparse
import json
import sys
from hashlib import sha256


SAID, HEAD = ("act", "at", "by", "detail", "subject"), ("at", "number", "previous", "root", "size")
FOLLOWS = "^l le lh lu lt ee eh he hh hu ht uu ut"  # ledger, (entries, head)…, unsealed entries, total
PARTS = {"ledger": 4, "entry": 10, "head": 7, "unsealed": 8, "total": 4}
text = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


class Bad(Exception):
    """Something is not as it was sealed."""


class Ledger:
    """What was read so far: the roots of full subtrees, an earlier and the newest head, and what is merely odd."""

    def __init__(self, kept=()):
        self.wanted, self.odd, self.bytes, self.peaks = {*kept}, [], sha256(), []
        self.size, self.tail, self.key, self.heads = 0, 0, 0, [{"number": 0, "size": 0, "at": ""}] * 2

    def read(self, lines):
        """Read an export to its end. Raises Bad naming the first thing that is wrong."""
        before = "^"
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                known = text(record).encode() + b"\n" == line and len(record) == PARTS[record["kind"]]
                need(known and before + record["kind"][0] in FOLLOWS, f"line {number} is out of place or damaged")
                getattr(self, record["kind"])(record)
            except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
                raise Bad(f"line {number} is cut off or damaged") from None
            before, _ = record["kind"][0], self.bytes.update(line)
        need(before == "t", "the export has no end: its tail was cut off")
        return self

    def ledger(self, record):
        need(record["format"] == 1, f"this program does not know format {record['format']}")

    def entry(self, record):
        name, place, peak = f"entry {record['index']} (key {record['key']}, {record['act']})", self.size, record["leaf"]
        due = place, self.heads[1]["number"] + 1
        fits = (record["index"], record["head"]) == due and record["key"] > self.key
        need(fits, f"{name} is not what is due: entry {due[0]} of head {due[1]}, after key {self.key}")
        self.unsealed(record, name)
        while place & 1:
            peak, place = sha256(b"\x01" + bytes.fromhex(self.peaks.pop() + peak)).hexdigest(), place >> 1
        self.peaks, self.size, self.key, self.tail = [*self.peaks, peak], self.size + 1, record["key"], 0

    def unsealed(self, record, name=""):
        name = name or f"unsealed entry (key {record['key']}, {record['act']})"
        leaf = sha256(b"\x00" + text({part: record[part] for part in SAID}).encode()).hexdigest()
        need(record["leaf"] == leaf, f"{name} does not say what was entered: its hash is not the one it was given")
        self.odd += [f"{name} is dated {record['at']}, before an earlier head"] * (record["at"] < self.heads[0]["at"])
        self.wanted, self.tail = self.wanted - {leaf}, self.tail + 1

    def head(self, record):
        name, last, root = f"head {record['number']}", self.heads[1], [sha256().hexdigest(), *self.peaks][-1]
        for left in self.peaks[-2::-1]:
            root = sha256(b"\x01" + bytes.fromhex(left + root)).hexdigest()
        previous = sha256(text({part: last[part] for part in HEAD}).encode()).hexdigest() if last["number"] else ""
        fits = (record["number"], record["previous"], record["size"]) == (last["number"] + 1, previous, self.size)
        need(fits, f"{name} does not follow head {last['number']} and {self.size} entries as they stand here")
        need(record["root"] == root, f"{name} was over others: one of {last['size']} to {self.size - 1} was changed")
        self.odd += [f"{name} is dated {record['at']}: a clock went back"] * (record["at"] < last["at"])
        earlier, self.wanted = self.heads[record["at"] > last["at"]], self.wanted - {f"{self.size}:{root}"}
        self.heads, self.key = [earlier, record], 0

    def total(self, record):
        found = {"kind": "total", "entries": self.size, "unsealed": self.tail, "sha256": self.bytes.hexdigest()}
        need(found == record, "lines are missing or bytes were changed since the export was written")
        need(not self.wanted, f"what you kept is not in it, so it was cut off or written anew: {' '.join(self.wanted)}")


def need(held, otherwise):
    if not held:
        raise Bad(otherwise)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", type=argparse.FileType("rb"))
    parser.add_argument("--head", "--leaf", dest="kept", action="append", default=[], metavar="SIZE:ROOT | HASH")
    given = parser.parse_args()
    try:
        read = Ledger(given.kept).read(given.export)
    except Bad as bad:
        sys.exit(f"Not in order: {bad}.")
    sys.stdout.writelines(f"Odd: {odd}.\n" for odd in read.odd[:20])
    heads, odd = read.heads[1]["number"], len(read.odd)
    sys.stdout.write(f"In order: {read.size} entries under {heads} heads, {read.tail} not yet sealed, {odd} odd.\n")
