"""The app of how a clinician meets the advice."""

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import trans_real


class AdvisorConfig(AppConfig):
    """Consultations and the pages that lead to them."""

    name = "advisor"

    def ready(self):
        """Look the page's own words up in one catalogue: what it lacks Django would seek in five empty ones behind it.

        Nearly all English words of a page are lacking there, because they are their own translation; each of the hundreds
        on a recommendation went the whole way, every time.
        """
        trans_real.translation(settings.LANGUAGE_CODE)._fallback = None
