"""Citing: what is said, with the numbers of its references, how each was seen, and its mark."""

from django.utils.translation import gettext

from advisor.sheet import citation

from .block import cited, run, runs


class Citing:
    """Knows the numbers under which one sheet lists its references."""

    def __init__(self, references):
        self._numbers = {work["code"]: work["number"] for work in references}
        self._marks = {}
        self._cited = {}

    def said(self, item, *pieces):
        """Give a line with the citations and the mark of a rule; the rule's own text where no other pieces are given."""
        return runs(*(pieces or (item["text"],)), self.cited(item["sources"]), self.mark(item))

    def cited(self, sources):
        """Give the citations alone: numbers, and how each was seen."""
        seen = tuple(sources)
        if seen not in self._cited:
            grouped = citation.grouped(sources)
            told = (f"{self._number(code)} {f'({words})' if words else ''}".strip() for code, words in grouped)
            self._cited[seen] = cited(" ".join(told))
        return self._cited[seen]

    def mark(self, item):
        """Give the mark alone, if there is one."""
        said = item.get("mark")
        if said and said not in self._marks:
            self._marks[said] = f"[{gettext(said)}]"
        return run(self._marks.get(said, ""), "mark")

    def _number(self, code):
        return f"[{self._numbers[code]}]" if code in self._numbers else code
