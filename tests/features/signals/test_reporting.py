"""Does a visitor without an account tell the school what is not right, and is everyone else kept out?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail, signing
from django.test import Client
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.notices.jobs import take_up_mail
from dekkend.notices.models import Outgoing
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role
from dekkend.profiles.models import ProfileVersion
from dekkend.signals.gateways.hiding import stamp
from dekkend.signals.models import Signal, Turn
from dekkend.signals.queries.regions import counts_by_code
from dekkend.signals.rules.checking import PER_SCHOOL, PER_SENDER
from tests.factories.organisations import a_site
from tests.factories.signals import AUTISM, WRONG
from tests.features.signals.conftest import YEAR

pytestmark = pytest.mark.django_db


def form_of(site, rest: str = "") -> str:
    return Client().get(f"/scholen/{site.brin6}/{YEAR}/klopt-niet/{rest}").content.decode()


def test_the_page_of_a_school_leads_to_the_form_at_each_row_and_each_part(school):
    page = Client().get(f"/scholen/{school.brin6}/{YEAR}/").content.decode()
    for path in ("", "?plek=expertise.autism", "?plek=facilities.lift", "?plek=limits", "?plek=vision"):
        assert f'href="/scholen/{school.brin6}/{YEAR}/klopt-niet/{path}"' in page, path


def test_the_form_says_what_it_is_about_and_who_reads_it(school):
    shown = form_of(school, f"?plek={AUTISM}")
    assert "Autisme" in shown
    assert "De intern begeleider en de directeur van de school" in shown
    assert "30 dagen nadat de melding is afgehandeld" in shown
    assert "Het gaat over de hele pagina" in form_of(school)
    assert "Het gaat over de hele pagina" in form_of(school, "?plek=bestaat.niet")


@pytest.mark.parametrize("path", ["adoption.adopted_by", "adoption.advised_by", "../../etc/passwd", "vision[99].x", "' OR 1=1", "a" * 500])
def test_no_path_shows_what_the_page_does_not(school, path):
    shown = Client().get(f"/scholen/{school.brin6}/{YEAR}/klopt-niet/", {"plek": path})
    assert shown.status_code == 200
    version = ProfileVersion.anywhere.get(site=school)
    names = [value for code, value in version.values["adoption"].items() if code.endswith("_by") and value]
    assert names, "the example names who signed"
    assert [name for name in names if name in shown.content.decode()] == []


def test_a_report_reaches_the_school_and_is_written_down_without_its_words(sent, school):
    signal, address = sent(email="ouder@post.example")
    assert (signal.code, signal.area, signal.label, signal.state) == (AUTISM, "9999", "Autisme", "received")
    assert signal.quote
    told = Outgoing.objects.get(notice="signals.received")
    assert told.user_id == Membership.anywhere.get(role="coordinator").user_id
    assert WRONG not in told.text
    assert "ouder@post.example" not in str(list(Entry.objects.values())) + told.text
    assert WRONG not in str(list(Entry.objects.values()))
    assert address.startswith("/melding/")


def test_the_sender_sees_how_it_stands_and_nothing_is_kept_by_browser_or_search_engine(sent):
    _, address = sent()
    shown = Client().get(address)
    assert "Uw melding is ontvangen" in shown.content.decode()
    assert WRONG in shown.content.decode()
    assert (shown["X-Robots-Tag"], shown["Cache-Control"], shown["Referrer-Policy"]) == ("noindex", "no-store", "same-origin")


@pytest.mark.parametrize("token", ["geraden", "1", ":", "x" * 900, signing.Signer(salt="elders").sign_object([1, "x"])])
def test_a_made_up_link_opens_nothing_and_asks_the_database_nothing(sent, token, django_assert_num_queries):
    sent()
    with django_assert_num_queries(0):
        assert Client().get(f"/melding/{token}/").status_code == 404
    assert Client().post(f"/melding/{token}/").status_code == 404


def test_the_link_of_one_report_does_not_open_another(sent):
    first, address = sent()
    second, _ = sent(text="Er is geen lift, dat staat er verkeerd.")
    token = address.split("/")[2]
    forged = signing.Signer(salt="dekkend.signals.status", key="andere-sleutel").sign_object([second.pk, second.nonce])
    assert Client().get(f"/melding/{forged}/").status_code == 404
    head, _, signature = token.rpartition(":")
    assert Client().get(f"/melding/{head}:{signature[::-1]}/").status_code == 404
    assert first.nonce != second.nonce


def test_a_sender_takes_the_report_back_and_it_is_empty_at_once(sent):
    signal, address = sent(email="ouder@post.example")
    assert "Uw melding is ingetrokken" in Client().post(address, follow=True).content.decode()
    signal.refresh_from_db()
    assert (signal.state, signal.text, signal.email) == ("withdrawn", "", "")
    assert "al afgehandeld" in Client().post(address, follow=True).content.decode()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"text": ""}, "Schrijf wat er niet klopt."),
        ({"text": "fout"}, "Dit is te kort"),
        ({"text": "x" * 1001}, "Dit is te lang"),
        ({"text": "BSN 123456782 van mijn kind klopt niet"}, "burgerservicenummer"),
        ({"text": "Kijk op www.a.example en www.b.example voor pillen"}, "Hier staat meer dan één link in"),
        ({"email": "geen adres"}, "Dit is geen e-mailadres"),
        ({"email": "a@b.example\nBcc: c@d.example"}, "Dit is geen e-mailadres"),
        ({"website": "https://spam.example"}, "Het veld dat leeg moet blijven is ingevuld"),
        ({"begun": "verzonnen"}, "stond te lang open"),
        ({"begun": ""}, "stond te lang open"),
    ],
)
def test_what_is_not_right_comes_back_with_what_to_do_and_keeps_what_was_typed(send, given, sentence):
    answer = send(**given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert given.get("text", WRONG)[:900] in answer.content.decode()
    assert not Signal.anywhere.exists()


def test_who_is_too_quick_can_send_the_same_form_a_moment_later(send):
    first = send(seconds=1)
    assert "Dit ging erg snel" in first.content.decode()
    begun = first.context["form"]["begun"].value()
    assert send(begun=begun).status_code == 422, "still the same second"
    assert Signal.anywhere.count() == 0


def test_who_had_the_page_open_too_long_gets_a_fresh_one(send):
    old = send(seconds=2 * 24 * 3600)
    assert old.status_code == 422
    assert old.context["form"]["website"].value() == ""
    assert old.context["form"]["begun"].value()


def test_one_sender_and_one_school_have_a_limit_each_day_and_no_address_is_kept(send, school):
    for _ in range(PER_SENDER):
        assert send().status_code == 302
    refused = send()
    assert refused.status_code == 429
    assert "Vanaf uw netwerk zijn vandaag al veel meldingen gedaan" in refused.content.decode()
    assert WRONG in refused.content.decode(), "what was typed is not lost"
    assert Signal.anywhere.count() == PER_SENDER
    assert "127.0.0.1" not in str(list(Turn.objects.values()))
    keys = {turn.key for turn in Turn.objects.all()}
    assert len(keys) == 2 + 1 + PER_SENDER, "the sender, the school, the sender about this kind, and each opened form"
    assert send(Client(REMOTE_ADDR="10.1.2.3")).status_code == 302


def test_one_opened_form_is_taken_in_once(send):
    begun = stamp(timezone.now() - timedelta(minutes=1))
    assert send(begun=begun).status_code == 302
    again = send(begun=begun, text="Er staat iets dat niet klopt, nog een keer.")
    assert again.status_code == 422
    assert "Deze melding is al verstuurd" in again.content.decode()
    assert again.context["form"]["begun"].value() not in ("", begun), "something else can be sent"
    assert Signal.anywhere.count() == 1


def test_what_one_visitor_sends_again_is_counted_once_and_mailed_once(send, school):
    for _ in range(4):
        send()
    send(path="facilities.lift")
    assert Signal.anywhere.count() == 5
    assert {code: counts.corrections for code, counts in counts_by_code(school.partnership).items()} == {AUTISM: 1}
    send(Client(REMOTE_ADDR="10.1.2.3"))
    assert counts_by_code(school.partnership)[AUTISM].corrections == 2
    assert Outgoing.objects.filter(notice="signals.received").count() <= 2, "one, or two when the clock struck meanwhile"


def test_a_flood_from_everywhere_stops_at_the_limit_of_the_school(send):
    Turn.objects.all().delete()
    for at in range(PER_SCHOOL):
        assert send(Client(REMOTE_ADDR=f"10.0.0.{at}")).status_code == 302
    assert "Deze school kreeg vandaag al veel meldingen" in send(Client(REMOTE_ADDR="10.9.9.9")).content.decode()


def test_html_and_mail_headers_stay_text(sent, signed_in, school):
    bad = '<script>alert(1)</script> <img src=x onerror=alert(1)> "klopt" niet\nBcc: iemand@elders.example'
    signal, address = sent(text=bad)
    for page in (Client().get(address), signed_in(Role.DIRECTOR, school).get(f"/signalen/{signal.pk}/")):
        shown = page.content.decode()
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
        assert "&lt;script&gt;" in shown
    take_up_mail(now=timezone.now())
    for outgoing in Outgoing.objects.all():
        assert "Bcc" not in outgoing.subject + outgoing.text
    assert all("Bcc" not in str(sent.message()) for sent in mail.outbox)


def test_a_form_from_another_site_is_refused(school):
    client = Client(enforce_csrf_checks=True)
    assert client.post(f"/scholen/{school.brin6}/{YEAR}/klopt-niet/", {"text": WRONG}).status_code == 403


def test_a_school_where_nobody_can_log_in_says_so_and_takes_nothing(site, send):
    Membership.anywhere.all().delete()
    assert "Bij deze school leest nog niemand meldingen" in form_of(site)
    assert send().status_code == 422
    assert not Signal.anywhere.exists()


def test_the_board_reads_from_the_first_day_when_nobody_of_the_school_can(sent, person, school):
    Membership.anywhere.all().delete()
    person(Role.BOARD, school)
    assert "Het bestuur van de school: van de school zelf heeft nog niemand een account" in form_of(school)
    signal, _ = sent()
    assert signal.board_told_on == timezone.localdate()
    assert Outgoing.objects.filter(notice="signals.to_board").count() == 1


def test_a_page_that_is_not_public_takes_no_report(school, send):
    elsewhere = a_site(school.partnership)
    for address in (f"/scholen/{elsewhere.brin6}/{YEAR}/klopt-niet/", f"/scholen/{school.brin6}/2019-2020/klopt-niet/"):
        assert Client().get(address).status_code == 404
        assert Client().post(address, {"text": WRONG}).status_code == 404


def test_the_link_cannot_be_guessed(sent):
    signal, _ = sent()
    assert len(signal.nonce) >= 43  # 32 random bytes, and signed with the key of the installation besides


def test_one_visitor_counts_once_for_a_school_on_a_day_whatever_it_is_about(send, school):
    for path in ("expertise.autism", "limits", ""):
        assert send(path=path).status_code == 302
    assert Signal.anywhere.count() == 3, "the school reads them all"
    assert Signal.anywhere.filter(repeated=False).count() == 1


def test_in_a_demo_the_form_says_that_others_read_along(client, school, settings):
    address = f"/scholen/{school.brin6}/{YEAR}/klopt-niet/"
    assert "Dit is een demo." not in client.get(address).content.decode()
    settings.DEMO = True
    assert "Dit is een demo." in client.get(address).content.decode()
