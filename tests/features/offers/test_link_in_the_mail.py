"""Does the link in the mail confirm the offer of one school and nothing else, and does nothing happen by only opening it?"""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.notices.models import Outgoing
from dekkend.offers.actions import asking
from dekkend.offers.models import Ask, OfferState, RegionOffers
from dekkend.offers.queries import offers_of
from dekkend.offers.rules import asking as rules
from dekkend.offers.rules.links import EXPIRED, GONE, ROLE_ENDED, TOO_MANY
from dekkend.offers.rules.standing import claimed
from dekkend.offers.words import Availability, Rhythm
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
LONG_AGO = date(2023, 7, 20)


@pytest.fixture
def director(person, site):
    a_public_offer(site, on=LONG_AGO)
    return person(Role.DIRECTOR, site)


@pytest.fixture
def asked(director, site) -> Ask:
    memberships = Membership.anywhere.filter(user=director).select_related("user", "site")
    asking.ask(memberships, TODAY, {site.pk: 3}, now=timezone.now())
    return Ask.anywhere.get()


@pytest.fixture
def link(asked) -> str:
    return re.search(r"http://[^/\s]+(/aanbod/\S+)", Outgoing.objects.get().text)[1]


def say(link, what, key=NT2, client=None):
    return (client or Client()).post(link, {"aanbod": key, "antwoord": what}, follow=True)


def stands(site):
    return next(offer for offer in offers_of(site, today=TODAY) if offer.claim.key == NT2)


def test_opening_the_link_changes_nothing_and_tells_nobody(link):
    for method in ("get", "head"):
        answer = getattr(Client(), method)(link)
        assert answer.status_code == 200
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Robots-Tag"] == "noindex"
    assert not OfferState.anywhere.exists()


def test_the_page_holds_the_public_offer_and_no_person(link, site, director):
    page = Client().get(link).content.decode()
    assert "Klopt het aanbod nog?" in page
    assert site.name in page
    assert director.email not in page
    assert director.name not in page


@pytest.mark.parametrize(
    ("what", "state"), [("still", Availability.AVAILABLE), ("paused", Availability.PAUSED), ("gone", Availability.GONE)]
)
def test_one_click_is_one_answer_and_can_be_undone(link, site, director, what, state):
    page = say(link, what).content.decode()
    assert "1 van" in page
    assert stands(site).state is state
    assert OfferState.anywhere.get(ended_at=None).confirmed_by == director
    say(link, "undo")
    assert not OfferState.anywhere.filter(ended_at=None).exists()
    assert stands(site).state is Availability.AVAILABLE


def test_at_the_end_it_says_so(link, site, asked):
    for offer in claimed(offers_of(site, today=TODAY)):
        page = say(link, "still", offer.claim.key).content.decode()
    assert "Klaar, dank u wel" in page
    asked.refresh_from_db()
    assert asked.done_at is not None
    say(link, "undo")
    asked.refresh_from_db()
    assert asked.done_at is None


def test_a_colleague_is_not_asked_what_was_answered_and_cannot_undo_it_by_link(link, site, person):
    say(link, "paused")
    other = person(Role.COORDINATOR, site)
    asking.ask(Membership.anywhere.filter(user=other).select_related("user", "site"), TODAY, {site.pk: 3}, now=timezone.now())
    theirs = f"/aanbod/klopt-het-nog/{asking.token_of(Ask.anywhere.get(membership__user=other))}/"
    assert "Dit is al gedaan door iemand van uw school" in Client().get(theirs).content.decode()
    say(theirs, "undo")
    assert stands(site).state is Availability.PAUSED


def tampered(link: str, asked: Ask) -> dict[str, str]:
    token = link.split("/")[-2]
    return {
        "a letter changed": link.replace(token, ("A" if token[0] != "A" else "B") + token[1:]),
        "the signature cut": link.replace(token, token[:-1]),
        "another salt": link.replace(token, signing.Signer().sign_object([asked.pk, asked.nonce])),
        "another nonce": link.replace(token, signing.Signer(salt=asking.SALT).sign_object([asked.pk, "0" * 32])),
        "another shape": link.replace(token, signing.Signer(salt=asking.SALT).sign_object({"a": 1})),
        "no such asking": link.replace(token, signing.Signer(salt=asking.SALT).sign_object([asked.pk + 999, asked.nonce])),
        "not a key": link.replace(token, signing.Signer(salt=asking.SALT).sign_object(["x", asked.nonce])),
        "nothing": "/aanbod/klopt-het-nog/-/",
    }


def test_a_link_that_was_changed_opens_nothing(link, asked):
    for what, changed in tampered(link, asked).items():
        assert Client().get(changed).status_code == 404, what
        assert Client().post(changed, {"aanbod": NT2, "antwoord": "gone"}).status_code == 404, what
    assert not OfferState.anywhere.exists()


