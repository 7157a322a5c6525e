"""One comment with its answers: editors and reviewers answer, a reviewer who did not write the edition resolves it."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from advisor import forms
from advisor.accounts import roles
from guidelines import dossier, queue, review


@roles.require(roles.may_review_or_edit)
@require_http_methods(["GET", "HEAD", "POST"])
def conversation(request, comment):
    """Show a comment with its answers; a POST adds one."""
    found = _found(comment)
    form = forms.Answer(request.POST or None)
    if form.is_bound and form.is_valid():
        said = {"by": request.user, "at": timezone.now(), "answers": found}
        try:
            review.comment(found.edition, found.place, form.cleaned_data["text"], **said)
        except review.Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("review-conversation", comment=comment)
    return _page(request, found, form, forms.Settling())


@roles.require(roles.may_review)
@require_POST
def resolve(request, comment):
    """Say that a comment needs nothing more, and lead back to its edition."""
    found, form = _found(comment), forms.Settling(request.POST)
    if form.is_valid():
        try:
            review.resolve(found, form.cleaned_data["settled"], by=request.user, at=timezone.now())
        except review.Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("review-edition", slug=found.edition.guideline_id, number=found.edition.number)
    return _page(request, found, forms.Answer(), form)


def _found(comment):
    try:
        return queue.remark(comment)
    except LookupError as error:
        raise Http404(str(error)) from error


def _page(request, remark, answer, resolution):
    [thread] = [one for one in queue.threads(remark.edition) if one.comment == remark.pk]
    shown = {"edition": remark.edition, "thread": thread, "answer": answer, "resolution": resolution}
    shown |= {"row": dossier.row(remark.edition, remark.place)}
    refused = answer.is_bound or resolution.is_bound
    return render(request, "advisor/review/conversation.html", shown, status=422 if refused else 200)
