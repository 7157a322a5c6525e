"""Renewals: a consultation that follows another about the same patient, with its answers and some that are new or otherwise."""

import base64
import hashlib
from datetime import timedelta

from django.utils.translation import gettext as _

from advisor import forms, record, supposition, wizard
from advisor.sheet.amount import day
from guidelines import library
from guidelines.engine import canonical


# For so long the answers of a consultation are taken as they are; older ones are checked before they are put to a guideline again.
FRESH = timedelta(days=1)
MOST = 4


def lacking(given):
    """List the facts that an advice lacks, those first that settle most."""
    return [one["fact"] for one in given["missing"]]


def within(past, given, book, session):
    """Give what stands within a recommendation: a form of the questions that settle most and take a line, and what it follows."""
    codes = [one["fact"] for one in given["missing"] if one["settles"]]
    asked = [one for one in supposition.questions(book, codes, session) if one.brief][:MOST]
    return {"form": forms.Selection(asked, {}) if asked else None, "follows": str(past.follows_id or "")}


def renew(chart, page, *, by, at):
    """Advise on a patient again, with answers that were lacking; name the view that comes next, its arguments, and notices.

    What is older than a day, or was answered on an earlier edition, becomes a draft, to be checked first. Raises
    patient.Refused, library.Absent, record.Unrecorded.
    """
    today = library.current(chart.consultation.guideline)
    supposed = supposition.suppose(chart, page)
    if today.sha256 != chart.reading.sha256 or at - chart.consultation.consulted_at >= FRESH:
        return begin(chart, supposed.person.answers, by=by, at=at)
    follows = chart.consultation.pk
    key = _key(follows, supposed.person.answers)
    made = record.consult(today, supposed.person, supposed.given, by=by, at=at, key=key, follows=follows)
    return ("consultation", made.pk), [_("This is a consultation of its own. The one that it follows stays as it was.")]


def begin(chart, document, *, by, at):
    """Begin a draft with these answers on today's edition; name its view, its arguments, and notices. Raises library.Absent."""
    past = chart.consultation
    draft, dropped = wizard.repeat(library.current(past.guideline), document, follows=past, by=by, at=at)
    said = _(
        "This will be a consultation of its own. Its answers are those of %(day)s and what you changed: check them."
    )
    notices = [said % {"day": day(past.consulted_at)}]
    if dropped:
        notices.append(_("These no longer fit and were removed: %(facts)s.") % {"facts": ", ".join(dropped)})
    return ("summary", draft.guideline, draft.key), notices


def _key(follows, document):
    """Make the key of a renewal: the same answers put twice are one consultation."""
    digest = hashlib.sha256(f"{follows} {canonical.text(document)}".encode()).digest()
    return base64.urlsafe_b64encode(digest).decode()[:22]
