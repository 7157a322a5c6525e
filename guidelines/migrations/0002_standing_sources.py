"""The two sources that are no publication stand in every database from the start."""

from django.db import migrations


def add(apps, schema_editor):
    """Add practice and editorial, both unverified."""
    source = apps.get_model("guidelines", "Source")
    source.objects.bulk_create([source(code=code, verification="unverified") for code in ("practice", "editorial")])


class Migration(migrations.Migration):
    dependencies = [("guidelines", "0001_initial")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
