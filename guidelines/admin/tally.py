"""Tallies: what a list says of each of its rows that the row itself does not hold: who uses it, and what is due about it."""

from collections import Counter

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from guidelines.admin import address, checkup, remarks, soundness, usage
from guidelines.models import Guideline
from guidelines.models.row import CatalogueRow, GuidelineRow


class Tallied(ChangeList):
    """A list of rows that counts, for the rows of one page, who uses them and what is due about them."""

    def get_results(self, request):
        """Read one page of rows, and count."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        shared = issubclass(self.model, CatalogueRow)
        users = usage.counted(self.model, self.result_list) if shared else {}
        said, wrong = _by_place(remarks.counted()), _by_place(_errors())
        for row in self.result_list:
            within = row.guideline_id if isinstance(row, GuidelineRow) else ""
            row.users = users.get(row.pk, 0)
            row.remarks, row.errors = (counts[within, soundness.place(row)] for counts in (said, wrong))


class OfWhatIsDue(admin.SimpleListFilter):
    """Narrows a list to the rows on which something is due."""

    title = _("what is due")
    parameter_name = "due"

    def lookups(self, request, model_admin):
        """Offer both kinds of things that can be due."""
        return [("comments", _("Open comments of reviewers")), ("errors", _("To be put right, when last asked"))]

    def queryset(self, request, queryset):
        """Return the rows asked for."""
        counts = {"comments": remarks.counted, "errors": _errors}.get(self.value())
        if counts is None:
            return queryset
        wanted = Q(pk__in=())
        for slug, place in counts():
            where = soundness.PLACE.match(place)
            if where and where["section"] == getattr(queryset.model, "in_document", ""):
                own = {"guideline": slug} if issubclass(queryset.model, GuidelineRow) else {}
                wanted |= Q(code=where["code"], **own)
        return queryset.filter(wanted)


@admin.display(description=_("used by"))
def used(row):
    """Return by how many rows a row is used, as a link to where they are named."""
    if not row.users:
        return _("nothing")
    return format_html('<a href="{}#used">{}</a>', address.of(row), _counted(row.users, "row"))


@admin.display(description=_("due"))
def due(row):
    """Return what is due about a row: comments of reviewers, and what readiness found when it was asked last."""
    said = [_counted(row.remarks, "comment")] if row.remarks else []
    wrong = [_("%s to put right") % row.errors] if row.errors else []
    if not said and not wrong:
        return ""
    return format_html('<a class="due" href="{}">{}</a>', address.of(row), ", ".join([*said, *wrong]))


def _counted(count, noun):
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


def _errors():
    slugs = list(Guideline.objects.values_list("pk", flat=True))
    known = checkup.all_known(slugs).items()
    found = [(slug, kept["errors"]) for (slug, kind), kept in known if kind == checkup.READINESS]
    return Counter((slug, _row(error["place"])) for slug, errors in found for error in errors)


def _row(place):
    where = soundness.PLACE.match(place)
    return f"{where['section']}[{where['code']}]" if where else place


def _by_place(counts):
    """Add to what is counted within each guideline what is counted wherever a shared row stands."""
    anywhere = Counter()
    for (_slug, place), count in counts.items():
        anywhere["", place] += count
    return counts + anywhere
