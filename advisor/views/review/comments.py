"""What is said about a place of an edition, or about all of it, and the form of another comment."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from advisor import forms
from advisor.accounts import roles
from guidelines import dossier, library, queue, review


@roles.require(roles.may_review_or_edit)
@require_safe
def comments(request, slug, number):
    """Show what was said, about one place where the address names one."""
    return _page(request, _found(slug, number), forms.Remark(initial={"place": request.GET.get("place", "")}))


@roles.require(roles.may_review)
@require_POST
def comment(request, slug, number):
    """Add a comment, and lead to it."""
    found, form = _found(slug, number), forms.Remark(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = review.comment(found, said["place"], said["text"], by=request.user, at=timezone.now())
        except review.Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("review-conversation", comment=made.pk)
    return _page(request, found, form)


def _found(slug, number):
    try:
        return dossier.find(slug, number)
    except library.Absent as error:
        raise Http404(str(error)) from error


def _page(request, edition, form):
    place = form["place"].value()
    threads = [thread for thread in queue.threads(edition) if place in {"", thread.place}]
    shown = {"edition": edition, "place": place, "threads": threads, "form": form}
    shown |= {"row": dossier.row(edition, place)}
    return render(request, "advisor/review/comments.html", shown, status=422 if form.is_bound else 200)
