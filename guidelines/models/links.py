"""Links: rows that a row names by code, several at a time; what is named cannot be deleted while it is."""

from django.db import models


class Links(models.ManyToManyField):
    """A many-to-many field whose far end refuses deletion, where Django's own would silently unlink it."""

    def contribute_to_class(self, cls, name, **options):
        """Join the class, and restrict deletion of the far end of each link."""
        super().contribute_to_class(cls, name, **options)
        through = self.remote_field.through
        if through is not None and not isinstance(through, str):
            far_end = next(f for f in through._meta.local_fields if f.name == self._named(through))
            far_end.remote_field.on_delete = models.RESTRICT

    def deconstruct(self):
        """Look like Django's field to a migration: the table is the same."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.ManyToManyField", args, options

    def _named(self, through):
        relations = [f.name for f in through._meta.local_fields if f.is_relation]
        return relations[-1]
