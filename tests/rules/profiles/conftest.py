"""What do the tests of profiles start from?"""

from __future__ import annotations

from typing import Any

import pytest

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.values import empty_profile
from dekkend.profiles.words.template import Template


@pytest.fixture(scope="session")
def form() -> Template:
    return load_template("haaglanden")


@pytest.fixture
def profile(form: Template) -> dict[str, Any]:
    """A profile of De Vuursprot in which little is answered."""
    made = empty_profile(form, "2026-2027", "00AA00")
    made["values"]["school"]["name"] = "De Vuursprot"
    return made
