"""How does a demo start over? Everything in its database goes, and every file that was kept; the key and the password stay."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection

from dekkend.audit.gateways import guards
from dekkend.demo.actions.recognising import refuse_real_data
from dekkend.files.models import StoredFile
from dekkend.profiles.gateways import guards as version_guards


def empty() -> None:
    """Remove all people, schools, profiles, documents, jobs and the log. Raises NotADemo among data that are not the demo's."""
    refuse_real_data()
    for stored in StoredFile.objects.exclude(content=""):
        stored.content.delete(save=False)
    # The log and what was adopted refuse to be emptied, as they should. In a demo they tell of nobody.
    guards.remove(connection)
    version_guards.remove(connection)
    try:
        call_command("flush", verbosity=0, interactive=False)
    finally:
        guards.install(connection)
        version_guards.install(connection)
