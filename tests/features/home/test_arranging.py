"""Does an administrator see what must still be arranged, until it is, and nobody else?"""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.home.queries.arranging import arranging
from dekkend.organisations.actions.beginning import begin_region
from dekkend.organisations.models import Membership
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
LAST = date(2027, 7, 31)


@pytest.fixture
def region():
    return a_region("SWV Verzonnen Kust")


def somebody(name: str, role: Role, ends_on: date | None = LAST, **place) -> User:
    person = User.objects.create_user(f"{name}@zilverkust.example", "vier natte meeuwen fluiten", name=name)
    Membership.anywhere.create(user=person, role=role.value, ends_on=ends_on, **place)
    return person


def told(person: User, today: date = TODAY) -> list[str]:
    part = arranging(scope_of(person, today), today)
    return [task.title for task in part.tasks] if part else []


def test_an_empty_region_asks_for_schools_first_and_for_a_second_administrator(region):
    administrator = somebody("baas", Role.ADMINISTRATOR, partnership=region)
    assert told(administrator) == ["SWV Verzonnen Kust heeft nog geen scholen", "SWV Verzonnen Kust heeft één beheerder"]


def test_with_schools_it_asks_for_people_and_with_people_for_nothing(region):
    administrator = somebody("baas", Role.ADMINISTRATOR, partnership=region)
    somebody("tweede", Role.ADMINISTRATOR, partnership=region)
    school = a_site(region)
    assert told(administrator) == ["Nog niemand van een school of bestuur doet mee"]
    somebody("ib", Role.COORDINATOR, site=school)
    assert told(administrator) == []


def test_an_administrator_who_was_invited_counts_until_the_link_is_over(region):
    begin_region(region.code, "", "nieuw@zilverkust.example", today=timezone.localdate(), now=timezone.now())
    administrator = somebody("baas", Role.ADMINISTRATOR, ends_on=None, partnership=region)
    assert "SWV Verzonnen Kust heeft één beheerder" not in told(administrator)


@pytest.mark.parametrize(("today", "warned"), [(LAST - timedelta(days=31), False), (LAST - timedelta(days=30), True), (LAST, True)])
def test_from_thirty_days_before_the_last_administrator_leaves_it_says_so(region, today, warned):
    administrator = somebody("baas", Role.ADMINISTRATOR, partnership=region)
    assert ("De laatste beheerder van SWV Verzonnen Kust stopt" in told(administrator, today)) is warned


def test_nobody_else_is_told_and_another_region_is_not_named(region):
    adviser = somebody("adviseur", Role.ADVISER, partnership=region)
    elsewhere = somebody("elders", Role.ADMINISTRATOR, partnership=a_region("SWV Verzonnen Duin"))
    assert told(adviser) == []
    assert all("Kust" not in title for title in told(elsewhere))


def test_it_stands_on_my_day_with_a_way_to_do_it(client, region):
    client.force_login(somebody("baas", Role.ADMINISTRATOR, ends_on=None, partnership=region))
    page = client.get("/mijn-dag/").content.decode()
    assert "heeft nog geen scholen" in page
    assert 'href="/register/"' in page
