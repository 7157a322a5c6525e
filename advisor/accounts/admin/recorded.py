"""Records of the admin about accounts: the ledger instead of the admin's own log."""

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from guidelines import ledger


class Recorded:
    """Has the admin write to the ledger instead of a log of its own: which fields changed, and what may be done now."""

    # What of other tables an entry tells.
    told_with = ()

    def changelist_view(self, request, extra_context=None):
        """Show the list; what is done to several rows from there is done with its entries, or not at all."""
        with transaction.atomic():
            return super().changelist_view(request, extra_context)

    def log_addition(self, request, obj, message):
        """Enter that a row was added."""
        self.enter("added", obj, message, by=request.user)

    def log_change(self, request, obj, message):
        """Enter that a row was changed."""
        self.enter("changed", obj, message, by=request.user)

    def log_deletions(self, request, queryset):
        """Enter that rows are deleted."""
        rows = list(queryset)
        prefetch_related_objects(rows, *self.told_with)
        for row in rows:
            self.enter("deleted", row, [], by=request.user)

    def enter(self, what, row, message, *, by):
        """Append an act to the ledger, naming fields and rights but neither e-mail nor pass phrase."""
        detail = {"said": message, **self.standing(row)}
        act = f"{self.opts.verbose_name_raw} {what}"
        ledger.append(act, by=by, subject=self.subject(row), detail=detail, at=timezone.now())

    def subject(self, row):
        """Return the account that a row is about."""
        return f"user {row.user_id}"

    def standing(self, row):
        """Return what there is to know of a row."""
        return {"which": f"{getattr(row, 'type', self.opts.model_name)} {row.pk}"}
