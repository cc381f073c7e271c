"""Does coverage follow from what schools made public, on which day and in which year?"""

from __future__ import annotations

import pytest

from dekkend.coverage.queries import coverage_of
from dekkend.coverage.words import USUAL
from tests.factories.offers import TODAY, a_public_offer

pytestmark = pytest.mark.django_db


def test_a_region_without_a_register_has_sites_and_no_children(site):
    a_public_offer(site)
    coverage = coverage_of(site.partnership, USUAL, today=TODAY)
    assert [each.brin6 for each in coverage.sites] == [site.brin6]
    assert coverage.areas == ()
    assert coverage.answered == {0}
