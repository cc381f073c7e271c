"""How does a command of our own get at the installation: its settings, its database, its files?"""

from __future__ import annotations

import os

DEMO = "dekkend.config.settings.demo"


def start_django() -> None:
    """Load the settings that DJANGO_SETTINGS_MODULE names (a demo when it names none) and every feature.

    Raises ImproperlyConfigured when production would not be safe.
    """
    os.umask(0o077)  # `dekkend doctor` before the first migrate makes the file of the database too
    if not os.environ.get("DJANGO_SETTINGS_MODULE"):
        os.environ["DJANGO_SETTINGS_MODULE"] = DEMO
    import django

    django.setup()
