"""The app of what we advise, who wrote it, who approved it and what it means."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from guidelines import seals


class GuidelinesConfig(AppConfig):
    """Guidelines, their catalogue, editions and ledger."""

    name = "guidelines"

    def ready(self):
        """Seal the append-only tables of every app whenever migrations have run."""
        post_migrate.connect(seals.renew, sender=self)
