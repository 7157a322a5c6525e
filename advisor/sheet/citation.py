"""Citations in words: which references a rule names, and how each was seen."""

from django.utils.translation import gettext, gettext_noop


WORDS = {
    "practice": gettext_noop("standard practice, not seen at a source"),
    "editorial": gettext_noop("proposal of this guideline’s editors"),
    "edition": gettext_noop("this edition"),
}
SEEN = {"secondary": gettext_noop("seen second-hand"), "unverified": gettext_noop("not seen")}


def grouped(sources):
    """Give each thing cited once, as the code of its reference, or none, and the words that stand beside its number."""
    ways = {}
    for source in sources:
        code, _, way = source.partition("/")
        ways.setdefault(code, []).append(way)
    return [_told(code, seen) for code, seen in ways.items()]


def within(told):
    """Find every source that stands anywhere in what is told, in the order in which it is read."""
    if isinstance(told, dict):
        for key, one in told.items():
            yield from one if key == "sources" else within(one)
    elif isinstance(told, list | tuple):
        for one in told:
            yield from within(one)


def _told(code, seen):
    if code in WORDS:
        return "", gettext(WORDS[code])
    aside = ", ".join(gettext(SEEN[way]) for way in dict.fromkeys(seen) if way in SEEN)
    return code, gettext("in part %s") % aside if aside and "" in seen else aside
