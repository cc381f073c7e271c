# A draft keeps a journal and closes; a version is frozen with a fingerprint, and adopted and published later.

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

ID = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))
ANYWHERE = [("anywhere", django.db.models.manager.Manager())]


def person(**more):
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL, **more
    )


def of_draft():
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="profiles.profiledraft")


class Migration(migrations.Migration):

    dependencies = [
        ("profiles", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint("profiledraft", "one_draft_per_site_and_year"),
        migrations.RenameField("profiledraft", "replaced_at", "closed_at"),
        migrations.AddConstraint(
            "profiledraft",
            models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)), fields=("site", "school_year"), name="one_draft_per_site_and_year"
            ),
        ),
        migrations.AddField("profiledraft", "standing", models.JSONField(default=dict)),
        migrations.AddField("profiledraft", "revision", models.PositiveIntegerField(default=0)),
        migrations.AddField(
            "profiledraft",
            "copied_from",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="profiles.profileversion"
            ),
        ),
        migrations.AddField("profileversion", "standing", models.JSONField(default=dict)),
        # Filled in by the next migration.
        migrations.AddField(
            "profileversion", "fingerprint", models.CharField(db_index=True, default="", max_length=64), preserve_default=False
        ),
        migrations.AddField(
            "profileversion", "frozen_at", models.DateTimeField(default=django.utils.timezone.now), preserve_default=False
        ),
        migrations.AddField("profileversion", "frozen_by", person(blank=True)),
        migrations.AddField(
            "profileversion",
            "draft",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="profiles.profiledraft"
            ),
        ),
        migrations.AddField("profileversion", "adopted_on", models.DateField(blank=True, null=True)),
        migrations.AlterField("profileversion", "published_on", models.DateField(blank=True, null=True)),
        migrations.CreateModel(
            name="DraftChange",
            fields=[
                ID,
                ("number", models.PositiveIntegerField()),
                ("path", models.CharField(max_length=200)),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
                ("standing", models.JSONField(default=dict)),
                ("evidence", models.JSONField(default=dict)),
                ("kind", models.CharField(max_length=10)),
                ("batch", models.UUIDField(db_index=True)),
                ("undoes", models.UUIDField(blank=True, null=True)),
                ("at", models.DateTimeField()),
                ("by", person()),
                ("draft", of_draft()),
            ],
            options={
                "indexes": [models.Index(fields=["draft", "path", "number"], name="change_of_a_path")],
                "constraints": [models.UniqueConstraint(fields=("draft", "number"), name="one_change_per_number")],
            },
            managers=ANYWHERE,
        ),
        migrations.CreateModel(
            name="RestorePoint",
            fields=[
                ID,
                ("revision", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("reason", models.CharField(max_length=200)),
                ("values", models.JSONField()),
                ("evidence", models.JSONField(default=dict)),
                ("standing", models.JSONField(default=dict)),
                ("by", person()),
                ("draft", of_draft()),
            ],
            managers=ANYWHERE,
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                ID,
                ("section", models.CharField(max_length=50)),
                ("seen_at", models.DateTimeField()),
                (
                    "draft",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="profiles.profiledraft"),
                ),
                (
                    "user",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("draft", "user"), name="one_presence_per_person")]},
            managers=ANYWHERE,
        ),
        migrations.CreateModel(
            name="Overruled",
            fields=[
                ID,
                ("key", models.CharField(max_length=300)),
                ("path", models.CharField(max_length=200)),
                ("text", models.CharField(max_length=64)),
                ("reason", models.CharField(max_length=1000, verbose_name="reden")),
                ("at", models.DateTimeField()),
                ("by", person()),
                ("draft", of_draft()),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("draft", "key"), name="one_overruling_per_finding")]},
            managers=ANYWHERE,
        ),
        migrations.CreateModel(
            name="VersionRedaction",
            fields=[
                ID,
                ("path", models.CharField(max_length=200)),
                ("quote", models.TextField(blank=True, null=True)),
                ("reason", models.CharField(max_length=1000, verbose_name="reden")),
                ("at", models.DateTimeField()),
                ("by", person()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="redactions", to="profiles.profileversion"
                    ),
                ),
            ],
            managers=ANYWHERE,
        ),
    ]
