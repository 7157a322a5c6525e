"""One page of the wizard: the questions of a topic that are due, or all of them to change."""

from django.contrib import messages
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from advisor import sheet, wizard
from advisor.accounts import preference, roles
from guidelines import library
from guidelines.engine import patient


# What a button asks for without saving the page: to leave it, or to show again what was typed, with more to it.
LEAVING, ASIDE = {"pause", "go"}, {"pause", "go", "add", "why", "work_out", preference.SPEAK}


@roles.require(roles.may_consult)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def topic(request, slug, key, code):
    """Ask the questions of a topic; a POST puts the answers into the draft and leads to what is due next."""
    try:
        here = wizard.visit(slug, key, code, by=request.user, at=timezone.now())
        for notice in here.notices:
            messages.warning(request, notice)
        return redirect("consultation", pk=here.draft.done) if here.draft.done else _answered(request, here)
    except (library.Absent, wizard.Lost) as error:
        return render(request, "advisor/lost.html", {"error": error, "slug": slug}, status=404)


def _answered(request, here):
    if request.method == "POST":
        return _posted(request, here)
    form = wizard.form_of(here, request.session, request.GET)
    return _page(request, here, form) if form.questions else redirect(*here.onward())


def _posted(request, here):
    aside = ASIDE & set(request.POST)
    form = wizard.posted(here, request.session, request.POST, judged=not aside)
    if not form.questions:
        return redirect(*here.onward())
    status = 200 if aside else _refused(request, here, form)
    if not status:
        return redirect(*here.onward())
    wizard.note(here, form, request.POST, at=timezone.now())
    return _left(request, here) if aside & LEAVING else _page(request, here, form, status=status)


def _left(request, here):
    if "pause" in request.POST:
        messages.success(request, _("Paused. What you answered is kept for 14 days, for you alone."))
        return redirect("home")
    return redirect(f"{resolve_url(*here.back_to(request.POST['go']))}?change=1")


def _refused(request, here, form):
    """Save the page; give the status of the answer where it is not, none where it is."""
    if not form.is_valid():
        return 422
    try:
        shown = frozenset(request.POST.getlist("shown"))
        dropped = wizard.answered(here.reading, here.draft, form.page, shown=shown, at=timezone.now())
    except (patient.Refused, wizard.Overtaken) as refused:
        form.refuse(refused.faults)
        return 409 if isinstance(refused, wizard.Overtaken) else 422
    wizard.remember(request.session, form.page)
    for fact in dropped:
        messages.info(request, _("No longer asked, so its answer was removed: %(question)s") % {"question": fact.text})
    return 0


def _page(request, here, form, status=200):
    told = {"reading": here.reading, "draft": here.draft, "page": here.page, "steps": here.steps, "form": form}
    told |= {"shown": [wizard.shown(here.draft, one.code) for one in form.questions], "why": "why" in request.POST}
    told |= {"derived": wizard.worked_out(here, form, request.session), "banner": sheet.banner(here.reading.status)}
    return render(request, "advisor/topic.html", told, status=status)