def test_a_link_that_nobody_signed_never_reaches_the_database(db, django_assert_num_queries):
    with django_assert_num_queries(0), pytest.raises(asking.Refused, match="werkt niet"):
        asking.opened("made-up", today=TODAY, now=timezone.now())
    assert GONE


def test_a_link_reaches_no_other_school(link):
    other = a_site(a_region("SWV Elders"))
    a_public_offer(other, on=LONG_AGO, extra_offers=[{"name": "Alleen daar", "period": None}])
    key = next(offer.claim.key for offer in offers_of(other, today=TODAY) if offer.claim.label == "Alleen daar")
    say(link, "gone", key)
    assert not OfferState.anywhere.exists()


@pytest.mark.parametrize("what", ["", "planned", "say", "still'--", "x" * 500])
def test_a_link_can_do_nothing_but_what_its_buttons_do(link, what):
    say(link, what)
    assert not OfferState.anywhere.exists()


def test_a_link_gives_no_entry_anywhere_else(link):
    client = Client()
    say(link, "still", client=client)
    assert client.get("/aanbod/").status_code == 302
    assert "_auth_user_id" not in client.session


def why_not(link):
    answer = Client().get(link)
    assert answer.status_code == 404
    return answer.content.decode()


@pytest.mark.parametrize(("seconds", "opens"), [(1, True), (0, False), (-1, False)])
def test_the_link_counts_until_its_moment(link, asked, monkeypatch, seconds, opens):
    monkeypatch.setattr(timezone, "now", lambda: asked.expires_at - timedelta(seconds=seconds))
    answer = Client().get(link)
    assert (answer.status_code == 200) is opens
    assert opens or EXPIRED in answer.content.decode()


def test_the_link_ends_with_the_role(link, director):
    Membership.anywhere.filter(user=director).update(ended_at=timezone.now())
    assert ROLE_ENDED in why_not(link)


def test_the_link_ends_when_the_role_has_run_out(link, director):
    Membership.anywhere.filter(user=director).update(ends_on=TODAY - timedelta(1))
    assert ROLE_ENDED in why_not(link)


def test_the_link_ends_with_the_account(link, director):
    User.objects.filter(pk=director.pk).update(is_active=False)
    assert ROLE_ENDED in why_not(link)


def test_a_link_that_clicks_without_end_is_stopped(link, monkeypatch):
    monkeypatch.setattr(asking, "MOST_CLICKS", 2)
    say(link, "still")
    say(link, "paused")
    assert TOO_MANY in say(link, "still").content.decode()
    assert OfferState.anywhere.count() == 2


def test_a_form_without_the_token_of_the_page_is_refused(link):
    assert Client(enforce_csrf_checks=True).post(link, {"aanbod": NT2, "antwoord": "gone"}).status_code == 403
    assert not OfferState.anywhere.exists()


ROUND = rules.ROUNDS[Rhythm.QUARTER][0]


def day_of_round():
    return TODAY.replace(month=ROUND[0], day=ROUND[1])


def test_a_round_asks_each_person_of_each_school_once(site, person, director):
    person(Role.COORDINATOR, site)
    person(Role.TEACHER, site)
    person(Role.DIRECTOR, a_site(site.partnership, name="Zonder aanbod"))
    now = timezone.now()
    assert asking.ask_region(site.partnership, today=day_of_round(), now=now) == 2
    assert asking.ask_region(site.partnership, today=day_of_round() + timedelta(1), now=now) == 0
    assert Outgoing.objects.count() == 2


def test_a_region_that_wants_no_mail_gets_none(site, director):
    RegionOffers.anywhere.update_or_create(partnership=site.partnership, defaults={"rhythm": Rhythm.OFF.value})
    assert asking.ask_region(site.partnership, today=day_of_round(), now=timezone.now()) == 0


def test_who_is_director_and_coordinator_gets_one_mail(site, director):
    Membership.objects.create(user=director, role=Role.COORDINATOR.value, site=site)
    assert asking.ask_region(site.partnership, today=day_of_round(), now=timezone.now()) == 1


def test_who_does_not_finish_is_reminded_once_with_the_same_link(link, asked, site):
    say(link, "still")
    later = asked.asked_at + rules.REMIND_AFTER
    assert asking.remind(today=TODAY, now=later - timedelta(seconds=1)) == 0
    assert asking.remind(today=TODAY, now=later) == 1
    assert asking.remind(today=TODAY, now=later + timedelta(1)) == 0
    assert link in Outgoing.objects.get(notice="offers.confirm_reminder").text


def test_who_left_is_not_reminded(link, asked, director):
    Membership.anywhere.filter(user=director).update(ended_at=timezone.now())
    assert asking.remind(today=TODAY, now=asked.asked_at + rules.REMIND_AFTER) == 0
