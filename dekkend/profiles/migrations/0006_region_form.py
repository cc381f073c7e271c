import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0003_invited_by_nobody"),
        ("profiles", "0005_fixed_text_and_questions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RegionForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("school_year", models.CharField(max_length=9, verbose_name="schooljaar")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("regular", "Basisschool"),
                            ("special_primary", "School voor speciaal basisonderwijs"),
                            ("special", "School voor speciaal onderwijs"),
                        ],
                        max_length=20,
                        verbose_name="soort school",
                    ),
                ),
                ("overlay", models.JSONField()),
                ("name", models.CharField(db_index=True, max_length=50)),
                ("made_at", models.DateTimeField()),
                ("in_force_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.partnership"),
                ),
            ],
            options={
                "ordering": ("-school_year", "-pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("in_force_at__isnull", True)),
                        fields=("partnership", "school_year", "kind"),
                        name="one_form_being_made",
                    )
                ],
            },
            managers=[
                ("anywhere", django.db.models.manager.Manager()),
            ],
        ),
    ]
