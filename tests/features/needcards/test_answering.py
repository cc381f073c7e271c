"""Does a school that was asked answer and change its answer, does the sender compare, and does nobody else see any of it?"""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.needcards.actions.ending import close, reopen, withdraw
from dekkend.needcards.actions.replying import reply
from dekkend.needcards.models import Inquiry
from dekkend.needcards.words.cards import Outcome, State
from dekkend.needcards.words.facts import Answered
from dekkend.notices.models import Outgoing
from dekkend.organisations.words import Refused, Role
from tests.factories.needcards import TEXT, a_question, answered, asked, who
from tests.factories.sessions import signed_in_fully

pytestmark = pytest.mark.django_db


@pytest.fixture
def card(ours, other, third):
    return a_question(ours.site, ours.person, other.site, third.site)


def page_of(response, status: int = 200) -> str:
    assert response.status_code == status
    return response.content.decode()


def address_of(card, school) -> str:
    return f"/rondvragen/gevraagd/{asked(card, school.site).pk}/"


def test_a_school_answers_and_changes_its_answer_as_long_as_the_question_is_open(card, ours, other):
    address = address_of(card, other)
    assert "Geef antwoord" in page_of(other.browser.get(address))
    page = page_of(
        other.browser.post(address, {"reply": "yes_if", "text": "Er komt een plek vrij in mei.", "contact": "Joris"}, follow=True)
    )
    assert "Uw antwoord staat bij De Vuursprot." in page
    page = page_of(ours.browser.get(f"/rondvragen/{card.pk}/"))
    assert "Er komt een plek vrij in mei." in page
    assert "Ja, als: 1" in page
    assert "Geen antwoord: 1" in page
    other.browser.post(address, {"reply": "no", "reasons": ["full", "group"], "text": ""})
    page = page_of(ours.browser.get(f"/rondvragen/{card.pk}/"))
    assert "De groep of de school is vol" in page
    assert "Er komt een plek vrij in mei." not in page
    assert Outgoing.objects.filter(notice="needcards.replied", address=ours.person.email).count() == 2


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "Kies een antwoord."),
        ({"reply": "yes_if"}, "onder welke voorwaarde"),
        ({"reply": "no"}, "Kies waarom het niet kan"),
        ({"reply": "no", "reasons": "other"}, "Schrijf kort op wat het is"),
        ({"reply": "question"}, "Schrijf op wat u wilt weten"),
        ({"reply": "maybe"}, "geldige keuze"),
        ({"reply": "yes", "text": "Sem mag komen kijken."}, "lijkt een naam"),
        ({"reply": "yes", "text": "x" * 301}, "300"),
    ],
)
def test_an_answer_that_is_not_whole_comes_back_with_the_error(card, other, given, why):
    assert why in page_of(other.browser.post(address_of(card, other), given), 422)
    assert asked(card, other.site).reply == ""


def test_what_no_form_would_let_through_is_refused_too(card, other):
    for wrong in (
        Answered("maybe"),
        Answered("no", reasons=("bad",)),
        Answered("yes", "Bel 06-12345678"),
        Answered("yes", contact="123456782"),
    ):
        with pytest.raises(Refused):
            reply(asked(card, other.site), wrong, who(other.person))
    assert asked(card, other.site).reply == ""


def test_a_question_back_is_answered_for_that_school_alone(card, ours, other, third):
    answered(card, other.site, other.person, "question", "Hoeveel dagen per week?")
    address = f"/rondvragen/{card.pk}/antwoord/{asked(card, other.site).pk}/"
    assert "Hoeveel dagen per week?" in page_of(ours.browser.get(address))
    assert "lijkt een naam" in page_of(ours.browser.post(address, {"text": "Dat hangt van Emma af."}), 422)
    page_of(ours.browser.post(address, {"text": "Vier dagen."}, follow=True))
    assert "Vier dagen." in page_of(other.browser.get(address_of(card, other)))
    assert "Vier dagen." not in page_of(third.browser.get(address_of(card, third)))
    assert Outgoing.objects.filter(notice="needcards.answered").count() == 1
    assert ours.browser.get(f"/rondvragen/{card.pk}/antwoord/{asked(card, third.site).pk}/").status_code == 302  # it asked nothing


