"""Does what someone looks for stay with that person: not in an address, not in the log, not in the database, not in another browser?"""

from __future__ import annotations

import json
import logging

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from dekkend.finder.gateways.keeping import COOKIE, LASTS, MOST, keep, kept
from dekkend.finder.queries.index import forget, index_on
from dekkend.finder.words.asking import Asked
from dekkend.profiles.models import ProfileVersion, VersionRedaction
from dekkend.signals.models import UnknownStem
from dekkend.ui.log import JsonFormatter
from tests.features.finder.conftest import TODAY

pytestmark = pytest.mark.django_db
SECRET = "mijn dochter Fenna is slechthorend en autistisch"
TELLING = ("slechthorend", "autistisch", "fenna", "autism", "deaf_provision", "hearing")


def ask(client: Client, **given):
    return client.post("/zoeken/", {"plaats": "9999", "nodig": SECRET} | given, follow=True)


def tells(text: str) -> list[str]:
    return [word for word in TELLING if word in text.casefold()]


def everything_stored() -> str:
    rows = [str(list(model._base_manager.using("default").values())) for model in apps.get_models()]
    return " ".join(rows)


def test_no_address_carries_the_need(ground):
    page = ask(Client())
    addresses = [address for address, _ in page.redirect_chain]
    assert tells(" ".join(addresses)) == []
    links = [part.split('"')[0] for part in page.content.decode().split('href="')[1:]]
    assert tells(" ".join(link for link in links if not link.startswith("mailto:") and "vergelijk" not in link)) == []
    assert page.headers["Cache-Control"] == "no-store, private"


def test_no_line_of_the_log_carries_the_need(ground, caplog):
    with caplog.at_level(logging.DEBUG):
        ask(Client())
    told = " ".join(JsonFormatter().format(record) for record in caplog.records if record.name.startswith("dekkend"))
    assert "finder:results" in told
    assert tells(told) == []


def test_no_row_of_the_database_carries_the_need_or_the_place(ground):
    before = everything_stored()
    client = Client()
    ask(client)
    ask(client, nodig="is 9999ZZ dichtbij en heeft zij autisme")
    assert everything_stored() == before, "a question that was understood leaves no trace at all"
    assert "sessionid" not in client.cookies


def test_of_a_word_that_is_not_understood_only_a_stem_is_counted_and_not_what_stood_around_it(ground):
    for _ in range(5):
        ask(Client(), nodig="Fenna uit de Kerkstraat is slechthorend en dol op glimwormen")
    stems = list(UnknownStem.objects.values_list("stem", "count"))
    assert ("glimworm", 5) in stems
    assert tells(str(list(UnknownStem.objects.values()))) == []
    assert "kerkstrat" not in str(stems)


def test_one_browser_counts_a_word_once_and_two_words_of_a_question_never_stand_beside_each_other(ground):
    client = Client()
    for afstand in ("2", "5", "10", "20", "5", "5"):
        ask(client, nodig="glimworm", afstand=afstand)
        ask(client, nodig="autisme, knutselhoek en glimworm", afstand=afstand)
    for _ in range(5):
        ask(Client(), nodig="xandriello flipsen")
    assert sorted(UnknownStem.objects.values_list("count", flat=True)) == [1, 1]
    assert set(UnknownStem.objects.values_list("stem", flat=True)) == {""}


def test_renewing_and_going_back_counts_nothing_again(ground):
    client = Client()
    page = ask(client, nodig="autisme en glimwormen")
    for _ in range(3):
        assert client.get(page.redirect_chain[-1][0]).status_code == 200
    assert UnknownStem.objects.filter(count__gt=1).count() == 0


def test_what_the_browser_keeps_is_encrypted_and_for_these_pages_only(ground):
    client = Client()
    ask(client)
    cookie = client.cookies[COOKIE]
    assert tells(cookie.value) == []
    assert (cookie["path"], cookie["httponly"], cookie["samesite"], cookie["max-age"]) == ("/zoeken/", True, "Strict", "")


