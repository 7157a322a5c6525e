"""Users in the admin: an administrator makes an account, gives it a role and takes it away."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.db import transaction
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from advisor.accounts.admin.recorded import Recorded
from advisor.accounts.models import User


class NewUser(AdminUserCreationForm):
    """The first step of making an account."""

    class Meta:
        model = User
        fields = ("email", "name", "profession")


@admin.register(User)
class Users(Recorded, UserAdmin):
    """Find people by name or e-mail; the roles are the groups."""

    told_with = ("groups",)
    add_form = NewUser
    ordering = ("email",)
    list_display = ("email", "name", "profession", "is_active", "is_staff")
    list_filter = ("groups", "profession", "is_active")
    search_fields = ("email", "name")
    readonly_fields = ("last_login",)
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        (_("Who they are"), {"fields": ("name", "profession", "declared_interests")}),
        (
            _("What they may do"),
            {
                "fields": ("is_active", "groups", "is_staff", "is_superuser"),
                "description": _(
                    "Clinicians consult, editors write, reviewers decide. Give one person both editor and reviewer only "
                    "knowingly: nobody can approve what they wrote."
                ),
            },
        ),
        (_("Dates"), {"fields": ("last_login",)}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": ("email", "name", "profession", "usable_password", "password1", "password2"),
            },
        ),
    )

    @method_decorator(sensitive_post_parameters())
    def user_change_password(self, request, *args, **kwargs):
        """Change somebody's pass phrase together with the ledger entry."""
        with transaction.atomic():
            return super().user_change_password(request, *args, **kwargs)

    def subject(self, row):
        """Return the account."""
        return f"user {row.pk}"

    def standing(self, row):
        """Return what the user may do."""
        return {"rights": rights(row)}


def rights(user):
    """Return what a user may do, for the ledger."""
    roles = sorted(group.name for group in user.groups.all())
    return {"active": user.is_active, "staff": user.is_staff, "superuser": user.is_superuser, "roles": roles}
