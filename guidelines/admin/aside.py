"""Asides: what stands beside a row's form: who uses it."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.utils.html import format_html

from guidelines.admin import address, usage


class Counted(ChangeList):
    """A list of rows that knows by how many others each is used."""

    def get_results(self, request):
        """Read one page of rows, and count who names them."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        counts = usage.counted(self.model, self.result_list)
        for row in self.result_list:
            row.users = counts[row.pk]


@admin.display(description="used by")
def used(row):
    """Return by how many rows a row is used, as a link to where they are named."""
    if not row.users:
        return "nothing"
    rows = "1 row" if row.users == 1 else f"{row.users} rows"
    return format_html('<a href="{}#used">{}</a>', address.of(row), rows)


class Aside:
    """Shows beside a row's form what else its editor should know of it."""

    def render_change_form(self, request, context, *args, obj=None, **options):
        """Show a form with who uses its row."""
        if obj is not None and obj.pk:
            context["users"] = [
                {"kind": kind, "rows": [{"name": str(row), "address": address.of(row)} for row in rows]}
                for kind, rows in usage.grouped(obj)
            ]
        return super().render_change_form(request, context, *args, obj=obj, **options)
