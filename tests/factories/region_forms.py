"""How does a test get a fixed text, an own wording of a school, and a question to it? Named after the situation."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from dekkend.organisations.models import Partnership, Site
from dekkend.profiles.actions.fixed_text import set_fixed_text, tell_own_wording
from dekkend.profiles.actions.questions import ask
from dekkend.profiles.models import FixedText, OwnWording, Question

SHARED = "Elke school in de regio helpt elk kind. Samen zoeken wij een plek als het niet lukt. Geen kind zit thuis."


def a_fixed_text(region: Partnership, year: str, section: str = "vision", text: str = SHARED, **other: Any) -> FixedText:
    """A text that holds since yesterday."""
    given = {"effective_on": timezone.localdate() - timedelta(1), "by": None, "now": timezone.now()} | other
    return set_fixed_text(region, year, section, text, **given)


def a_wording(site: Site, year: str, text: str = SHARED.replace("Geen", "Bijna geen"), section: str = "vision") -> OwnWording:
    return tell_own_wording(site, year, section, text, by=None, now=timezone.now())


def a_question(site: Site, year: str, path: str = "vision", text: str = "Wat bedoelt u met zorg op maat?", by: Any = None) -> Question:
    return ask(site, year, path, "Visie passend onderwijs", text, by=by, now=timezone.now())
