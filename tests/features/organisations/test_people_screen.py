"""Can someone see who has which role, end one and undo it, and let roles run on?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(person):
    def make(role: Role, place) -> Client:
        client = Client()
        client.user = person(role, place)
        client.force_login(client.user)
        return client

    return make


def role_of(user) -> Membership:
    return Membership.anywhere.get(user=user)


def test_the_list_names_the_people_within_reach_and_nobody_else(site, person, browser):
    near, far = person(Role.TEACHER, site), person(Role.TEACHER, a_site(a_region("SWV Elders")))
    page = browser(Role.DIRECTOR, site).get("/mensen/").content.decode()
    assert near.email in page
    assert far.email not in page


def test_the_list_costs_as_many_queries_for_one_as_for_three(site, person, browser):
    client = browser(Role.ADMINISTRATOR, site)
    for role in (Role.TEACHER, Role.BOARD):
        person(role, site)
    with count_queries() as first:
        client.get("/mensen/")
    for role in (Role.TEACHER, Role.COUNCIL, Role.DIRECTOR, Role.BOARD, Role.BOARD):
        person(role, a_site(site.partnership))
    with count_queries() as second:
        client.get("/mensen/")
    assert len(second) == len(first)


def count_queries():
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    return CaptureQueriesContext(connection)


@pytest.mark.parametrize(
    ("asked", "found"), [("zoek=helm", {"helm"}), ("rol=teacher", {"helm", "wier"}), ("nu=voorbij", {"wier"}), ("rol=onzin", None)]
)
def test_the_list_can_be_searched_and_filtered(site, person, browser, asked, found):
    people = {name: person(Role.TEACHER, site) for name in ("helm", "wier")} | {"rots": person(Role.COUNCIL, site)}
    for name, user in people.items():
        user.name = name.title()
        user.save()
    Membership.anywhere.filter(user=people["wier"]).update(ends_on=timezone.localdate() - timedelta(1))
    page = browser(Role.DIRECTOR, site).get(f"/mensen/?{asked}").content.decode()
    assert {name for name, user in people.items() if user.email in page} == (set(people) if found is None else found)


def test_the_list_sorts_both_ways_and_says_so(site, person, browser):
    client = browser(Role.DIRECTOR, site)
    person(Role.TEACHER, site)
    up, down = (client.get(f"/mensen/?sorteer={way}").content.decode() for way in ("mail", "-mail"))
    assert 'aria-sort="ascending"' in up
    assert 'aria-sort="descending"' in down
    addresses = sorted(Membership.anywhere.values_list("user__email", flat=True))
    assert up.index(addresses[0]) < up.index(addresses[-1])
    assert down.index(addresses[0]) > down.index(addresses[-1])


def test_the_list_can_be_taken_away_and_no_name_becomes_a_formula(site, person, browser):
    user = person(Role.TEACHER, site)
    user.name = "=HYPERLINK(1)"
    user.save()
    answer = browser(Role.DIRECTOR, site).get("/mensen/?als=csv&rol=teacher")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    lines = b"".join(answer).decode("utf-8-sig").splitlines()
    assert lines[0] == "Naam;E-mailadres;Rol;Waar;Tot en met;Nu"
    assert lines[1].startswith("'=HYPERLINK(1);")
    assert len(lines) == 2


def test_a_role_is_ended_after_a_question_and_can_be_given_back(site, person, browser):
    teacher, client = person(Role.TEACHER, site), browser(Role.DIRECTOR, site)
    key = role_of(teacher).pk
    assert "Beëindig deze rol" in client.get(f"/mensen/{key}/beeindigen/").content.decode()
    assert role_of(teacher).ended_at is None
    assert "is beëindigd" in client.post(f"/mensen/{key}/beeindigen/", follow=True).content.decode()
    assert role_of(teacher).ended_by == client.user
    client.post(f"/mensen/{key}/teruggeven/")
    assert role_of(teacher).ended_at is None


def test_ending_takes_effect_with_the_next_click_of_that_person(site, browser):
    teacher, director = browser(Role.TEACHER, site), browser(Role.DIRECTOR, site)
    assert teacher.get("/scholen/concepten/").status_code == 200
    director.post(f"/mensen/{role_of(teacher.user).pk}/beeindigen/")
    assert teacher.get("/scholen/concepten/").status_code == 403


@pytest.mark.parametrize("action", ["beeindigen", "teruggeven"])
@pytest.mark.parametrize(
    ("giver", "other"),
    [
        (Role.DIRECTOR, Role.BOARD),
        (Role.DIRECTOR, Role.DIRECTOR),
        (Role.DIRECTOR, Role.ADMINISTRATOR),
        (Role.BOARD, Role.ADMINISTRATOR),
        (Role.BOARD, Role.ADVISER),
    ],
)
def test_a_role_above_the_own_one_cannot_be_touched(site, person, browser, giver, other, action):
    above = role_of(person(other, site))
    assert browser(giver, site).post(f"/mensen/{above.pk}/{action}/").status_code == 404
    above.refresh_from_db()
    assert above.ended_at is None


def test_the_last_administrator_stays(site, person, browser):
    client = browser(Role.ADMINISTRATOR, site)
    key = role_of(client.user).pk
    assert "laatste beheerder" in client.post(f"/mensen/{key}/beeindigen/", follow=True).content.decode()
    assert role_of(client.user).ended_at is None
    person(Role.ADMINISTRATOR, site)
    client.post(f"/mensen/{key}/beeindigen/")
    assert role_of(client.user).ended_at is not None


def test_roles_that_expired_are_renewed_and_only_those_within_reach(site, person, browser):
    yesterday = timezone.localdate() - timedelta(1)
    own, far = person(Role.TEACHER, site), person(Role.TEACHER, a_site(a_region("SWV Elders")))
    Membership.anywhere.filter(user__in=[own, far]).update(ends_on=yesterday)
    client = browser(Role.DIRECTOR, site)
    page = client.get("/mensen/verlengen/").content.decode()
    assert f'value="{role_of(own).pk}"' in page
    assert f'value="{role_of(far).pk}"' not in page
    client.post("/mensen/verlengen/", {"rol": [role_of(own).pk, role_of(far).pk, "x", "9" * 30]})
    assert role_of(own).ends_on.strftime("%m-%d") == "07-31"
    assert role_of(own).ends_on > yesterday
    assert role_of(far).ends_on == yesterday


def test_renewing_nothing_says_so(site, browser):
    page = browser(Role.DIRECTOR, site).post("/mensen/verlengen/", {}, follow=True).content.decode()
    assert "Kies ten minste één rol" in page


def test_a_region_does_not_touch_a_board_that_reaches_into_another_region(site, person, browser):
    a_site(a_region("SWV Elders"), site.board)
    member = role_of(person(Role.BOARD, site))
    client = browser(Role.ADMINISTRATOR, site)
    assert member.user.email in client.get("/mensen/").content.decode()
    assert client.post(f"/mensen/{member.pk}/beeindigen/").status_code == 404


def test_an_adviser_sees_people_and_changes_nothing(site, person, browser):
    member = role_of(person(Role.TEACHER, site))
    client = browser(Role.ADVISER, site)
    page = client.get("/mensen/").content.decode()
    assert member.user.email in page
    assert "Nodig iemand uit" not in page
    assert client.post(f"/mensen/{member.pk}/beeindigen/").status_code == 403
