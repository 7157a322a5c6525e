"""Addresses: where in the admin a row is edited, by the row itself or by its place in the document."""

from collections import defaultdict

from django.contrib.admin.utils import quote
from django.urls import reverse

from guidelines import assembly
from guidelines.admin.soundness import PLACE
from guidelines.models.row import GuidelineRow


def of(row):
    """Return where a row is edited."""
    return page(type(row), row.pk)


def of_places(guideline, places):
    """Return where the row of each place is edited, as far as there is one; in a query for each kind of row."""
    named, codes, found = {place: PLACE.match(place) for place in places}, defaultdict(set), {}
    for where in filter(None, named.values()):
        codes[where["section"]].add(where["code"])
    keys = {section: _keys(guideline, section, wanted) for section, wanted in codes.items()}
    for place, where in named.items():
        if where and where["code"] in keys[where["section"]]:
            found[place] = page(assembly.TABLES[where["section"]], keys[where["section"]][where["code"]])
        elif place.removeprefix("document.").startswith("guideline"):
            found[place] = of(guideline)
    return found


def _keys(guideline, section, codes):
    table = assembly.TABLES.get(section)
    if table is None:
        return {}
    rows = table.objects.filter(code__in=codes)
    rows = rows.filter(guideline=guideline) if issubclass(table, GuidelineRow) else rows
    return dict(rows.values_list("code", "pk"))


def page(table, key):
    """Return where the row of a table with a key is edited."""
    return reverse(f"admin:guidelines_{table._meta.model_name}_change", args=[quote(key)])
