"""Schools with only secondary special education (VSO) have a kind of their own: until now they stood among special education."""

from django.db import migrations, models


def name_them(apps, schema_editor):
    """The register knows which they are."""
    secondary = apps.get_model("register", "RegisterSite")._default_manager.filter(kind="VSO").values("brin6")
    apps.get_model("organisations", "Site")._default_manager.filter(kind="special", brin6__in=secondary).update(kind="secondary_special")


def name_them_special(apps, schema_editor):
    apps.get_model("organisations", "Site")._default_manager.filter(kind="secondary_special").update(kind="special")


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0003_invited_by_nobody"),
        ("register", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="site",
            name="kind",
            field=models.CharField(
                choices=[
                    ("regular", "Basisschool"),
                    ("special_primary", "School voor speciaal basisonderwijs"),
                    ("special", "School voor speciaal onderwijs"),
                    ("secondary_special", "School voor voortgezet speciaal onderwijs"),
                ],
                default="regular",
                max_length=20,
                verbose_name="soort",
            ),
        ),
        migrations.RunPython(name_them, name_them_special),
    ]