def test_another_browser_sees_nothing_at_the_same_address(ground):
    address = ask(Client()).redirect_chain[-1][0]
    other = Client().get(address)
    assert other.status_code == 404
    assert "Deze vraag is er niet meer" in other.content.decode()
    assert "Fenna" not in other.content.decode()
    assert "autistisch" not in other.content.decode()


def test_a_broken_cookie_or_one_of_another_installation_is_no_question(ground, settings):
    slot, cookie = keep("", Asked(text="autisme"))
    assert kept(cookie)[slot].text == "autisme"
    assert kept(cookie[:-4] + "AAAA") == {}
    assert kept("x" * 10_000) == {}
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "een-heel-andere-sleutel-" * 4, []
    assert kept(cookie) == {}


def test_after_two_hours_it_is_worth_nothing(monkeypatch):
    import time

    slot, cookie = keep("", Asked(text="autisme"))
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + LASTS - 1)
    assert slot in kept(cookie)
    monkeypatch.setattr(time, "time", lambda: now + LASTS + 2)
    assert kept(cookie) == {}


def test_a_few_questions_in_tabs_beside_each_other_last_and_never_grow_too_large():
    cookie, slots = "", []
    for number in range(MOST + 2):
        slot, cookie = keep(cookie, Asked(text=f"{number}" * 300, place="x" * 80))
        slots.append(slot)
    assert list(kept(cookie)) == slots[-len(kept(cookie)) :]
    assert len(kept(cookie)) >= 3
    assert len(cookie) <= 3800


def test_who_lets_it_be_forgotten_has_nothing_left(ground):
    client = Client()
    address = ask(client).redirect_chain[-1][0]
    client.post("/zoeken/vergeten/")
    assert client.get(address).status_code == 404


def test_a_question_from_another_website_is_refused(ground):
    answer = Client().post("/zoeken/", {"nodig": "autisme"}, headers={"Origin": "https://elders.example"})
    assert answer.status_code == 403
    own = Client().post("/zoeken/", {"nodig": "autisme"}, headers={"Origin": "http://testserver"})
    assert own.status_code == 302


def test_what_is_typed_comes_back_as_text_only(ground):
    page = Client().post("/zoeken/", {"nodig": "<script>alert(1)</script> blorpfrons", "plaats": "9999"}, follow=True).content.decode()
    assert "<script>alert" not in page


def test_a_flood_is_slowed_down_without_keeping_an_address(ground, settings):
    settings.FINDER_PER_MINUTE = 3
    answers = [Client().get("/zoeken/").status_code for _ in range(5)]
    assert answers == [200, 200, 200, 429, 429]
    late = Client().get("/zoeken/")
    assert int(late.headers["Retry-After"]) > 0
    assert "Even wachten" in late.content.decode()
    assert json.dumps(str(everything_stored())).count("127.0.0.1") == 0


def test_the_first_answer_with_what_was_typed_on_it_is_kept_nowhere(ground):
    refused = Client().post("/zoeken/", {"plaats": "0000", "nodig": "slechthorend"})
    assert "slechthorend" in refused.content.decode()
    assert refused.headers["Cache-Control"] == "no-store, private"


def test_of_a_version_of_which_something_about_the_school_was_left_out_no_telephone_or_mail_is_shown(ground):
    def of_school() -> tuple[str, str]:
        index = index_on(TODAY)
        at = [site.brin6 for site in index.sites].index(ground["near"].brin6)
        return index.contacts[at].phone, index.contacts[at].email

    assert of_school() == ("000-1234500", "info@vuursprot.example")
    version = ProfileVersion.anywhere.get(site=ground["near"])
    VersionRedaction.objects.create(version=version, path="school.phone", reason="een naam", at=timezone.now())
    forget()
    assert of_school() == ("", "")
