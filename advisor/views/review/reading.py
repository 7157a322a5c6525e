"""Reading an edition through: every row of a section in plain language, each with what was said about it."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from advisor.accounts import roles
from guidelines import dossier, library, queue


@roles.require(roles.may_review_or_edit)
@require_safe
def reading(request, slug, number, section):
    """Show a section of an edition."""
    try:
        found = dossier.find(slug, number)
        sections = dossier.sections(found)
    except library.Absent as error:
        raise Http404(str(error)) from error
    keys = [key for key, _name, _count in sections]
    if section not in keys:
        raise Http404(_("This edition has no section %s.") % section)
    _key, name, _count = sections[keys.index(section)]
    following = sections[keys.index(section) + 1 :][:1]
    open_at = {thread.place for thread in queue.threads(found) if thread.resolution is None}
    rows = [{"row": row, "open": row.place in open_at} for row in dossier.rows(found, section)]
    shown = {"edition": found, "sections": sections, "section": section, "name": name, "rows": rows}
    shown |= {"following": following}
    return render(request, "advisor/review/reading.html", shown)
