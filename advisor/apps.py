"""The app of how a clinician meets the advice."""

from django.apps import AppConfig


class AdvisorConfig(AppConfig):
    """Consultations and the pages that lead to them."""

    name = "advisor"
