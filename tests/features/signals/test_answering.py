"""Does a school read and answer what a visitor reported, does the sender see it, and who else does not?"""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.notices.models import Outgoing
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Refused, Role
from dekkend.profiles.actions import make_draft
from dekkend.signals.actions import answering
from dekkend.signals.models import Signal
from dekkend.signals.words import SignalState
from tests.corpus.school import vuursprot
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_region, a_site
from tests.factories.signals import WRONG
from tests.features.signals.conftest import YEAR

pytestmark = pytest.mark.django_db
SORRY = "Dank u wel. Onze autismespecialist is er weer vanaf mei."


def test_the_whole_way_from_report_to_answer(sent, signed_in, school):
    signal, address = sent(email="ouder@post.example")
    director = signed_in(Role.DIRECTOR, school)
    assert "Autisme" in director.get("/signalen/").content.decode()
    assert f"/signalen/{signal.pk}/" in director.get("/mijn-dag/").content.decode()
    shown = director.get(f"/signalen/{signal.pk}/").content.decode()
    assert WRONG in shown
    assert "ouder@post.example" not in shown, "the school does not need the address to answer"
    assert "Uw melding is gelezen" in Client().get(address).content.decode()
    assert director.post(f"/signalen/{signal.pk}/", {"state": "changed", "text": SORRY}).status_code == 302
    seen = Client().get(address).content.decode()
    assert "De school past dit aan" in seen
    assert SORRY in seen
    told = Outgoing.objects.get(notice="signals.answered")
    assert told.address == "ouder@post.example"
    assert address in told.text
    assert WRONG not in told.text
    assert SORRY not in told.text
    assert f"/signalen/{signal.pk}/" not in director.get("/mijn-dag/").content.decode()
    assert [entry.event for entry in Entry.objects.filter(event__startswith="signal.").order_by("pk")] == [
        "signal.received",
        "signal.seen",
        "signal.answered",
    ]


def test_an_answer_can_be_taken_back_and_given_anew(sent, signed_in, school):
    signal, address = sent()
    director = signed_in(Role.DIRECTOR, school)
    director.post(f"/signalen/{signal.pk}/", {"state": "unchanged", "text": SORRY})
    assert "al geantwoord" in director.post(f"/signalen/{signal.pk}/", {"state": "changed", "text": "Nee"}, follow=True).content.decode()
    assert "Teruggezet" in director.post(f"/signalen/{signal.pk}/terugzetten/", follow=True).content.decode()
    assert SORRY not in Client().get(address).content.decode()
    assert director.post(f"/signalen/{signal.pk}/", {"state": "answered", "text": "Wij kijken ernaar."}).status_code == 302
    assert "Wij kijken ernaar." in Client().get(address).content.decode()


def test_what_is_no_report_is_set_aside_told_honestly_and_can_come_back(sent, signed_in, school):
    signal, address = sent()
    director = signed_in(Role.DIRECTOR, school)
    director.post(f"/signalen/{signal.pk}/geen-melding/")
    assert "De school behandelt dit niet als melding" in Client().get(address).content.decode()
    director.post(f"/signalen/{signal.pk}/terugzetten/")
    signal.refresh_from_db()
    assert signal.status is SignalState.READ or signal.status is SignalState.RECEIVED
    assert signal.closed_on is None


