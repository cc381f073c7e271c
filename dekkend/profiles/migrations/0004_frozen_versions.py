# The database itself refuses to change or remove a frozen version.

from django.db import migrations

from dekkend.profiles.gateways import guards


def install(apps, schema_editor):
    guards.install(schema_editor.connection)


def remove(apps, schema_editor):
    guards.remove(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [("profiles", "0003_earlier_versions")]

    operations = [migrations.RunPython(install, remove, elidable=False)]
