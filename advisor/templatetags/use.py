"""What the first page of the admin shows of use: which rules clinicians override for newer evidence, or stopped firing."""

from django import template
from django.utils import timezone

from advisor import reach


register = template.Library()


@register.simple_tag
def due_by_use():
    """Return what use says is due about each guideline, by its short name."""
    return reach.due(timezone.now())


@register.filter
def about(found, slug):
    """Return what is due about one guideline, or nothing."""
    return found.get(slug)
