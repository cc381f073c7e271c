
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0005_subject_kinds'),
    ]

    operations = [
        migrations.AlterField(
            model_name='entry',
            name='subject_kind',
            field=models.CharField(choices=[('person', 'Persoon'), ('document', 'Document'), ('site', 'School'), ('invitation', 'Uitnodiging'), ('mail', 'Bericht'), ('log', 'Logboek'), ('region', 'Samenwerkingsverband'), ('job', 'Taak'), ('list', 'Lijst')], max_length=20),
        ),
    ]
