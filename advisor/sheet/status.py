"""The status of an edition in words for the reader of its advice, and what stands across every page of it."""

from django.utils.translation import gettext, gettext_noop


APPROVED = "Approved"
PENDING = gettext_noop("Educational purpose only: this content is pending human review")
WORDS = {
    "Superseded": gettext_noop("This edition has been superseded: a newer one has been approved since."),
    "Withdrawn": gettext_noop("This edition has been withdrawn: do not use its advice."),
    "Working copy: not for patients": gettext_noop("Preview: working copy, not approved, not for patients."),
    "Not approved: content altered": gettext_noop(
        "The content of this edition was altered after it was frozen: do not use its advice."
    ),
}
# What stands across each page, on screen and on paper; whatever is not named here was never approved.
UNAPPROVED = gettext_noop("Not approved")
MARKS = {
    APPROVED: "",
    "Superseded": gettext_noop("Superseded"),
    "Withdrawn": gettext_noop("Withdrawn: do not use"),
    "Working copy: not for patients": gettext_noop("Working copy: not for patients"),
    "Not approved: content altered": gettext_noop("Altered: do not use"),
}


def watermark(status):
    """Say what stands across every page of an advice from an edition of this status; nothing where it is approved."""
    words = MARKS.get(status, UNAPPROVED)
    return gettext(words) if words else ""


def banner(status, withdrawal=None):
    """Say what a reader must know of the status, and how loudly; an approved edition needs no warning."""
    if status == APPROVED:
        return {"tone": "quiet", "text": gettext("This edition has been approved."), "status": status, "watermark": ""}
    told = {
        "tone": "warn",
        "text": gettext(WORDS.get(status, PENDING)),
        "status": status,
        "watermark": watermark(status),
    }
    return told | ({"why": withdrawal.reason, "instead": withdrawal.replacement} if withdrawal else {})