def test_what_will_be_changed_leads_to_the_place_in_the_draft(sent, signed_in, school):
    signal, _ = sent()
    director = signed_in(Role.DIRECTOR, school)
    director.post(f"/signalen/{signal.pk}/", {"state": "changed", "text": SORRY})
    assert "/scholen/aanbod/" in director.get(f"/signalen/{signal.pk}/").content.decode()
    make_draft(school, vuursprot() | {"school_year": "2026-2027"}, evidence={}, source=None, made_by=None, now=timezone.now())
    shown = director.get(f"/signalen/{signal.pk}/").content.decode()
    assert f"/scholen/aanbod/{school.brin6}/2026-2027/deel/expertise/#rij-expertise.autism" in shown


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"state": "changed", "text": ""}, "Schrijf een antwoord."),
        ({"text": SORRY}, "Kies wat u ermee doet."),
        ({"state": "spam", "text": SORRY}, "state"),
        ({"state": "changed", "text": "Het gaat om 123456782 toch?"}, "burgerservicenummer"),
    ],
)
def test_an_answer_that_is_not_right_is_not_sent(sent, signed_in, school, given, sentence):
    signal, _ = sent()
    answer = signed_in(Role.DIRECTOR, school).post(f"/signalen/{signal.pk}/", given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    signal.refresh_from_db()
    assert signal.closed_on is None


def test_only_the_school_reads_it_and_the_board_only_when_it_was_told(sent, signed_in, school):
    signal, _ = sent()
    address = f"/signalen/{signal.pk}/"
    for role in (Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR, Role.TEACHER, Role.COUNCIL):
        assert signed_in(role, school).get(address).status_code == 403, role
    board = signed_in(Role.BOARD, school)
    assert board.get(address).status_code == 404
    assert "Geen meldingen" in board.get("/signalen/").content.decode()
    Signal.anywhere.update(board_told_on=timezone.localdate())
    assert WRONG in board.get(address).content.decode()
    assert "Autisme" in board.get("/signalen/").content.decode()
    for role, place in ((Role.DIRECTOR, a_site(school.partnership)), (Role.DIRECTOR, a_site(a_region("SWV Elders")))):
        client = signed_in(role, place)
        assert client.get(address).status_code == 404
        for deed in ("", "geen-melding/", "terugzetten/"):
            assert client.post(address + deed, {"state": "changed", "text": SORRY}).status_code == 404
        assert "Autisme" not in client.get("/signalen/").content.decode()


def test_even_with_the_object_in_hand_someone_else_may_not(sent, person, school):
    signal, _ = sent()
    other = person(Role.DIRECTOR, a_site(school.partnership))
    given = {"by": other, "scope": scope_of(other, timezone.localdate()), "now": timezone.now()}
    from django.core.exceptions import PermissionDenied

    for deed in (answering.see, answering.undo):
        with pytest.raises(PermissionDenied):
            deed(signal, **given)
    with pytest.raises(PermissionDenied):
        answering.answer(signal, SignalState.CHANGED, SORRY, today=timezone.localdate(), **given)


def test_what_was_wiped_cannot_be_opened_again(sent, person, school):
    signal, _ = sent()
    director = person(Role.DIRECTOR, school)
    given = {"by": director, "scope": scope_of(director, timezone.localdate()), "now": timezone.now()}
    answering.set_aside(signal, today=timezone.localdate(), **given)
    Signal.anywhere.update(wiped_on=timezone.localdate(), text="")
    with pytest.raises(Refused, match="bewaartermijn"):
        answering.undo(signal, **given)


def test_the_inbox_is_searched_filtered_sorted_and_taken_away(sent, signed_in, school):
    sent()
    sent(path="facilities.lift", text="Er is helemaal geen lift in dit gebouw.")
    client = signed_in(Role.DIRECTOR, school)
    assert "Autisme" not in client.get("/signalen/?zoek=lift").content.decode()
    assert "Niets gevonden" in client.get("/signalen/?stand=answered").content.decode()
    assert "Autisme" in client.get("/signalen/?stand=open&sorteer=-op").content.decode()
    taken = b"".join(client.get("/signalen/?als=csv").streaming_content).decode()
    assert "Autisme" in taken
    assert "helemaal geen lift" not in taken, "what visitors wrote does not leave in a file"
    assert Entry.objects.filter(event="list.taken").count() == 1


def test_many_reports_cost_no_more_questions_than_one(sent, signed_in, school):
    client = signed_in(Role.DIRECTOR, school)

    def asked(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as counted:
            assert client.get(address).status_code == 200
        return len(counted)

    sent()
    one = [asked("/signalen/"), asked("/mijn-dag/")]
    sent()
    sent()
    assert [asked("/signalen/"), asked("/mijn-dag/")] == one


def test_a_year_stands_with_the_report(sent):
    signal, _ = sent()
    assert (signal.school_year, signal.number) == (YEAR, 1)


def test_both_sides_see_that_a_later_version_is_public(sent, signed_in, school):
    signal, address = sent()
    director = signed_in(Role.DIRECTOR, school)
    own = f"/signalen/{signal.pk}/"
    assert "Dit staat er" in director.get(own).content.decode()
    a_public_offer(school, year="2026-2027", on=timezone.localdate())
    shown = director.get(own).content.decode()
    assert "Dit stond er toen" in shown
    assert "van 2026-2027 openbaar." in shown
    director.post(own, {"state": "changed", "text": SORRY})
    assert "Er is een nieuwe tekst openbaar" in Client().get(address).content.decode()
