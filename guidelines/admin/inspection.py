"""Inspection: the pages on which a guideline's readiness is asked and its cases are run."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from guidelines import assembly
from guidelines.admin import checkup, findings
from guidelines.engine import document
from guidelines.models import Guideline


PART = "part"


class Inspected:
    """Adds these pages to those of a guideline."""

    def get_urls(self):
        """Return the addresses, with those of readiness and rehearsal."""
        pages = {"readiness": self.readiness, "rehearsal": self.rehearsal}
        return [
            path(f"<slug:slug>/{name}/", self.admin_site.admin_view(view), name=f"guidelines_guideline_{name}")
            for name, view in pages.items()
        ] + super().get_urls()

    def readiness(self, request, slug):
        """Show what readiness finds in the working copy today, asked anew where it was edited since."""
        guideline = self._seen(request, slug)
        found = checkup.inspected(guideline, assembly.assembled(guideline), at=timezone.now())
        told = {"readiness": readiness(guideline, found)}
        return self._page(request, guideline, "readiness", _("What “%s” still needs") % guideline, told)

    def rehearsal(self, request, slug):
        """Show which cases failed when they were run last; a POST runs them, and changes nothing."""
        guideline, faults = self._seen(request, slug), []
        plain = assembly.assembled(guideline)
        if request.method == "POST":
            try:
                checkup.rehearsed(guideline, plain, at=timezone.now())
            except document.Unreadable as unreadable:
                faults = findings.grouped(guideline, findings.of_refusal(unreadable))
        told = {
            "cases": cases(guideline, checkup.found(guideline, checkup.REHEARSAL, document.digest(plain))),
            "faults": faults,
        }
        return self._page(request, guideline, "rehearsal", _("The cases of “%s”") % guideline, told)

    def _seen(self, request, slug):
        guideline = get_object_or_404(Guideline, slug=slug)
        if not self.has_view_permission(request, guideline):
            raise PermissionDenied
        return guideline

    def _page(self, request, guideline, name, title, told):
        part = "_part" if PART in request.GET else ""
        context = self.admin_site.each_context(request) | told
        context |= {"title": title, "guideline": guideline, "opts": self.opts}
        return TemplateResponse(request, f"admin/guidelines/guideline/{name}{part}.html", context)


def readiness(guideline, found):
    """Return what was found as a page shows it, or None where nothing was asked."""
    return found and {
        "errors": findings.grouped(guideline, found["errors"]),
        "error_count": len(found["errors"]),
        "marks": findings.kinds(guideline, found["marks"]),
        "mark_count": len(found["marks"]),
        "unchecked": found["unchecked"],
        "at": found["at"],
        "seconds": found["seconds"],
    }


def cases(guideline, found):
    """Return how the cases fared as a page shows it, or None where they were not run."""
    if found is None:
        return None
    failing = [_failure(case["code"], text) for case in found["failing"] for text in case["failures"]]
    return {
        "count": found["cases"],
        "failing": len(found["failing"]),
        "groups": findings.grouped(guideline, failing),
        "at": found["at"],
        "seconds": found["seconds"],
    }


def _failure(code, text):
    return {"place": f"cases[{code}]", "text": text.removeprefix(f"{code}: ")}
