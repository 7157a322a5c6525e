"""The app of what we advise, who wrote it, who approved it and what it means."""

from django.apps import AppConfig


class GuidelinesConfig(AppConfig):
    """Guidelines, their catalogue, editions and ledger."""

    name = "guidelines"
