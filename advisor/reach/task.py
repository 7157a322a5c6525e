"""Tasks: rules that clinicians overrode often enough, because newer evidence says otherwise, for an editor to look at."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, Max, OuterRef

from advisor.models import Departure, Matter, Response, Settlement


@dataclass(frozen=True, slots=True)
class Task:
    """One rule to look at: how many overrides nobody settled, and the newest of them."""

    guideline: str
    rule: str
    overrides: int
    seen: int


def tasks(slug: str | None = None) -> list[Task]:
    """Return the open tasks of one guideline or of all, the most overridden rule first, in two statements.

    A response counts while it is the newest to its consultation. What was settled counts no more; newer overrides do.
    """
    settled = _settled(slug)
    counted, newest = Counter(), defaultdict(int)
    for pk, guideline, rules in _overrides(slug):
        for rule in rules.split():
            if pk > settled.get((guideline, rule), -1):
                counted[guideline, rule] += 1
                newest[guideline, rule] = max(pk, newest[guideline, rule])
    enough = settings.OVERRIDES_THAT_OPEN_A_TASK
    return [Task(*key, count, newest[key]) for key, count in counted.most_common() if count >= enough]


def _overrides(slug):
    later = Response.objects.filter(consultation=OuterRef("consultation"), pk__gt=OuterRef("pk"))
    said = Response.objects.filter(~Exists(later), departure=Departure.EVIDENCE).order_by("pk")
    said = said.filter(consultation__guideline=slug) if slug else said
    return said.values_list("pk", "consultation__guideline", "overridden")


def _settled(slug):
    found = Settlement.objects.filter(matter=Matter.OVERRIDES).order_by()
    found = found.filter(guideline=slug) if slug else found
    rows = found.values_list("guideline", "rule").annotate(Max("seen"))
    return {(guideline, rule): seen for guideline, rule, seen in rows}
