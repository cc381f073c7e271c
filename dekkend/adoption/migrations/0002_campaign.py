"""Which tables keep the yearly round of a region and its reminders?"""

import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("adoption", "0001_initial"),
        ("organisations", "0003_invited_by_nobody"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("school_year", models.CharField(max_length=9, verbose_name="schooljaar")),
                ("opens_on", models.DateField(verbose_name="vanaf")),
                ("deadline", models.DateField(verbose_name="uiterlijk")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.partnership"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("partnership", "school_year"), name="one_campaign_per_region_and_year"),
                    models.CheckConstraint(
                        condition=models.Q(("deadline__gte", models.F("opens_on"))), name="campaign_ends_after_it_opens"
                    ),
                ],
            },
            managers=[
                ("anywhere", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("school_year", models.CharField(max_length=9, verbose_name="schooljaar")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("site", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.site")),
            ],
            options={
                "indexes": [models.Index(fields=["site", "school_year", "at"], name="reminder_of_a_site")],
            },
            managers=[
                ("anywhere", django.db.models.manager.Manager()),
            ],
        ),
    ]
