"""Guidelines in the admin: what stands in each, whether it is sound, and its submission for review."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from guidelines import review
from guidelines.admin import findings, overview
from guidelines.admin.inspection import Inspected
from guidelines.admin.naming import ADDRESS, Choices, excerpt
from guidelines.admin.row import Rows
from guidelines.engine import document
from guidelines.models import Guideline


@admin.register(Guideline)
class Guidelines(Inspected, Rows):
    """The lasting identities of topics."""

    fixed = ("slug",)
    list_display = ("title", excerpt("question", _("clinical question")), "owner", "slug")
    search_fields = ("slug", "title", "question", "owner")
    change_form_template = "admin/guidelines/guideline/change_form.html"
    fieldsets = (
        (None, {"fields": ("slug", "title", "question", "owner", "review_by")}),
        (_("What the clinician reads before anything is asked"), {"fields": ("summary", "intended_for", "disclaimer")}),
    )

    class Media:
        js = ("js/panel.js",)

    def reached(self, form):
        """Return the guideline itself."""
        return {form.instance}

    def against(self, row):
        """Return what stands against deleting a guideline: its editions, and whatever it still holds."""
        held = [_("It still holds %(count)s %(name)s.") % one for one in overview.counts(row) if one["count"]]
        return [*super().against(row), *held]

    def standing_in(self, row):
        """Return none: a guideline is missed by nobody but itself."""
        return []

    def get_urls(self):
        """Return the addresses, with those of the search for rows and of submission."""
        choices = Choices.as_view(admin_site=self.admin_site)
        return [
            path("choices/", self.admin_site.admin_view(choices), name=ADDRESS),
            path("<slug:slug>/submit/", self.admin_site.admin_view(self.submit), name="guidelines_guideline_submit"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **options):
        """Show a guideline with its overview."""
        if obj is not None and context.get("original") is not None:
            context |= overview.of(obj, today=timezone.now().date())
            context |= {"may_submit": self.has_change_permission(request, obj)}
        return super().render_change_form(request, context, *args, obj=obj, **options)

    def submit(self, request, slug):
        """Ask whether to submit a guideline for review, and do so on confirmation."""
        guideline = get_object_or_404(Guideline, slug=slug)
        if not self.has_change_permission(request, guideline):
            raise PermissionDenied
        refused = []
        if request.method == "POST":
            try:
                edition = review.submit(guideline, by=request.user, at=timezone.now())
            except (document.Unreadable, review.Refused) as refusal:
                refused = findings.grouped(guideline, findings.of_refusal(refusal))
            else:
                messages.success(request, _("Edition %s was submitted for review.") % edition.number)
                return HttpResponseRedirect(reverse("admin:guidelines_guideline_change", args=[slug]))
        context = self.admin_site.each_context(request) | {"guideline": guideline, "refused": refused}
        context |= {"title": _("Submit “%s” for review") % guideline}
        return TemplateResponse(request, "admin/guidelines/guideline/submit.html", context | {"opts": self.opts})
