"""Deletion: refused while other rows name a row or its guidelines would break without it, in words that say so."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from guidelines.admin import address, soundness, usage


# Rows that come and go with another, whatever an editor may do with them alone.
COMING_ALONG = frozenset({"source", "inclusion"})


class Kept:
    """Keeps rows that are in use."""

    def get_deleted_objects(self, objs, request):
        """Tell what would go with a row, and which rows stand in the way."""
        gone, counts, lacking, _ = super().get_deleted_objects(objs, request)
        protected = [told for row in objs for told in self.against(row)]
        # Where a row stays anyhow, what the editor may not delete either is no news.
        return gone, counts, set() if protected else lacking - COMING_ALONG, protected

    def against(self, row):
        """Return what stands against deleting a row: the rows that name it, and what its guidelines would lack."""
        named = [_naming(kind, users) for kind, users in usage.grouped(row)]
        return named or [soundness.sentence(fault) for fault in self.missed(row)]

    def missed(self, row):
        """Return the faults that guidelines would have without a row."""
        missed = (soundness.missed(guideline, soundness.place(row)) for guideline in self.standing_in(row))
        return soundness.in_order(frozenset().union(*missed))


def _naming(kind, users):
    if getattr(users[0], "sealed", False):
        words = _("%(kind)s of it are on record (%(count)s) and stay for ever, so it stays too.")
        return words % {"kind": kind.capitalize(), "count": len(users)}
    links = format_html_join(", ", '<a href="{}">{}</a>', ((address.of(user), user) for user in users))
    return format_html("{}: {}", _("%s that name it") % kind.capitalize(), links)
