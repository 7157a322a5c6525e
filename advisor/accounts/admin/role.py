"""Roles in the admin; what each permits is set again with every release."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group

from advisor.accounts.admin.recorded import Recorded


admin.site.unregister(Group)


@admin.register(Group)
class Roles(Recorded, GroupAdmin):
    """The roles; what they permit is set again with every release."""

    told_with = ("permissions",)

    def subject(self, row):
        """Return the role."""
        return f"role {row.name}"

    def standing(self, row):
        """Return what the role permits."""
        return {"permissions": sorted(permission.codename for permission in row.permissions.all())}
