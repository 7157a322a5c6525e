"""The app of what we advise, who wrote it, who approved it and what it means."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

from guidelines import guards, seals, speech


class GuidelinesConfig(AppConfig):
    """Guidelines, their catalogue, editions and ledger."""

    name = "guidelines"

    def import_models(self):
        """Import the models, and have them speak the reader's language before anything is made of them."""
        super().import_models()
        speech.learn(self.models.values())

    def ready(self):
        """Seal the append-only tables of every app, and guard review steps, whenever migrations have run."""
        pre_migrate.connect(guards.lift, sender=self)
        post_migrate.connect(seals.renew, sender=self)
        post_migrate.connect(guards.renew, sender=self)
