"""What the first page of the admin needs: what is due about each guideline, and the tables by what they are for."""

from django import template
from django.utils import timezone

from guidelines import queue
from guidelines.admin import grouping, workplace


register = template.Library()


@register.simple_tag
def due():
    """Return what is due about every guideline today."""
    return workplace.due(timezone.now().date())


@register.simple_tag
def waiting():
    """Return how many editions await review."""
    return queue.count()


@register.filter
def grouped(apps):
    """Return the tables of the admin by what they are for."""
    return grouping.grouped(apps)
