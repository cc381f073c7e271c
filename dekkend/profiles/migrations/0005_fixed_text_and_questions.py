"""Which tables keep the fixed text of a region, own wordings of schools, and questions to schools?"""

import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0003_invited_by_nobody"),
        ("profiles", "0004_frozen_versions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FixedText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("school_year", models.CharField(max_length=9, verbose_name="schooljaar")),
                ("section", models.CharField(max_length=50)),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField(blank=True, verbose_name="tekst")),
                ("effective_on", models.DateField(verbose_name="geldt vanaf")),
                ("made_at", models.DateTimeField()),
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
                "ordering": ("-school_year", "-number"),
            },
            managers=[
                ("anywhere", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="OwnWording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("school_year", models.CharField(max_length=9, verbose_name="schooljaar")),
                ("section", models.CharField(max_length=50)),
                ("text", models.TextField(verbose_name="tekst van de school")),
                ("source", models.CharField(blank=True, max_length=150)),
                ("told_at", models.DateTimeField()),
                (
                    "verdict",
                    models.CharField(
                        choices=[("open", "Nog te beoordelen"), ("accepted", "Goedgevonden"), ("refused", "Niet goedgevonden")],
                        default="open",
                        max_length=10,
                        verbose_name="oordeel",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                ("judged_at", models.DateTimeField(blank=True, null=True)),
                ("fixed", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="profiles.fixedtext")),
                (
                    "judged_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("site", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.site")),
                (
                    "told_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-told_at", "-pk"),
            },
            managers=[
                ("anywhere", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("school_year", models.CharField(max_length=9, verbose_name="schooljaar")),
                ("path", models.CharField(blank=True, max_length=200)),
                ("label", models.CharField(max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Wacht op antwoord"), ("answered", "Beantwoord"), ("closed", "Afgesloten")],
                        default="open",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("touched_at", models.DateTimeField()),
                ("site", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.site")),
            ],
            managers=[
                ("anywhere", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Saying",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("for_region", models.BooleanField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="sayings", to="profiles.question"),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
            },
            managers=[
                ("anywhere", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name="fixedtext",
            constraint=models.UniqueConstraint(
                fields=("partnership", "school_year", "section", "number"), name="one_fixed_text_per_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="ownwording",
            constraint=models.UniqueConstraint(
                condition=models.Q(("verdict", "open")), fields=("site", "school_year", "section"), name="one_open_wording_per_section"
            ),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(fields=["site", "school_year", "state"], name="question_of_a_site"),
        ),
    ]
