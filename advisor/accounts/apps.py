"""The app of who may do what."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    """Users, their professions and their roles."""

    name = "advisor.accounts"
    label = "accounts"

    def ready(self):
        """Give the roles their permissions again after every migration; new models bring new permissions."""
        from advisor.accounts import roles  # models cannot be imported before the apps are ready

        post_migrate.connect(roles.grant, dispatch_uid="accounts.roles.grant")
