"""Is this the database of a demo? Whatever fills or empties it asks this first: the address of a real one is soon in the environment."""

from __future__ import annotations

from django.conf import settings
from django.db import connection

from dekkend.demo.queries import began_as_demo, holds_anything, other_partnerships
from dekkend.organisations.models import Partnership


class NotADemo(Exception):
    """Someone asked to fill or empty what is not the database of a demo; the text says what to do."""


REAL_DATA = (
    "This database holds {what} that the demo did not make: it is not the database of a demo. Nothing was changed. "
    "Look at DATABASE_URL and DEKKEND_VAR; a demo needs a database of its own."
)


def refuse_real_data() -> None:
    """Raise NotADemo unless this is a demo, and its database is empty or was filled by the demo itself."""
    if not settings.DEMO:
        raise NotADemo("This is not a demo installation: nothing was changed.")
    if Partnership._meta.db_table not in connection.introspection.table_names():
        return
    others = other_partnerships()
    if others:
        raise NotADemo(REAL_DATA.format(what=f"partnerships ({', '.join(others[:5])})"))
    if holds_anything() and not began_as_demo():
        raise NotADemo(REAL_DATA.format(what="people or partnerships"))
