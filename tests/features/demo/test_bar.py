"""Does the bar of the demo let a visitor choose a role, a day and a new beginning, and does it exist only there?"""

from __future__ import annotations

import datetime
import re

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import MiddlewareNotUsed
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from dekkend.config.settings.safety import demo_switches, unsafe_settings
from dekkend.demo.middleware import TimeMachine
from dekkend.demo.rules.clock import CHOSEN_DAY
from dekkend.organisations.models import Site
from dekkend.organisations.words import Role
from dekkend.reading.models import SourceDocument

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESSES = ("/demo/", "/demo/dag/", "/demo/verhaal/", "/demo/opnieuw/")
MACHINE = "dekkend.demo.middleware.TimeMachine"


@pytest.fixture
def demo(settings, tmp_path) -> None:
    settings.DEMO, settings.VAR = True, tmp_path
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, MACHINE]


@pytest.fixture
def filled(demo) -> None:
    call_command("demo")


def day_of_page(client: Client) -> str:
    found = re.search(r'id="demo-dag" name="day" value="([^"]*)"', client.get("/").content.decode())
    assert found
    return found.group(1)


def test_the_bar_offers_every_role_without_a_single_query(demo, client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = client.get("/demo/dag/").content.decode()
    assert all(f"{role.label}, " in page for role in Role)


def test_a_request_for_another_host_gets_a_sentence_and_no_fault(demo, client):
    answer = client.get("/", HTTP_HOST="elders.example")
    assert answer.status_code == 400
    assert "Wij begrijpen deze vraag niet" in answer.content.decode()


def test_the_bar_leads_to_the_post_that_people_in_the_demo_would_get(demo, client):
    assert 'href="/berichten/post/"' in client.get("/demo/dag/").content.decode()
    assert "In een demo gaat geen mail de deur uit" in client.get("/berichten/post/").content.decode()


def test_a_chosen_day_holds_for_this_visitor_until_it_is_let_go(demo, client):
    assert client.post("/demo/dag/", {"day": "2025-01-06", "next": "/demo/verhaal/"})["Location"] == "/demo/verhaal/"
    assert day_of_page(client) == "2025-01-06"
    assert day_of_page(Client()) != "2025-01-06"
    client.post("/demo/dag/", {"real": "1"})
    assert day_of_page(client) == day_of_page(Client())


def test_a_chosen_day_stays_when_the_visitor_steps_into_another_role(filled, client):
    client.post("/demo/dag/", {"day": "2025-01-06"})
    for address in ("ib@dezilvertoren.example", "adviseur@zilverkust.example"):
        client.post("/demo/", {"person": address})
        assert day_of_page(client) == "2025-01-06"


@pytest.mark.parametrize("day", ["2023-07-31", "2027-08-01", "morgen", ""])
def test_a_day_outside_the_story_is_explained_and_what_was_typed_stays(demo, client, day):
    response = client.post("/demo/dag/", {"day": day})
    assert response.status_code == 422
    assert "dk-field__error" in response.content.decode()
    assert f'value="{day}"' in response.content.decode() or not day


@pytest.mark.parametrize("page", ["https://elders.example/", "//elders.example", "javascript:alert(1)"])
def test_choosing_a_day_never_leads_to_another_site(demo, client, page):
    assert client.post("/demo/dag/", {"day": "2025-01-06", "next": page})["Location"] == "/mijn-dag/"


def test_everything_behind_the_time_machine_sees_the_chosen_day(settings):
    settings.DEMO = True
    request = RequestFactory().get("/")
    request.session, request.today = {CHOSEN_DAY: "2024-02-29"}, timezone.localdate()
    TimeMachine(lambda request: HttpResponse())(request)
    assert request.today == datetime.date(2024, 2, 29)


def test_starting_over_asks_first_and_leaves_nobody_logged_in(filled, client):
    client.post("/demo/", {"person": "adviseur@zilverkust.example"})
    Site.anywhere.filter(name="De Golfrand").update(name="Zomaar iets")
    assert "verdwijnt" in client.get("/demo/opnieuw/").content.decode()
    response = client.post("/demo/opnieuw/", follow=True)
    assert "opnieuw begonnen" in response.content.decode()
    assert not response.wsgi_request.user.is_authenticated
    assert Site.anywhere.filter(name="De Golfrand").exists()
    assert SourceDocument.anywhere.count() == 15


def test_the_story_tells_where_to_look_also_before_anything_was_read(filled, client):
    page = client.get("/demo/verhaal/").content.decode()
    assert page.count("dk-ground--") == 80
    assert "Wacht op lezen" in page
    for address in set(re.findall(r'href="(/scholen/[^"]+)"', page)):
        assert client.get(address).status_code == 200


def test_outside_a_demo_there_is_no_bar_no_other_day_and_no_emptying(client, settings):
    assert not settings.DEMO
    assert [client.get(address).status_code for address in ADDRESSES] == [404] * 4
    assert [client.post(address, {"day": "2025-01-06"}).status_code for address in ADDRESSES] == [404] * 4
    assert "dk-demo" not in client.get("/").content.decode()
    with pytest.raises(MiddlewareNotUsed):
        TimeMachine(lambda request: HttpResponse())


def test_a_real_installation_does_not_start_with_a_switch_of_the_demo():
    assert demo_switches(demo=False, middleware=django_settings.MIDDLEWARE) == []
    on = demo_switches(demo=True, middleware=[*django_settings.MIDDLEWARE, MACHINE])
    assert on == ["DEMO", MACHINE]
    assert any("DEMO" in reason for reason in unsafe_settings(secret_key="", hosts=[], debug="", client_address_header="", demo=on))
