"""The status of an edition in words for the reader of its advice."""

APPROVED = "Approved"
PENDING = "Educational purpose only: this content is pending human review"
WORDS = {
    "Superseded": "This edition has been superseded: a newer one has been approved since.",
    "Withdrawn": "This edition has been withdrawn: do not use its advice.",
    "Working copy: not for patients": "Preview: working copy, not approved, not for patients.",
    "Not approved: content altered": "The content of this edition was altered after it was frozen: do not use its advice.",
}


def banner(status, withdrawal=None):
    """Say what a reader must know of the status, and how loudly; an approved edition needs no warning."""
    if status == APPROVED:
        return {"tone": "quiet", "text": "This edition has been approved.", "status": status}
    told = {"tone": "warn", "text": WORDS.get(status, PENDING), "status": status}
    return told | ({"why": withdrawal.reason, "instead": withdrawal.replacement} if withdrawal else {})
