"""Forgery: what somebody could do to an export before an outsider checks it, with every digest that they can put right."""

import hashlib
import json

from guidelines import merkle


SAID = ("act", "at", "by", "detail", "subject")


def read(content):
    """Return the lines of an export as values."""
    return [json.loads(line) for line in content.splitlines()]


def written(records):
    """Write such values as an export, with the total that fits them."""
    lines = [text(record) + b"\n" for record in records if record["kind"] != "total"]
    kinds = [record["kind"] for record in records]
    total = {"kind": "total", "entries": kinds.count("entry"), "unsealed": kinds.count("unsealed")}
    return b"".join([*lines, text(total | {"sha256": hashlib.sha256(b"".join(lines)).hexdigest()}) + b"\n"])


def text(record):
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def entries(records):
    return [record for record in records if record["kind"] == "entry"]


def heads(records):
    return [record for record in records if record["kind"] == "head"]


def renumbered(records):
    """Give the entries the places in which they now stand."""
    for place, entry in enumerate(entries(records)):
        entry["index"] = place
    return records


def with_leaf(entry):
    """Give an entry the hash of what it now says."""
    entry["leaf"] = merkle.leaf(text({name: entry[name] for name in SAID})).hex()


def anew(records):
    """Work out every leaf and every head again: the whole ledger written anew."""
    frontier, previous, last = merkle.Frontier(), "", 0
    for record in renumbered(records):
        if record["kind"] == "entry":
            with_leaf(record)
            frontier = frontier.grown([bytes.fromhex(record["leaf"])])
            record["head"] = last + 1
        elif record["kind"] == "head":
            last += 1
            record |= {"number": last, "previous": previous, "root": frontier.root().hex(), "size": frontier.size}
            told = {name: record[name] for name in ("at", "number", "previous", "root", "size")}
            previous = hashlib.sha256(text(told)).hexdigest()
    return records
