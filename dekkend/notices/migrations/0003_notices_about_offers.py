
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('notices', '0002_secret_until'),
    ]

    operations = [
        migrations.AlterField(
            model_name='outgoing',
            name='notice',
            field=models.CharField(choices=[('organisations.invitation', 'Uitnodiging'), ('reading.batch_read', 'Documenten gelezen'), ('reading.batch_refused', 'Documenten niet gelezen'), ('reading.held_apart', 'Document apart gezet'), ('offers.confirm', 'Klopt het aanbod nog?'), ('offers.confirm_reminder', 'Herinnering: klopt het aanbod nog?'), ('accounts.password_changed', 'Wachtwoord veranderd'), ('accounts.new_sign_in', 'Ingelogd op een nieuw apparaat'), ('accounts.password_reset', 'Wachtwoord vergeten'), ('accounts.unknown_account', 'Wachtwoord vergeten, zonder account'), ('accounts.app_on', 'App met codes aangezet'), ('accounts.app_off', 'App met codes uitgezet'), ('accounts.codes_made', 'Nieuwe herstelcodes'), ('accounts.passkey_made', 'Passkey gemaakt'), ('accounts.passkey_removed', 'Passkey weggehaald'), ('accounts.school_coupled', 'Schoolaccount gekoppeld'), ('accounts.school_uncoupled', 'Schoolaccount ontkoppeld')], max_length=50, verbose_name='soort'),
        ),
    ]