def test_a_school_sees_nothing_of_what_another_answered_or_who_else_was_asked(card, other, third):
    answered(card, other.site, other.person, "no", "Wij hebben geen plek.", "full")
    page = page_of(third.browser.get(address_of(card, third)))
    assert "De Oude Haven" not in page
    assert "Wij hebben geen plek." not in page
    assert third.browser.get(address_of(card, other)).status_code == 404
    assert third.browser.get(f"/rondvragen/{card.pk}/").status_code == 404


def test_a_board_a_region_a_council_and_a_teacher_see_nothing(card, ours, other, person):
    for role in (Role.BOARD, Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR, Role.COUNCIL, Role.TEACHER):
        for school in (ours, other):
            browser = signed_in_fully(person(role, school.site))
            for address in ("/rondvragen/", "/rondvragen/gesteld/", f"/rondvragen/{card.pk}/", address_of(card, other)):
                assert browser.get(address).status_code == 403
                assert browser.post(address).status_code == 403


def test_a_board_that_is_also_director_elsewhere_sees_only_that_school(card, other, person):
    from dekkend.organisations.models import Membership

    both = person(Role.BOARD, other.site)
    far = page_of(signed_in_fully(both).get("/rondvragen/"), 403)
    assert "De Vuursprot" not in far
    Membership.objects.create(user=both, role="director", site=asked(card, other.site).card.site)
    browser = signed_in_fully(both)
    assert browser.get(address_of(card, other)).status_code == 404
    assert browser.get(f"/rondvragen/{card.pk}/").status_code == 200


def test_a_school_of_another_region_and_one_that_was_not_asked_find_nothing(card, other, elsewhere):
    for address in (f"/rondvragen/{card.pk}/", address_of(card, other), f"/rondvragen/{card.pk}/sluit/", f"/rondvragen/{card.pk}/scholen/"):
        assert elsewhere.browser.get(address).status_code == 404
        assert elsewhere.browser.post(address, {"reply": "yes"}).status_code in (404, 405)
    assert "De Vuursprot" not in page_of(elsewhere.browser.get("/rondvragen/"))


def test_without_a_second_factor_nothing_is_shown_and_nothing_is_sent(card, ours, other):
    browser = Client()
    browser.force_login(other.person)
    for address in ("/rondvragen/", "/rondvragen/nieuw/", address_of(card, other)):
        assert browser.get(address)["Location"].startswith("/account/tweede-stap/")
        assert browser.post(address, {"reply": "yes"})["Location"].startswith("/account/tweede-stap/")
    assert asked(card, other.site).reply == ""


def test_what_was_chosen_and_not_sent_is_not_there_for_the_school(ours, other):
    from dekkend.needcards.actions.writing import choose
    from tests.factories.needcards import a_concept

    concept = a_concept(ours.site, ours.person)
    choose(concept, [], [other.site.pk], who(ours.person))
    assert other.browser.get(address_of(concept, other)).status_code == 404
    assert "Niemand vroeg u iets" in page_of(other.browser.get("/rondvragen/"))


