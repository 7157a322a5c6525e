"""What can be said of a page while it is being filled in: values worked out, and numbers to look at again; what is typed is kept."""

from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from advisor import wizard
from advisor.accounts import roles
from guidelines import library


@roles.require(roles.may_consult)
@never_cache
@require_POST
def so_far(request, slug, key, code):
    """Keep what was typed so far, saving nothing, and tell what follows from it."""
    try:
        here = wizard.visit(slug, key, code, by=request.user, at=timezone.now())
    except (library.Absent, wizard.Lost) as error:
        return JsonResponse({"lost": str(error)}, status=404)
    if here.draft.done:
        return JsonResponse({"lost": _("These answers were put to the guideline in another tab.")}, status=404)
    form = wizard.posted(here, request.session, request.POST, judged=True)
    form.full_clean()
    wizard.note(here, form, request.POST, at=timezone.now())
    values = wizard.worked_out(here, form, request.session)
    panel = render_to_string("components/derived.html", {"derived": values, "live": True})
    return JsonResponse({"panel": panel, "doubts": wizard.doubts(form)})
