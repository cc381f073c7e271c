"""What do the tests of the reading rules share?"""

from __future__ import annotations

import pytest

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.words.template import Template


@pytest.fixture(scope="session")
def form() -> Template:
    return load_template("haaglanden")