def test_a_closed_question_thanks_hides_its_content_and_can_be_undone(card, ours, other, third):
    answered(card, other.site, other.person, "yes")
    address = f"/rondvragen/{card.pk}/sluit/"
    assert "Kies de school waar het is gevonden" in page_of(ours.browser.post(address, {"outcome": "found"}), 422)
    page = page_of(ours.browser.post(address, {"outcome": "found", "where": other.site.pk}, follow=True))
    assert "Gevonden bij een gevraagde school: De Oude Haven" in page
    page = page_of(other.browser.get(address_of(card, other)))
    assert "Dank u wel voor het meedenken" in page
    assert TEXT not in page
    assert "Taal" not in page_of(other.browser.get("/rondvragen/"))
    assert Outgoing.objects.filter(notice="needcards.over").count() == 2
    with pytest.raises(Refused):
        answered(card, third.site, third.person, "yes")
    assert "staat weer open" in page_of(ours.browser.post(f"/rondvragen/{card.pk}/terug/", follow=True))
    assert TEXT in page_of(other.browser.get(address_of(card, other)))
    answered(card, third.site, third.person, "no", "", "full")


def test_found_elsewhere_names_no_school(card, ours, other, elsewhere):
    with pytest.raises(Refused):
        close(card, Outcome.FOUND, elsewhere.site, who(ours.person))
    with pytest.raises(Refused):
        close(card, Outcome.NOT_FOUND, other.site, who(ours.person))
    close(card, Outcome.ELSEWHERE, None, who(ours.person))
    with pytest.raises(Refused):
        close(card, Outcome.NOT_FOUND, None, who(ours.person))  # replay
    reopen(card, who(ours.person))
    with pytest.raises(Refused):
        close(card, Outcome.UNTOLD, None, who(ours.person))


def test_a_withdrawn_question_can_no_longer_be_read_or_answered(card, ours, other):
    withdraw(card, who(ours.person))
    page = page_of(other.browser.get(address_of(card, other)))
    assert "trok de vraag in" in page
    assert TEXT not in page
    answer = other.browser.post(address_of(card, other), {"reply": "yes"}, follow=True)
    assert "niet meer open" in page_of(answer)
    assert Inquiry.anywhere.filter(reply="yes").count() == 0
    card.refresh_from_db()
    assert card.state == State.WITHDRAWN


def test_every_reading_and_every_step_stands_in_the_log_without_the_content(card, ours, other):
    other.browser.get(address_of(card, other))
    ours.browser.get(f"/rondvragen/{card.pk}/")
    answered(card, other.site, other.person, "no", "Wij hebben geen plek.", "full")
    close(card, Outcome.NOT_FOUND, None, who(ours.person))
    sentences = [str(entry) for entry in Entry.objects.order_by("pk")]
    name = f"rondvraag {card.pk} van De Vuursprot"
    for told in (
        f"{other.person.name} las {name}, voor De Oude Haven.",
        f"{ours.person.name} las {name}, voor De Vuursprot.",
        f"{ours.person.name} stuurde {name} aan scholen (2).",
        f"{other.person.name} antwoordde voor De Oude Haven op {name}.",
        f"{ours.person.name} sloot {name} af.",
    ):
        assert told in sentences
    whole = " ".join(sentences)
    assert not any(secret in whole for secret in (TEXT[:20], "geen plek", "vol", "Nee", "Groep 4"))


def test_a_reading_by_a_school_elsewhere_stands_in_the_log_of_both_regions(ours, elsewhere):
    card = a_question(ours.site, ours.person, elsewhere.site)
    elsewhere.browser.get(address_of(card, elsewhere))
    regions = set(Entry.objects.filter(event="needcard.read", actor_id=elsewhere.person.pk).values_list("partnership_id", flat=True))
    assert regions == {ours.site.partnership_id, elsewhere.site.partnership_id}


def test_taking_the_list_away_is_written_down(card, other):
    body = b"".join(other.browser.get("/rondvragen/?als=csv").streaming_content).decode()
    assert "De Vuursprot" in body
    assert TEXT not in body
    assert Entry.objects.filter(event="list.taken", actor_id=other.person.pk).exists()


def test_the_answer_that_was_typed_is_shown_as_text(card, ours, other):
    answered(card, other.site, other.person, "yes", "<script>alert(1)</script> Welkom.")
    page = page_of(ours.browser.get(f"/rondvragen/{card.pk}/"))
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page
    assert card.sent_at <= timezone.now()
