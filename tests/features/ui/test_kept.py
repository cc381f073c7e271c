"""Does the name of kept content say all that is in it?"""

import datetime
from dataclasses import dataclass

import pytest
from django.utils import translation

from dekkend.organisations.models import Board, Site
from dekkend.ui.kept import digest_of


@dataclass(frozen=True, slots=True)
class Count:
    number: int


def test_the_same_content_has_the_same_name_and_other_content_another():
    shown = {"day": datetime.date(2026, 8, 1), "count": Count(1)}
    assert digest_of(shown) == digest_of(dict(shown))
    assert digest_of(shown) != digest_of(shown | {"count": Count(2)})
    assert digest_of(shown) != digest_of(shown | {"day": datetime.date(2026, 8, 2)})


def test_another_language_is_other_content():
    dutch = digest_of({})
    with translation.override("en"):
        assert digest_of({}) != dutch


def test_a_record_is_its_fields_and_those_of_what_was_fetched_along():
    site = Site(name="De Vuursprot", board=Board(name="De Golfslag"))
    before = digest_of({"site": site})
    site.board.name = "De Branding"
    after = digest_of({"site": site})
    site.name = "De Boei"
    assert len({before, after, digest_of({"site": site})}) == 3


def test_what_has_no_content_of_its_own_is_refused():
    with pytest.raises(TypeError, match="cannot be digested"):
        digest_of({"sites": Site.anywhere.all()})
