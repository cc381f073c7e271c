# Versions from before the fingerprint: publishing meant adopting and freezing until now, on the day it was done.

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db import migrations

from dekkend.profiles.rules.values import fingerprint
from dekkend.profiles.words.profile import FORMAT


def fill(apps, schema_editor):
    for version in apps.get_model("profiles", "ProfileVersion")._base_manager.filter(fingerprint="").select_related("site"):
        version.fingerprint = fingerprint(
            {
                "format": FORMAT,
                "template": version.template,
                "template_version": version.template_version,
                "site": version.site.brin6,
                "school_year": version.school_year,
                "values": version.values,
            }
        )
        version.adopted_on = version.published_on
        version.frozen_at = datetime.combine(version.published_on, time(12), ZoneInfo("Europe/Amsterdam"))
        version.save(update_fields=["fingerprint", "adopted_on", "frozen_at"])


class Migration(migrations.Migration):

    dependencies = [("profiles", "0002_life_of_a_draft")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
