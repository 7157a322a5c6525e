"""Interests in the admin: what people declared, entered by an administrator."""

from django.contrib import admin
from django.utils import timezone

from guidelines.admin.trail import Trail
from guidelines.admin.watch import Watched
from guidelines.models import Interest


@admin.register(Interest)
class Interests(Watched, Trail, admin.ModelAdmin):
    """Which person has an interest in which maker."""

    actions = None
    list_display = ("person", "maker", "declared_at", "declared_by")
    list_filter = ("maker",)
    list_select_related = ("person", "maker", "declared_by")
    search_fields = ("person__email", "person__name", "maker__name")
    fields = ("person", "maker")

    def save_model(self, request, obj, form, change):
        """Save an interest with who entered it and when."""
        if not change or {"person", "maker"} & set(form.changed_data):
            obj.declared_at, obj.declared_by = timezone.now(), request.user
        super().save_model(request, obj, form, change)
