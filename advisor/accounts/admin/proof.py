"""What users sign in with, in the admin: further addresses, and second factors without their secrets."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin

from advisor.accounts.admin.recorded import Recorded


for model in (EmailAddress, Authenticator):
    admin.site.unregister(model)


@admin.register(EmailAddress)
class Addresses(Recorded, admin.ModelAdmin):
    """Further e-mail addresses of users."""

    list_display = ("email", "user", "primary", "verified")
    search_fields = ("email", "user__email")
    raw_id_fields = ("user",)


@admin.register(Authenticator)
class SecondFactors(Recorded, admin.ModelAdmin):
    """Second factors: an administrator takes a lost one away, and sees no secret."""

    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type",)
    fields = list_display
    search_fields = ("user__email", "user__name")

    def has_add_permission(self, request, obj=None):
        """Refuse: only the user has the device."""
        return False

    def has_change_permission(self, request, obj=None):
        """Refuse: there is nothing to change but secrets."""
        return False
