"""The trail: every act in the admin as an entry of the ledger, with each field's old and new value."""

import json

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from guidelines import contribution, ledger
from guidelines.admin import inclusion, soundness
from guidelines.models import Entry, Guideline
from guidelines.models.row import CatalogueRow, PlacedRow


def state(row):
    """Return everything that an editor can change of a row, as it now stands in the database."""
    if soundness.record_of(type(row)):
        said = soundness.described(row)
    else:
        [kept] = type(row).objects.filter(pk=row.pk)
        said = {field.name: field.value_to_string(kept) for field in row._meta.concrete_fields}
    if isinstance(row, CatalogueRow):
        said["guidelines"] = sorted(guideline.pk for guideline in inclusion.guidelines_of(row))
    elif isinstance(row, PlacedRow):
        [said["position"]] = type(row).objects.filter(pk=row.pk).values_list("position", flat=True)
    return said


def changes(before, after):
    """Return the old and the new value of each field that differs."""
    names = [*before, *(name for name in after if name not in before)]
    told = {name: {"old": before.get(name), "new": after.get(name)} for name in names}
    return {name: pair for name, pair in told.items() if pair["old"] != pair["new"]}


def subject(row):
    """Return how the ledger names a row: its guideline where it belongs to one, its section and its code."""
    within = [row.guideline_id] if hasattr(row, "guideline_id") else []
    section = [row.in_document] if hasattr(row, "in_document") else [row.section] if hasattr(row, "section") else []
    return " ".join([*within, *section, str(getattr(row, "code", row.pk))])


def enter(act, row, changed, *, by, at):
    """Append an act on a row to the ledger and note what it changed and wrote; an act that changed nothing is none."""
    if changed:
        ledger.append(act, by=by, subject=subject(row), detail=changed, at=at)
        contribution.note(reached(row, changed), rows=written(row, changed), by=by, at=at)


def reached(row, changed):
    """Return the guidelines that an act on a row changed: those in which it stands, or stood before."""
    if isinstance(row, Guideline):
        gone = "slug" in changed and changed["slug"]["new"] is None
        return [] if gone else [row]
    if isinstance(row, CatalogueRow):
        before = changed.get("guidelines", {}).get("old") or ()
        return [*Guideline.objects.filter(pk__in=before), *inclusion.guidelines_of(row)]
    return [row.guideline] if hasattr(row, "guideline") else []


def written(row, changed):
    """Return the place of a row of the catalogue where an act wrote what it says, not only where it stands."""
    gone = changed.get("code", {}).get("new", row.pk) is None
    said = changed.keys() - {"guidelines"}
    return [(row.in_document, row.pk)] if isinstance(row, CatalogueRow) and said and not gone else []


def last(row):
    """Return the newest entry about a row, to say who made it; or none."""
    return Entry.objects.filter(subject=subject(row)).select_related("by").order_by("-id").first()


def told(value):
    """Return a value of a row's state in words."""
    if value is None or value == "":
        return "—"
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {told(inner)}" for name, inner in value.items())
    if isinstance(value, list | tuple):
        joint = "; " if any(isinstance(inner, dict) for inner in value) else ", "
        return joint.join(map(told, value)) or "—"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _worded(changed):
    return [(name.replace("_", " "), told(pair.get("old")), told(pair.get("new"))) for name, pair in changed.items()]


class Trail:
    """Has the admin write to the ledger instead of a log of its own, and shows the ledger as a row's history."""

    def save_model(self, request, obj, form, change):
        """Remember what stood before, and save."""
        form.before = state(obj) if change else {}
        super().save_model(request, obj, form, change)

    def construct_change_message(self, request, form, formsets, add=False):
        """Return what changed, for the ledger."""
        return changes(form.before, state(form.instance))

    def log_addition(self, request, obj, message):
        """Enter that a row was added."""
        enter("row added", obj, message, by=request.user, at=timezone.now())

    def log_change(self, request, obj, message):
        """Enter that a row was changed."""
        enter("row changed", obj, message, by=request.user, at=timezone.now())

    def log_deletions(self, request, queryset):
        """Enter that rows are deleted, with what they said."""
        for row in queryset:
            enter("row deleted", row, changes(state(row), {}), by=request.user, at=timezone.now())

    def history_view(self, request, object_id, extra_context=None):
        """Show the ledger's entries about one row."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        entries = Entry.objects.filter(subject=subject(row)).select_related("by").order_by("-id")[:200]
        context = self.admin_site.each_context(request) | {
            "title": _("History: %s") % row,
            "object": row,
            "opts": self.opts,
            "entries": [(entry, _worded(json.loads(entry.detail or "{}"))) for entry in entries],
        }
        return TemplateResponse(request, "admin/guidelines/history.html", context)
