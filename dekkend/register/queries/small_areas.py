"""Which postcode areas may stand beside what a child needs?"""

from __future__ import annotations

from dekkend.organisations.models import Place
from dekkend.register.rules.children import children_of_4_to_11
from dekkend.register.rules.small_areas import NOT_KNOWN, area_too_small


def area_problem(postcode: str) -> str:
    """Why this PC4 may not be named, as a sentence; "" when it may. Of the whole country: a child may live outside the region."""
    place = Place.objects.filter(postcode=postcode).only("children").first()
    return area_too_small(children_of_4_to_11(place.children)) if place else NOT_KNOWN
