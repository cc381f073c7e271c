"""Does everyone read the part of the log that is theirs, and nothing of another region?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from dekkend.audit.models import Entry
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.organisations.words import Role
from tests.factories.organisations import a_region, a_site
from tests.factories.sessions import signed_in_fully
from tests.features.audit.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def yara(person, site):
    """The administrator of Zilverkust."""
    return person(Role.ADMINISTRATOR, site)


@pytest.fixture
def browser(yara) -> Client:
    return signed_in_fully(yara)


@pytest.fixture
def here(site) -> Area:
    return Area(site.partnership_id)


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_an_administrator_reads_the_own_region_only(browser, write, here):
    write(area=here, subject=Subject(SubjectKind.DOCUMENT, "7", "hier.pdf"))
    elsewhere = a_region("SWV Elders")
    write(area=Area(elsewhere.pk), subject=Subject(SubjectKind.DOCUMENT, "8", "elders.pdf"))
    write(area=Area(), subject=Subject(SubjectKind.DOCUMENT, "9", "nergens.pdf"))
    said = page(browser, "/logboek/")
    assert "Dekkend haalde het bestand van hier.pdf op." in said
    assert "elders.pdf" not in said
    assert "nergens.pdf" not in said


def test_the_log_of_a_thing_elsewhere_is_not_there(browser, write, here):
    write(area=here)
    write(area=Area(here.partnership_id + 1), subject=Subject(SubjectKind.DOCUMENT, "8", "elders.pdf"))
    assert "sop.pdf" in page(browser, "/logboek/over/document/7/")
    assert browser.get("/logboek/over/document/8/").status_code == 404
    assert browser.get("/logboek/over/document/99/").status_code == 404


def test_everyone_reads_what_happened_to_the_own_account(person, site, write):
    joris = person(Role.TEACHER, site)
    write(Event.SIGNED_IN, actor=joris, subject=Subject(SubjectKind.PERSON, str(joris.pk), "Joris"), area=Area())
    write(Event.SIGN_IN_FAILED, subject=Subject(SubjectKind.PERSON, str(joris.pk), "Joris"), area=Area())
    write(area=Area(site.partnership_id))
    client = signed_in_fully(joris)
    for address in ("/logboek/mijn/", f"/logboek/persoon/{joris.pk}/"):
        said = page(client, address)
        assert "logde in." in said
        assert "met een verkeerd wachtwoord" in said
        assert "sop.pdf" not in said


def test_nobody_reads_the_log_of_a_colleague(person, site, write, here):
    joris, fenna = person(Role.TEACHER, site), person(Role.DIRECTOR, site)
    write(actor=joris, area=here)
    client = signed_in_fully(fenna)
    assert client.get(f"/logboek/persoon/{joris.pk}/").status_code == 404


def test_an_administrator_who_looks_at_someone_leaves_a_trace_for_that_person(browser, yara, person, site, write, here):
    joris = person(Role.TEACHER, site)
    write(actor=joris, area=here)
    page(browser, f"/logboek/persoon/{joris.pk}/")
    client = signed_in_fully(joris)
    assert "bekeek het logboek van" in page(client, "/logboek/mijn/")


def test_an_administrator_of_another_region_sees_nobody_here(person, write, here, site):
    joris = person(Role.TEACHER, site)
    write(actor=joris, area=here)
    client = signed_in_fully(person(Role.ADMINISTRATOR, a_site(a_region("SWV Elders"))))
    assert client.get(f"/logboek/persoon/{joris.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("choice", "shown"), [("van=2026-03-02", True), ("van=2026-03-03", False), ("tot=2026-03-02", True), ("tot=2026-03-01", False)]
)
def test_both_days_of_a_choice_count(browser, write, here, choice, shown):
    write(area=here)
    assert ("sop.pdf" in page(browser, f"/logboek/?{choice}")) is shown


@pytest.mark.parametrize(("minutes", "day"), [(-1, "2026-03-02"), (0, "2026-03-03")])
def test_a_day_begins_at_midnight_in_the_netherlands(browser, write, here, minutes, day):
    write(area=here, now=NOW.replace(hour=23, minute=0) + timedelta(minutes=minutes))
    assert "sop.pdf" in page(browser, f"/logboek/?van={day}&tot={day}")


def test_an_event_can_be_chosen(browser, write, here):
    write(area=here)
    assert "In deze keuze staat geen regel" in page(browser, "/logboek/?wat=account.signed_in")
    assert "van sop.pdf op" in page(browser, "/logboek/?wat=document.downloaded")


@pytest.mark.parametrize(
    "address", ["?van=gisteren", "?wat=x", "?van=2026-03-03&tot=2026-03-01", "?pagina=x", "?sorteer=x", "?pagina=99999999999999999999"]
)
def test_nonsense_in_the_address_is_said_and_breaks_nothing(browser, write, here, address):
    write(area=here)
    assert "van sop.pdf op" in page(browser, f"/logboek/{address}")


@pytest.mark.parametrize("address", ["/logboek/persoon/99999999999999999999999999/", "/logboek/over/document/" + "9" * 300 + "/"])
def test_a_number_that_is_too_large_is_not_there(browser, address):
    assert browser.get(address).status_code == 404


def test_the_log_goes_along_as_a_file_and_that_is_written_down(browser, write, here):
    write(area=here, subject=Subject(SubjectKind.DOCUMENT, "7", "=HYPERLINK(1)"))
    response = browser.get("/logboek/?als=csv")
    lines = b"".join(response).decode("utf-8-sig").splitlines()
    assert response["Content-Disposition"] == 'attachment; filename="logboek.csv"'
    assert lines[0] == "Moment;Wat er gebeurde;Door;Over;Nummer;Vingerafdruk"
    assert ";'=HYPERLINK(1);" in lines[1]
    assert str(Entry.objects.order_by("pk").last()) == "Iemand haalde één regel uit het logboek op als bestand."


def test_a_choice_goes_along_when_the_log_is_sorted_or_taken_away(browser, write, here):
    write(area=here)
    said = page(browser, "/logboek/?van=2026-03-02&wat=document.downloaded")
    assert "?sorteer=door&amp;wat=document.downloaded&amp;van=2026-03-02" in said
    lines = b"".join(browser.get("/logboek/?van=2026-03-03&als=csv")).decode("utf-8-sig").splitlines()
    assert len(lines) == 1


def test_a_long_log_has_pages(browser, write, here):
    for _ in range(51):
        write(area=here)
    assert "Bladzijde 1 van 2" in page(browser, "/logboek/")
    assert page(browser, "/logboek/?pagina=2").count('<th scope="row"') == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_log_asks_the_database_as_often_for_one_entry_as_for_three(browser, write, here, count, django_assert_num_queries):
    for _ in range(count):
        write(area=here)
    with django_assert_num_queries(5):  # session, person, roles, count, entries
        page(browser, "/logboek/")


def test_on_an_english_screen_our_own_names_are_english_and_those_of_others_stay(browser, write, here):
    """A file may well be called Logboek: it is nobody's word but that of who made it."""
    write(Event.LOG_EXPORTED, area=here, subject=Subject(SubjectKind.LOG, "1", "Logboek"), details={"count": 3})
    write(area=here, subject=Subject(SubjectKind.DOCUMENT, "7", "Logboek"))
    browser.cookies["django_language"] = "en"
    said = page(browser, "/logboek/")
    assert 'data-label="About" class="dk-break">Log<' in said
    assert ">Logboek</a>" in said
    assert "Log of" not in page(browser, "/logboek/over/document/7/").split("<h1")[1].split("</h1>")[0].replace("Log of Logboek", "")
