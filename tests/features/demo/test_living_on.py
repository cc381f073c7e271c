"""Does the demo show what schools said of their offer since, and the mails in which they were asked?"""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.test import Client

from dekkend.config.work import drain
from dekkend.demo.gateways.console import said
from dekkend.demo.gateways.files import said_since
from dekkend.notices.jobs import take_up_mail
from dekkend.notices.models import Outgoing
from dekkend.offers.models import Offer, OfferState
from dekkend.offers.queries import offers_in, unprojected
from dekkend.offers.rules.standing import is_stale
from dekkend.offers.words import Availability
from dekkend.organisations.models import Partnership, Site

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 10, 5)


@pytest.fixture
def demo(settings, tmp_path) -> None:
    settings.DEMO, settings.VAR = True, tmp_path
    call_command("demo")


def test_something_is_paused_something_is_to_come_and_something_is_stale(demo):
    offers = offers_in(Partnership.objects.get(), today=DAY)
    assert {offer.state for offer in offers} >= {Availability.AVAILABLE, Availability.PAUSED, Availability.PLANNED}
    assert any(offer.offered and is_stale(offer.confirmed_on, DAY) for offer in offers)
    assert not unprojected().exists()


def test_everything_said_is_of_an_offer_that_the_school_has(demo):
    told = {(row["school"], row["key"]) for row in said_since()["said"]}
    sites = {site.pk: site.name for site in Site.anywhere.all()}
    offers = offers_in(Partnership.objects.get(), today=DAY)
    assert told <= {(sites[offer.site_id], offer.claim.key) for offer in offers if offer.offered}


def test_the_mail_of_the_round_stands_in_the_post_and_its_link_opens(demo, settings, capsys):
    settings.EMAIL_BACKEND = "dekkend.demo.gateways.console.EmailBackend"
    mails = Outgoing.objects.filter(notice="offers.confirm")
    assert {mail.name for mail in mails} >= {"Joris van Duinkerke", "Samira Bouwens", "Loes Abbring"}
    link = re.search(r"http://[^/\s]+(/aanbod/\S+)", mails[0].text)[1]
    assert "Klopt het aanbod nog?" in Client().get(link).content.decode()
    take_up_mail(now=mails[0].made_at)
    drain()
    lines = [line for line in capsys.readouterr().out.splitlines() if "Klopt uw aanbod nog?" in line]
    assert lines
    assert all(line.startswith("Mail aan ") and line.endswith(" (lees ze op /berichten/post/)") for line in lines)


def test_loading_twice_asks_nobody_twice(demo):
    before = [model.objects.count() for model in (Outgoing,)] + [model.anywhere.count() for model in (OfferState, Offer)]
    call_command("demo")
    assert [model.objects.count() for model in (Outgoing,)] + [model.anywhere.count() for model in (OfferState, Offer)] == before


def test_the_console_of_a_demo_does_not_say_which_address_a_visitor_typed():
    assert said(EmailMessage("Er is antwoord", to=["iemand@post.nl"])).startswith("Mail aan een bezoeker: Er is antwoord")
    assert said(EmailMessage("Er is antwoord", to=["ib@school.example"])).startswith("Mail aan ib@school.example:")
