
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('profiles', '0004_frozen_versions'),
    ]

    operations = [
        migrations.AlterField(
            model_name='draftchange',
            name='kind',
            field=models.CharField(choices=[('typed', 'getypt'), ('merged', 'samengevoegd'), ('confirmed', 'bevestigd'), ('reopened', 'opnieuw te bevestigen'), ('undone', 'ongedaan gemaakt'), ('redone', 'opnieuw gedaan'), ('restored', 'teruggezet'), ('imported', 'ingelezen'), ('copied', 'overgenomen van vorig jaar')], max_length=10),
        ),
    ]
