"""Users in the admin: an administrator makes an account, gives it a role and takes it away."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.utils import timezone

from advisor.accounts.models import User
from guidelines import ledger


class NewUser(AdminUserCreationForm):
    """The first step of making an account."""

    class Meta:
        model = User
        fields = ("email", "name", "profession")


class Recorded:
    """Has the admin write to the ledger instead of a log of its own: which fields changed, and what the user may do now."""

    def log_addition(self, request, obj, message):
        """Enter that an account was made."""
        enter("user added", obj, message, by=request.user)

    def log_change(self, request, obj, message):
        """Enter that an account was changed."""
        enter("user changed", obj, message, by=request.user)

    def log_deletions(self, request, queryset):
        """Enter that accounts are deleted."""
        for user in queryset:
            enter("user deleted", user, [], by=request.user)


def enter(act, user, message, *, by):
    """Append an act on an account to the ledger, naming fields and rights but neither e-mail nor pass phrase."""
    roles = sorted(user.groups.values_list("name", flat=True))
    rights = {"active": user.is_active, "staff": user.is_staff, "superuser": user.is_superuser, "roles": roles}
    detail = {"said": message, "rights": rights}
    ledger.append(act, by=by, subject=f"user {user.pk}", detail=detail, at=timezone.now())


@admin.register(User)
class Users(Recorded, UserAdmin):
    """Find people by name or e-mail; the roles are the groups."""

    add_form = NewUser
    ordering = ("email",)
    list_display = ("email", "name", "profession", "is_active", "is_staff")
    list_filter = ("groups", "profession", "is_active")
    search_fields = ("email", "name")
    readonly_fields = ("last_login",)
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        ("Who they are", {"fields": ("name", "profession", "declared_interests")}),
        (
            "What they may do",
            {
                "fields": ("is_active", "groups", "is_staff", "is_superuser"),
                "description": (
                    "Clinicians consult, editors write, reviewers decide. Give one person both editor and reviewer only "
                    "knowingly: nobody can approve what they wrote."
                ),
            },
        ),
        ("Dates", {"fields": ("last_login",)}),
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
