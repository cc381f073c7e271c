"""Which region do the tests of plans share?"""

from __future__ import annotations

import pytest

from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.words import Role
from tests.factories.offers import a_public_offer
from tests.factories.plans import a_gap


@pytest.fixture
def placed(site):
    """De Vuursprot has NT2 and 100 children near; De Oude Haven said nothing, and has 60 near and 40 a kilometre further; 30 are far."""
    a_public_offer(site)
    take_up()
    a_gap(site)
    return site


@pytest.fixture
def adviser(signed_in, placed):
    return signed_in(Role.ADVISER, placed)
