from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("profiles", "0006_region_form")]

    operations = [
        migrations.AlterField(
            model_name="regionform",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("regular", "Basisschool"),
                    ("special_primary", "School voor speciaal basisonderwijs"),
                    ("special", "School voor speciaal onderwijs"),
                    ("secondary_special", "School voor voortgezet speciaal onderwijs"),
                ],
                max_length=20,
                verbose_name="soort school",
            ),
        ),
    ]
