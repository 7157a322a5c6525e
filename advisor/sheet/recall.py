"""A recall in words: which consultation, what today's edition says against it."""

from django.utils.translation import gettext

from .amount import day


def recall(finding):
    """Give a finding about a past consultation as plain values; nothing in it names the patient."""
    found = finding.consultation
    return {
        "id": str(found.pk),
        "on": f"{day(found.consulted_at)}, {found.consulted_at:%H:%M} UTC",
        "title": finding.title,
        "number": finding.number,
        "edition": finding.edition_id,
        "said": [gettext(sentence) for sentence in finding.said],
        "withdrawn": finding.withdrawn,
    }
