"""Does a school that moved lie in one place for everyone: the register, the finder, coverage and the map?"""

from __future__ import annotations

from datetime import date

import pytest

from dekkend.coverage.queries import coverage_of
from dekkend.coverage.rules.figures import of_region
from dekkend.coverage.rules.kinds import only
from dekkend.coverage.words import USUAL
from dekkend.finder.queries.answering import answer
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.words import Role
from dekkend.register.actions.deciding import accept, undo
from dekkend.register.models import Closure, RegisterChange, RegisterSite
from dekkend.register.queries import geography_of
from dekkend.register.words.changes import ChangeKind, Target
from tests.factories.ground import put_area, put_site
from tests.factories.offers import NT2, TODAY, a_public_offer
from tests.factories.registers import LATER, NOW, an_import, old_dialect

pytestmark = pytest.mark.django_db
OLD, NEW = (100_000.0, 400_000.0), (110_000.0, 400_000.0)


@pytest.fixture
def school(site):
    """De Vuursprot with NT2 among 100 children; 60 live ten kilometres away, and 3 where nobody else does."""
    a_public_offer(site)
    take_up()
    put_site(site, *OLD)
    put_area(site.partnership, "9999", *OLD, 100)
    put_area(site.partnership, "9998", *NEW, 60)
    return site


def moved_to(school, postcode: str, name: str = "vestigingen-2026-02.csv"):
    """DUO's own list, which has no coordinates, says that the school is there now."""
    line = f"Zeeland;;{school.brin6[:4]};{school.brin6[4:]};De Vuursprot;Nieuwe Kade;7;{postcode};ZILVERDUIN;ZILVERKUST;Openbaar;"
    return an_import(school.partnership, old_dialect(line, name=name))


def moves(imported) -> dict[str, RegisterChange]:
    return {change.target: change for change in RegisterChange.objects.filter(imported=imported, kind=ChangeKind.MOVED.value)}


def where(school) -> tuple[object, float | None, float | None, int]:
    """Its point for the map, how far the finder and how far the parents of 9998 find it, and how many children coverage counts."""
    [site] = geography_of(school.partnership).sites
    far = [next((card.km for card in answer(postcode, ["lift"], None, 5, today=TODAY).cards), None) for postcode in ("9999", "9998")]
    return site.point, *far, of_region(coverage_of(school.partnership, only(USUAL, NT2), today=TODAY))[0].covered


def test_a_move_without_a_point_waits_for_a_person_and_then_takes_the_point_along(school):
    before = where(school)
    assert before == (OLD, 0.0, 12.5, 100)
    imported = moved_to(school, "9998AB")
    found = moves(imported)
    assert {target: change.held for target, change in found.items()} == {Target.SITE.value: True, Target.SCHOOL.value: True}
    assert "het punt op de kaart gaat mee naar het midden van postcode 9998." in found[Target.SITE.value].why
    accept(imported, None, by=None, now=NOW)
    assert where(school) == before
    accept(imported, [found[Target.SCHOOL.value].pk], by=None, now=NOW)
    assert where(school) == (NEW, 12.5, 0.0, 60)
    assert "Van 1 school is de ligging geschat: het midden van haar postcode." in geography_of(school.partnership).sources
    assert not moves(moved_to(school, "9998AB"))
    imported.refresh_from_db()
    undo(imported, by=None, now=LATER)
    assert where(school) == before
    assert RegisterSite.objects.get().point_from == ""


def test_the_screen_says_that_the_point_is_an_estimate(school, signed_in):
    imported = moved_to(school, "9998AB")
    accept(imported, [moves(imported)[Target.SITE.value].pk], by=None, now=NOW)
    page = signed_in(Role.ADVISER, school).get(f"/register/scholen/{school.brin6}/").content.decode()
    assert "Geschat: dit is het midden van postcode 9998." in page


def test_the_middle_of_six_signs_goes_before_that_of_four(school):
    put_area(school.partnership, "9998AB", 111_000, 400_000, 10)
    imported = moved_to(school, "9998AB")
    assert moves(imported)[Target.SITE.value].after["point_from"] == "9998AB"


def test_where_no_area_is_known_the_school_lies_nowhere_rather_than_where_it_was(school):
    imported = moved_to(school, "9990AB")
    found = moves(imported)
    assert found[Target.SITE.value].held
    assert "postcode 9990AB kennen wij niet" in found[Target.SITE.value].why
    accept(imported, [found[Target.SCHOOL.value].pk], by=None, now=NOW)
    assert where(school) == (None, None, None, 0)


def test_a_door_further_along_the_street_keeps_its_point(school):
    imported = moved_to(school, "9999ZA")
    assert not RegisterChange.objects.filter(imported=imported, held=True, target=Target.SITE.value).exists()
    accept(imported, None, by=None, now=NOW)
    assert geography_of(school.partnership).sites[0].point == OLD


def test_a_school_that_will_close_still_moves_until_that_day(school):
    Closure.anywhere.create(site=school, closed_on=date(2999, 8, 1))
    assert set(moves(moved_to(school, "9998AB"))) == {Target.SITE.value, Target.SCHOOL.value}
