"""Scope: which rules a changed row reaches, and which treatments a contraindication newly covers or no longer does."""

from collections import Counter
from collections.abc import Iterable

from ..compilation import Compiled
from ..rulebook import Severity
from .gravity import RECOMMENDATION, WEIGHTS, of_row, worst
from .label import counted
from .naming import Names, joined
from .reliance import Reliance, citing
from .row import Key, listed


RULES = "contraindications"
SEVERITIES = tuple(Severity)
MOST_NAMED = 12
Pair = tuple[str, str]
"""A contraindication and a treatment that it covers."""


class Scope:
    """What rests on the rows of two editions, and which contraindication covers which treatment in each."""

    def __init__(self, before: Names, after: Names) -> None:
        self._before, self._after = before, after
        self._reliance = Reliance(before.book.rulebook, after.book.rulebook)
        self._all = {**before.rows, **after.rows}
        self._citing = citing(after.book.rulebook)
        was, now = covered(before.book), covered(after.book)
        self._gained, self._lost = self._lasting(now - was), self._lasting(was - now)

    def weight(self, key: Key) -> str:
        """Give the weight of the rules that rest on a row."""
        return worst([RECOMMENDATION, *(self._of(one) for one in self._reliance.rules(key))])

    def users(self, key: Key) -> list[str]:
        """Say which rules rest on a row, a sentence for each section."""
        found = self._reliance.rules(key)
        standing = sorted((one for one in self._all if one in found), key=self._rank)
        sections = dict.fromkeys(section for section, _ in standing)
        return [self._used(name, [one for one in standing if one[0] == name]) for name in sections]

    def citing(self, key: Key) -> list[str]:
        """Say how many rules of each section cite a reference; nothing of what is none."""
        rules = self._citing.get(key[1], ()) if key[0] == "references" else ()
        found = Counter(section for section, _ in rules)
        said = joined(counted(many, section) for section, many in found.items())
        return [f"cited by {said}"] if said else []

    def covering(self, key: Key) -> list[str]:
        """Say for which treatments a row makes a contraindication, or no longer does, a sentence for each."""
        section, code = key
        if section == RULES:
            return [
                f"{verb}: {joined(self._treatment(one) for rule, one in pairs if rule == code)}"
                for verb, pairs in (("now also for", self._gained), ("no longer for", self._lost))
                if any(rule == code for rule, _ in pairs)
            ]
        return [*self._covering(key, self._gained, "new"), *self._covering(key, self._lost, "no longer a")]

    def _covering(self, key: Key, pairs: list[Pair], verb: str) -> Iterable[str]:
        found: dict[str, list[str]] = {}
        for rule, treatment in pairs:
            if self._through(key, rule, treatment):
                found.setdefault(treatment, []).append(self._title((RULES, rule)))
        for treatment, titles in found.items():
            yield f"{verb} contraindication for {self._treatment(treatment)}: {'; '.join(titles)}"

    def _through(self, key: Key, rule: str, treatment: str) -> bool:
        section, code = key
        if section == "treatments":
            return treatment == code
        names_class = any(code in listed(names.rows[RULES, rule], "drug_classes") for names in self._both())
        return section == "drug_classes" and names_class and self._was_moved(code, treatment)

    def _was_moved(self, group: str, treatment: str) -> bool:
        """Say whether the drug of a treatment is a member of a class on one side only."""
        sides = [names.rows.get(("drug_classes", group)) for names in self._both()]
        drugs = {drug for names in self._both() for drug in listed(names.rows.get(("treatments", treatment)), "drug")}
        was, now = (set(listed(side, "members")) for side in sides)
        return bool(drugs & (was ^ now))

    def _of(self, key: Key) -> str:
        """Weigh a rule by the weightier of what it was and what it is."""
        return worst(of_row(key[0], names.rows[key]) for names in self._both() if key in names.rows)

    def _rank(self, key: Key) -> tuple[int, int]:
        """Put the weightiest rules first, and of contraindications the most severe."""
        severity = getattr(self._all[key], "severity", None)
        return WEIGHTS.index(self._of(key)), SEVERITIES.index(severity) if severity in SEVERITIES else 0

    def _used(self, section: str, keys: list[Key]) -> str:
        named = [self._title(key) for key in keys[:MOST_NAMED]]
        more = [f"and {len(keys) - MOST_NAMED} more"] if len(keys) > MOST_NAMED else []
        return f"used by {counted(len(keys), section)}: {'; '.join([*named, *more])}"

    def _title(self, key: Key) -> str:
        return (self._after if key in self._after.rows else self._before).title(key)

    def _treatment(self, code: str) -> str:
        return self._title(("treatments", code))

    def _both(self) -> tuple[Names, Names]:
        return self._before, self._after

    def _lasting(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Keep the pairs whose contraindication stands in both editions: one that came or went speaks for itself."""
        return sorted(pair for pair in pairs if all((RULES, pair[0]) in names.rows for names in self._both()))


def covered(book: Compiled) -> frozenset[Pair]:
    """List which contraindication covers which treatment, directly or through a class."""
    return frozenset((rule.code, one.treatment.code) for one in book.rules for rule in one.contraindications)
