"""Is this the database of a demo? Whatever fills or empties it asks this first: the address of a real one is soon in the environment."""

from __future__ import annotations

from django.conf import settings
from django.db import connection

from dekkend.demo.queries import began_as_demo, holds_anything, other_partnerships
from dekkend.organisations.models import Partnership


class NotADemo(Exception):
    """Someone asked to fill or empty what is not the database of a demo; the text says what to do."""


REAL_DATA = (
    "In deze database staan {what} die de demo niet maakte: het is geen database van een demo. Er is niets veranderd. "
    "Kijk naar DATABASE_URL en DEKKEND_VAR; een demo heeft een eigen database nodig."
)


def refuse_real_data() -> None:
    """Raise NotADemo unless this is a demo, and its database is empty or was filled by the demo itself."""
    if not settings.DEMO:
        raise NotADemo("Dit is geen demo. Er is niets veranderd.")
    if Partnership._meta.db_table not in connection.introspection.table_names():
        return
    others = other_partnerships()
    if others:
        raise NotADemo(REAL_DATA.format(what=f"samenwerkingsverbanden ({', '.join(others[:5])})"))
    if holds_anything() and not began_as_demo():
        raise NotADemo(REAL_DATA.format(what="mensen of samenwerkingsverbanden"))
