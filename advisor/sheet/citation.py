"""Citations in words: which references a rule names, and how each was seen."""

WORDS = {
    "practice": "standard practice, not seen at a source",
    "editorial": "proposal of this guideline’s editors",
    "edition": "this edition",
}
SEEN = {"secondary": "seen second-hand", "unverified": "not seen"}


def grouped(sources):
    """Give each thing cited once, as the code of its reference, or none, and the words that stand beside its number."""
    ways = {}
    for source in sources:
        code, _, way = source.partition("/")
        ways.setdefault(code, []).append(way)
    return [_told(code, seen) for code, seen in ways.items()]


def _told(code, seen):
    if code in WORDS:
        return "", WORDS[code]
    aside = ", ".join(SEEN[way] for way in dict.fromkeys(seen) if way in SEEN)
    return code, f"in part {aside}" if aside and "" in seen else aside
