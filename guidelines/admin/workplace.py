"""The workplace: what is due about each guideline, from what is stored; what takes long to find out, as it was found last."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Count, F, Max, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from guidelines import library, shelf
from guidelines.admin import address, checkup, remarks
from guidelines.models import Contribution, Edition, EffectEstimate, Guideline, Inclusion, Reference


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest edition of a guideline."""

    number: int
    status: str


@dataclass(frozen=True, slots=True)
class Known:
    """What was found of a working copy, and whether it was edited since: how many stand against it, of how many."""

    against: int
    others: int
    at: datetime
    stale: bool


@dataclass(frozen=True, slots=True)
class Due:
    """One guideline, and what is due about it."""

    title: str
    slug: str
    address: str
    newest: Newest | None
    edits: int
    last: Contribution | None
    comments: int
    overdue: tuple[dict[str, str], ...]
    readiness: Known | None
    cases: Known | None

    @property
    def calm(self) -> bool:
        """Tell whether nothing is known to be due, and everything was asked."""
        asked = [one for one in (self.readiness, self.cases) if one and not one.stale and not one.against]
        return len(asked) == 2 and not (self.edits or self.comments or self.overdue)


def due(today: date) -> list[Due]:
    """Return what is due about every guideline, by title, in a fixed number of queries."""
    guidelines = list(Guideline.objects.order_by("title"))
    stored = Stored(guidelines, today)
    return [stored.about(guideline) for guideline in guidelines]


class Stored:
    """Everything that is stored about some guidelines, read once for all of them."""

    def __init__(self, guidelines, today):
        self.today = today
        self.newest, self.edits, self.late = _newest(), _edits(), _late(today)
        self.comments = Counter()
        for (slug, _place), count in remarks.counted().items():
            self.comments[slug] += count
        self.stamps = dict(Contribution.objects.order_by().values_list("guideline").annotate(Max("pk")))
        self.kept = checkup.all_known([guideline.pk for guideline in guidelines])

    def about(self, guideline):
        """Return what is due about one of them."""
        edits, last = self.edits.get(guideline.pk, (0, None))
        return Due(
            title=guideline.title,
            slug=guideline.pk,
            address=address.of(guideline),
            newest=self.newest.get(guideline.pk),
            edits=edits,
            last=last,
            comments=self.comments[guideline.pk],
            overdue=(*_own(guideline, self.today), *self.late[guideline.pk]),
            readiness=self._known(guideline.pk, checkup.READINESS, "errors", "marks"),
            cases=self._known(guideline.pk, checkup.REHEARSAL, "failing", "cases"),
        )

    def _known(self, slug, kind, against, others):
        found = self.kept.get((slug, kind))
        if found is None:
            return None
        day_matters = kind == checkup.READINESS
        stale = found["stamp"] != self.stamps.get(slug, 0) or (day_matters and found["at"].date() != self.today)
        count = found[others] if isinstance(found[others], int) else len(found[others])
        return Known(len(found[against]), count, found["at"], stale)


def _newest():
    """Return the newest edition of each guideline; only what clinicians may read can be altered behind an approval."""
    read = {(heading.slug, heading.number): heading.status for heading in library.catalogue()}
    found = {}
    for slug, group in groupby(shelf.shelved(), key=lambda one: one.slug):
        editions = list(group)
        status = read.get((slug, editions[0].number)) or shelf.status(editions[0], editions, intact=True)
        found[slug] = Newest(editions[0].number, status)
    return found


def _edits():
    """Return how often each guideline was edited since its newest edition, and the last time."""
    frozen = Edition.objects.filter(guideline=OuterRef("guideline")).order_by("-number").values("submitted_at")[:1]
    since = Contribution.objects.annotate(frozen=Subquery(frozen)).filter(Q(frozen=None) | Q(at__gt=F("frozen")))
    counts = list(since.order_by().values_list("guideline").annotate(Count("pk"), Max("pk")))
    last = Contribution.objects.select_related("by").in_bulk([newest for *_, newest in counts])
    return {slug: (count, last[newest]) for slug, count, newest in counts}


def overdue(guideline, today):
    """Return what of one guideline is past its date: by name, with where it is edited."""
    return [*_own(guideline, today), *_late(today)[guideline.pk]]


def _own(guideline, today):
    late = guideline.review_by and guideline.review_by < today
    return [{"name": _("the guideline itself"), "address": address.of(guideline)}] if late else []


def _late(today):
    """Return which references and estimates of each guideline are past the date by which they are to be looked at."""
    found = defaultdict(list)
    for table in (Reference, EffectEstimate):
        late = table.objects.filter(review_by__lt=today).values("pk")
        standing = Inclusion.objects.filter(section=table.in_document, code__in=late).order_by("guideline", "position")
        for slug, code in standing.values_list("guideline", "code"):
            named = f"{table._meta.verbose_name} {code}"
            found[slug].append({"name": named, "address": address.page(table, code)})
    return found
