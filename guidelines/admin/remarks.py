"""Remarks: what reviewers say about the newest edition of a guideline and nobody has resolved, by the row they are about."""

from collections import Counter

from django.db.models import F, OuterRef, Subquery

from guidelines import queue
from guidelines.models import Comment, Edition


def counted():
    """Return how many open comments there are, by guideline and place, in one query."""
    newest = Edition.objects.filter(guideline=OuterRef("edition__guideline")).order_by("-number").values("pk")[:1]
    unresolved = Comment.objects.filter(answers=None, resolution=None).annotate(newest=Subquery(newest))
    places = unresolved.filter(edition=F("newest")).order_by().values_list("edition__guideline", "place")
    return Counter(places)


def at(guidelines, place):
    """Return the open comments at a place in some guidelines, the oldest first."""
    return [thread for one in guidelines for thread in queue.open_comments(one.pk).get(place, ())]
