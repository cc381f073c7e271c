"""Can an administrator see what went out and mend what got stuck, and does only a demo show everyone's post?"""

from __future__ import annotations

import pytest
from django.test import Client

from dekkend.audit.models import Entry
from dekkend.notices.actions import wipe_dead_links
from dekkend.notices.models import Outgoing
from dekkend.notices.words import Notice
from dekkend.organisations.words import Role
from tests.factories.organisations import a_region, a_site
from tests.features.notices.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(person, site) -> Client:
    client = Client()
    client.force_login(person(Role.ADMINISTRATOR, site))
    return client


def said(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_an_administrator_sees_the_mail_of_the_own_region_without_its_text(browser, waiting, site):
    waiting(region=site.partnership_id)
    waiting(about="batch-2", region=site.partnership_id + 1)
    shown = said(browser, "/berichten/")
    assert shown.count("Uw documenten zijn gelezen") == 1
    assert "3 documenten" not in shown


def test_a_stuck_mail_says_why_and_can_be_sent_again(browser, waiting, site):
    mail = waiting(region=site.partnership_id)
    Outgoing.objects.update(state="failed", failure="smtp_554")
    assert "nam het niet aan (smtp_554)" in said(browser, "/berichten/")
    assert browser.post(f"/berichten/{mail.pk}/opnieuw/").status_code == 302
    assert Outgoing.objects.get().state == "waiting"
    assert str(Entry.objects.get()) == "Iemand liet het bericht Uw documenten zijn gelezen opnieuw versturen."


def test_what_is_under_way_is_not_sent_again(browser, waiting, site):
    mail = waiting(region=site.partnership_id)
    Outgoing.objects.update(state="sending")
    response = browser.post(f"/berichten/{mail.pk}/opnieuw/", follow=True)
    assert "het is al onderweg" in response.content.decode()
    assert Outgoing.objects.get().state == "sending"


def test_a_mail_of_another_region_is_not_there(person, waiting, site):
    mail = waiting(region=site.partnership_id)
    Outgoing.objects.update(state="failed")
    client = Client()
    client.force_login(person(Role.ADMINISTRATOR, a_site(a_region("SWV Elders"))))
    assert client.post(f"/berichten/{mail.pk}/opnieuw/").status_code == 404
    assert Outgoing.objects.get().state == "failed"


@pytest.mark.parametrize("notice", Notice)
def test_every_kind_can_be_looked_at(browser, notice):
    assert notice.label in said(browser, "/berichten/soorten/")
    assert "Joris van Duinkerke" in said(browser, f"/berichten/soorten/{notice.value}/")


def test_a_kind_that_is_not_there(browser):
    assert browser.get("/berichten/soorten/bestaat-niet/").status_code == 404


def test_only_a_demo_shows_the_post(client, waiting, settings):
    waiting()
    assert client.get("/berichten/post/").status_code == 404
    settings.DEMO = True
    assert "3 documenten" in said(client, "/berichten/post/")


def test_the_post_of_a_demo_keeps_an_invitation_whole(waiting, settings, client):
    from dekkend.notices.actions import send

    settings.DEMO = True
    values = {"inviter": "<b>Yara</b>", "role": "IB", "place": "De Vuursprot", "until": "16 maart"}
    send(waiting(Notice.INVITATION, "invitation-1", values=values, link="/uitnodiging/x/").pk, now=NOW)
    shown = said(client, "/berichten/post/")
    assert 'href="http://127.0.0.1:8000/uitnodiging/x/"' in shown
    assert "<b>Yara</b>" not in shown


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_mail_as_for_three(browser, waiting, site, count, django_assert_num_queries):
    for at in range(count):
        waiting(about=f"batch-{at}", region=site.partnership_id)
    with django_assert_num_queries(5):  # session, person, roles, count, mails
        said(browser, "/berichten/")


@pytest.mark.parametrize(("asked", "shown"), [("zoek=joris", 2), ("zoek=niemand", 0), ("nu=failed", 1), ("nu=x", 2), ("pagina=x", 2)])
def test_a_mail_is_found_by_whom_it_was_for_and_how_it_stands(browser, waiting, site, asked, shown):
    for about in ("batch-1", "batch-2"):
        waiting(about=about, region=site.partnership_id)
    Outgoing.objects.filter(about="batch-2").update(state="failed")
    assert said(browser, f"/berichten/?{asked}").count('<th scope="row"') == shown


def test_the_mails_can_be_sorted_and_taken_away(browser, waiting, site):
    waiting(region=site.partnership_id)
    Outgoing.objects.update(name="=HYPERLINK(1)")
    assert 'aria-sort="descending"' in said(browser, "/berichten/?sorteer=-gemaakt")
    lines = b"".join(browser.get("/berichten/?als=csv")).decode("utf-8-sig").splitlines()
    assert lines == ["Bericht;Aan;Gemaakt;Nu", "Uw documenten zijn gelezen;'=HYPERLINK(1);2026-03-02 10:30;Wacht"]


def test_a_mail_whose_link_died_says_so_and_offers_no_button(browser, waiting, site):
    mail = waiting(region=site.partnership_id)
    Outgoing.objects.filter(pk=mail.pk).update(text_until=mail.made_at)
    wipe_dead_links(now=mail.made_at)
    page = browser.get("/berichten/").content.decode()
    assert "De link erin werkte niet meer" in page
    assert f"/berichten/{mail.pk}/" not in page


def test_the_post_of_a_demo_hides_what_goes_to_an_address_that_a_visitor_typed(client, waiting, settings):
    settings.DEMO = True
    mail = waiting()
    type(mail).objects.filter(pk=mail.pk).update(address="iemand@post.nl")
    assert "3 documenten" not in said(client, "/berichten/post/")
