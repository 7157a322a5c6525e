"""The watch: pages that compare before they write, so that two people who edit one row hear of each other."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db import transaction
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from guidelines import contribution
from guidelines.admin import conflict, overriding


class Watched:
    """Has pages compare before they write: one edit at a time, and none over another unless its editor says so."""

    form = conflict.Form
    change_form_template = "admin/guidelines/row.html"

    def get_form(self, request, obj=None, change=False, **options):
        """Return the form, with the conflict if it is shown again because of one."""
        made = super().get_form(request, obj, change, **options)
        return type(made.__name__, (made,), {"met": getattr(request, "met", None)})

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show a row, or save it; where somebody else changed it meanwhile, show both instead."""
        # What was refused once is only shown again: it saves nothing, so there is nothing to compare.
        if request.method != "POST" or hasattr(request, "refused"):
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            with transaction.atomic():
                self.compare(request, object_id)
                return super().changeform_view(request, object_id, form_url, extra_context)
        except conflict.Conflict as met:
            request.met = met
            return super().changeform_view(request, object_id, form_url, extra_context)

    def delete_view(self, request, object_id, extra_context=None):
        """Ask whether to delete a row, or delete it; where somebody changed it meanwhile, ask again."""
        row = self.get_object(request, unquote(object_id))
        if request.method != "POST" or row is None:
            shown = {"seen": conflict.seen(row)} if row else {}
            return super().delete_view(request, object_id, {**(extra_context or {}), **shown})
        try:
            with transaction.atomic():
                self.compare(request, object_id)
                return super().delete_view(request, object_id, extra_context)
        except conflict.Conflict as met:
            changed = ", ".join(met.changed) or "something"
            messages.error(
                request, _("It was not deleted: somebody changed it meanwhile (%s). Look at it again.") % changed
            )
            return HttpResponseRedirect(request.path)

    def compare(self, request, object_id):
        """Hold what is edited and compare it with what was shown. Raises Conflict."""
        contribution.hold()
        row = object_id and self.get_object(request, unquote(object_id))
        if row and self.has_change_permission(request, row):
            conflict.check(row, request.POST)
            if "over" in request.POST:
                request.POST = request.POST.copy()
                request.POST["seen"] = conflict.seen(row)

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """Return what a row's parts are made from; after a conflict, numbered as they now stand."""
        made = super().get_formset_kwargs(request, obj, inline, prefix)
        met, over = hasattr(request, "met"), "over" in request.POST
        if "data" in made and (met or over):
            there = {str(key) for key in made["queryset"].filter(parent=obj).values_list("pk", flat=True)}
            made["data"] = overriding.renumbered(made["data"], prefix, there, exact=not met)
        return made

    def render_change_form(self, request, context, *args, **options):
        """Show a form, with what somebody else changed."""
        met = getattr(request, "met", None)
        if met:
            context |= {"met": met, "differences": conflict.differences(met, context["adminform"].form)}
        return super().render_change_form(request, context, *args, **options)
