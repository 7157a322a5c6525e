"""One treatment in full: for whom, how much, with what effect, what speaks against it, and on what ground."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from advisor import article
from advisor.accounts import roles
from guidelines import library
from guidelines import preview as working
from guidelines.engine import document


@roles.require(roles.may_read)
@require_safe
def treatment(request, slug, code, number=None):
    """Show a treatment as the edition that clinicians get tells it, or as the edition of a number does."""
    try:
        reading = article.find(slug, number, drafts=roles.may_review_or_edit(request.user))
        shown = article.treatment(reading, code, request.user.reads_as, today=timezone.now().date())
    except (library.Absent, article.Unknown) as error:
        return render(request, "advisor/absent.html", {"error": error}, status=404)
    return render(request, "advisor/treatment.html", shown)


@roles.require(roles.may_review_or_edit)
@never_cache
@require_safe
def draft(request, slug, code):
    """Show a treatment as the working copy tells it, under its watermark; where that is not sound, its preview says why."""
    now = timezone.now()
    try:
        reading = working.working_copy(slug, at=now)
        shown = article.treatment(reading, code, request.user.reads_as, today=now.date())
    except (library.Absent, article.Unknown) as error:
        raise Http404(str(error)) from error
    except document.Unreadable:
        return redirect("preview", slug)
    return render(request, "advisor/preview/treatment.html", shown)
