"""Submitting at the bench: how long it takes to assemble, check, rehearse and freeze the guideline that ships."""

import time

from django.utils import timezone

from advisor.accounts.models import User
from guidelines import review
from guidelines.models import Guideline
from tests.bench.consulting import EDITOR


def seconds(slug):
    """Change a word of a guideline and submit it; give the seconds that submission took."""
    guideline = Guideline.objects.get(pk=slug)
    guideline.summary += " Measured."
    guideline.save(update_fields=["summary"])
    begun = time.perf_counter()
    review.submit(guideline, by=User.objects.get(email=EDITOR), at=timezone.now())
    return time.perf_counter() - begun
