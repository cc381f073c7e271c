"""Does the ground of a region hold its own schools, places and outlines, and is it read only once?"""

from __future__ import annotations

import pytest

from dekkend.demo.actions.loading import load_region
from dekkend.demo.gateways.files import story
from dekkend.organisations.models import Partnership, Site
from dekkend.register.actions.keeping import Origin, keep_sites
from dekkend.register.models import Closure, PupilCount, RegisterSite
from dekkend.register.queries import geography_of, geography_of_country
from dekkend.register.queries.geography import forget
from dekkend.register.words.records import Count, SiteRecord
from tests.factories.organisations import a_region, a_site


@pytest.fixture
def made_up(db) -> Partnership:
    load_region("een-wachtwoord")
    return Partnership.objects.get()


def test_the_made_up_region_has_points_children_and_outlines(made_up):
    ground = geography_of(made_up)
    schools = {school.brin6: school for school in story().region.schools}
    assert {site.brin6: site.point for site in ground.sites} == {brin6: school.point for brin6, school in schools.items()}
    assert all(site.site_id and site.board and site.region == made_up.code and site.pupils for site in ground.sites)
    assert [area.postcode for area in ground.areas] == sorted(area.postcode for area in story().region.areas)
    assert all(area.outlines and area.children is not None and area.region == made_up.code for area in ground.areas)
    [(municipality, rings)] = ground.borders
    assert municipality
    assert len(rings[0]) > 50
    assert any("verzonnen" in source for source in ground.sources)


def test_the_country_is_the_same_ground_when_there_is_one_region(made_up):
    ground, country = geography_of(made_up), geography_of_country()
    assert (country.sites, country.areas, country.borders) == (ground.sites, ground.areas, ground.borders)
    assert country.fingerprint != ground.fingerprint


def test_asking_again_costs_two_queries(made_up, django_assert_num_queries):
    first = geography_of(made_up)
    with django_assert_num_queries(2):
        assert geography_of(made_up) is first


def test_a_change_of_a_school_or_of_the_register_is_seen_at_once(made_up):
    before = geography_of(made_up)
    Site.anywhere.filter(brin6=before.sites[0].brin6).update(name="Een veel langere naam dan eerst")
    renamed = geography_of(made_up)
    assert renamed.sites[0].name == "Een veel langere naam dan eerst"
    assert renamed.fingerprint != before.fingerprint
    keep_sites([SiteRecord("99ZZ09", "Nieuwe school", "BAO", region=made_up.code, x=20_000.0, y=550_000.0)], Origin("verzonnen"))
    assert "99ZZ09" in {site.brin6 for site in geography_of(made_up).sites}


def test_the_number_of_queries_does_not_grow_with_the_schools(db, django_assert_max_num_queries):
    site = a_site(a_region())
    with django_assert_max_num_queries(20):
        geography_of(site.partnership)


def test_a_school_that_nobody_mapped_has_no_point_and_a_masked_count_is_not_a_number(db):
    site = a_site(a_region())
    [shown] = geography_of(site.partnership).sites
    assert (shown.site_id, shown.point, shown.pupils) == (site.pk, None, None)
    keep_sites([SiteRecord(site.brin6, "Anders", "BAO", region="PO9999", x=1.0, y=2.0)], Origin("verzonnen"))
    row = RegisterSite.objects.get()
    PupilCount.objects.create(site=row, counted_on="2024-10-01", low=1, high=4)
    [shown] = geography_of(site.partnership).sites
    assert (shown.name, shown.point, shown.pupils, shown.region) == (site.name, (1.0, 2.0), None, site.partnership.code)


def test_schools_around_are_those_within_ten_kilometres_and_closed_ones_are_nowhere(db):
    site = a_site(a_region())
    there = {"kind": "BAO", "region": "PO0000"}
    keep_sites(
        [
            SiteRecord(site.brin6, site.name, "BAO", x=0.0, y=0.0),
            SiteRecord("98AA00", "Dichtbij", x=9_999.0, y=0.0, **there),
            SiteRecord("98AB00", "Te ver", x=10_001.0, y=0.0, **there),
            SiteRecord("98AC00", "Gesloten", x=1.0, y=0.0, **there),
            SiteRecord("98AD00", "Nergens", pupils=Count(3, 3), **there),
        ],
        Origin("verzonnen"),
    )
    RegisterSite.objects.filter(brin6="98AC00").update(closed_on="2024-01-01")
    assert [near.name for near in geography_of(site.partnership).around] == ["Dichtbij"]
    Closure.objects.create(site=site, closed_on="2024-01-01")
    forget()
    assert geography_of(site.partnership).sites == ()
