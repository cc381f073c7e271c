"""Which region do the tests of coverage share, unless they make one of their own?"""

from __future__ import annotations

import pytest

from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.words import Role
from tests.factories.ground import put_area, put_site
from tests.factories.offers import a_public_offer


@pytest.fixture
def placed(site):
    """De Vuursprot with a public profile that has NT2; 100 children there, 60 ten kilometres away, and 3 a little further."""
    a_public_offer(site)
    take_up()
    put_site(site, 100_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    put_area(site.partnership, "9998", 110_000, 400_000, 60)
    put_area(site.partnership, "9997", 112_000, 400_000, 3)
    return site


@pytest.fixture
def adviser(signed_in, placed):
    return signed_in(Role.ADVISER, placed)
