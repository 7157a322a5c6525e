"""Overriding: the parts of a row as they were typed, numbered anew where somebody else added or removed parts meanwhile."""

MOST = 2000


def renumbered(sent, prefix, there, *, exact):
    """Return what a browser sent of a row's parts, fitting the parts that are there now by their keys.

    A part that somebody removed becomes a new one; where the outcome must be `exact`, one that somebody added is taken
    out.
    """
    total = sent.get(f"{prefix}-TOTAL_FORMS", "")
    if not total.isdecimal():
        return sent
    typed = [_taken(sent, f"{prefix}-{number}-") for number in range(min(int(total), MOST))]
    kept = [part for part in typed if _key(part) in there]
    gone = [part | {"id": [""]} for part in typed if part and _key(part) not in there and "DELETE" not in part]
    added = there - {_key(part) for part in kept} if exact else ()
    kept += [{"id": [key], "DELETE": ["on"]} for key in sorted(added)]
    for number, part in enumerate([*kept, *gone]):
        for name, values in part.items():
            sent.setlist(f"{prefix}-{number}-{name}", values)
    sent[f"{prefix}-INITIAL_FORMS"] = str(len(kept))
    sent[f"{prefix}-TOTAL_FORMS"] = str(len(kept) + len(gone))
    return sent


def _taken(sent, start):
    names = [name for name in sent if name.startswith(start)]
    return {name.removeprefix(start): sent.pop(name) for name in names}


def _key(part):
    return part.get("id", [""])[0]
