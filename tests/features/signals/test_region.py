"""Does a region see numbers and never words, does the support point write, and does a board answer?"""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.organisations.words import Refused, Role
from dekkend.signals.actions import count_unknown, forget_stem, take_back_from_need_card
from dekkend.signals.actions.counting import forget_rare
from dekkend.signals.actions.hearing import take_note_back, undo_cluster_answer
from dekkend.signals.models import ClusterAnswer, Signal, UnknownStem
from dekkend.signals.queries import answers_by_code, counts_by_code, unknown_words
from dekkend.signals.words import AnswerStatus
from tests.factories.ground import a_large_area, put_area
from tests.factories.organisations import a_region, a_site
from tests.factories.signals import ASKED, AUTISM, PLAN, WRONG, a_cluster_answer, a_note, said_no, sits_in_board, works_for

pytestmark = pytest.mark.django_db
LIST, CLUSTER = "/signalen/regio/", f"/signalen/regio/soort/{AUTISM}/"


def here(school, address: str) -> str:
    return f"{address}?regio={school.partnership.code}"


def test_a_region_sees_numbers_by_kind_of_support_and_never_what_a_visitor_wrote(sent, signed_in, school):
    sent()
    a_note(school.partnership)
    said_no(school.partnership, 6)
    adviser = signed_in(Role.ADVISER, school)
    assert adviser.get("/signalen/")["Location"] == LIST
    for address in (LIST, CLUSTER, LIST + "?als=csv"):
        shown = adviser.get(address).content.decode()
        assert "Autisme" in shown, address
        assert "5 of meer" in shown, address
        assert WRONG not in shown, address
    assert ASKED in adviser.get(CLUSTER).content.decode()


def test_fewer_than_five_are_not_shown_in_any_way(signed_in, school):
    numbers = said_no(school.partnership, 4)
    adviser = signed_in(Role.ADVISER, school)
    assert "Nog geen signalen" in adviser.get(LIST).content.decode()
    assert "9999" not in adviser.get(CLUSTER).content.decode()
    assert counts_by_code(school.partnership) == {}
    said_no(school.partnership, 1)
    assert counts_by_code(school.partnership)[AUTISM].no_answers == 5
    take_back_from_need_card(numbers[0])
    take_back_from_need_card(numbers[0])
    assert counts_by_code(school.partnership) == {}


def test_a_no_keeps_no_school_no_words_no_person_and_no_day(school):
    number = said_no(school.partnership, 1)[0]
    kept = Signal.anywhere.get(pk=number)
    assert (kept.site_id, kept.by_id, kept.text, kept.email, kept.label, kept.quote) == (None, None, "", "", "", "")
    assert kept.made_on == timezone.localdate().replace(day=1)
    with pytest.raises(ValueError, match="geen-reden"):
        said_no(school.partnership, 1, reason="geen-reden")


def test_another_region_sees_and_writes_nothing_here(signed_in, school):
    note = a_note(school.partnership)
    said_no(school.partnership, 6)
    stranger = signed_in(Role.ADVISER, a_site(a_region("SWV Elders")))
    assert "5 of meer" not in stranger.get(LIST).content.decode()
    assert ASKED not in stranger.get(CLUSTER).content.decode()
    assert stranger.get(f"{LIST}?regio={school.partnership.code}").status_code == 404
    assert stranger.post(f"{LIST}opschrijven/?regio={school.partnership.code}", {"text": ASKED}).status_code == 404
    assert stranger.post(f"{LIST}notitie/{note.pk}/").status_code == 404
    with pytest.raises(PermissionDenied):
        a_note(school.partnership, scope=sits_in_board(school))


def test_the_support_point_writes_down_what_it_hears_and_takes_it_back(signed_in, school):
    adviser = signed_in(Role.ADVISER, school)
    a_large_area("9999")
    assert adviser.post(f"{LIST}opschrijven/", {"code": AUTISM, "area": "9999", "text": ASKED})["Location"] == here(school, CLUSTER)
    note = Signal.anywhere.get()
    assert (note.kind, note.area, note.label) == ("support_point", "9999", "Autisme")
    assert "9999" in adviser.get(LIST).content.decode()
    assert counts_by_code(school.partnership)[AUTISM].areas == (), "for others fewer than five say no place"
    adviser.post(f"{LIST}notitie/{note.pk}/")
    assert counts_by_code(school.partnership) == {}
    adviser.post(f"{LIST}notitie/{note.pk}/")
    assert counts_by_code(school.partnership)[AUTISM].notes == 1
    assert [entry.event for entry in Entry.objects.filter(event__startswith="signal.").order_by("pk")] == [
        "signal.noted",
        "signal.note_undone",
        "signal.note_restored",
    ]
    assert ASKED not in str(list(Entry.objects.values()))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"text": "Mijn dochter Noor zoekt een school met een lift."}, "lijkt een naam. Een naam mag er niet in staan"),
        ({"text": "Het kind met nummer 123456782 zoekt een plek."}, "burgerservicenummer"),
        ({"text": "De ouders van fatima el idrissi zoeken een school."}, "Hier kan een naam in staan"),
        ({"text": "Ouders aan de Meeuwenlaan 12 zoeken een school."}, "lijkt een adres"),
        ({"text": ASKED, "area": "1234"}, "Deze postcode kennen wij niet"),
        ({"text": ASKED, "area": "9996"}, "minder dan 100 kinderen"),
        ({"text": ASKED, "area": "0999"}, "geen vier cijfers"),
        ({"text": ASKED, "area": "9999ZZ"}, "geen vier cijfers"),
        ({"text": ASKED, "code": "expertise.bestaat_niet"}, "code"),
        ({"text": ""}, "Schrijf wat ouders zochten"),
    ],
)
def test_a_note_with_a_name_or_a_number_is_not_kept(signed_in, school, given, sentence):
    put_area(school.partnership, "9996", 1000, 1000, 8)
    answer = signed_in(Role.ADVISER, school).post(f"{LIST}opschrijven/", given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Signal.anywhere.exists()


@pytest.mark.parametrize("wrong", [{"area": "9996"}, {"text": "De ouders van fatima zoeken hulp."}, {"text": "Noor zoekt een school."}])
def test_what_tells_who_a_child_is_is_not_kept_whatever_way_it_comes(school, wrong):
    put_area(school.partnership, "9996", 1000, 1000, 8)
    with pytest.raises(Refused):
        a_note(school.partnership, **wrong)
    assert not Signal.anywhere.exists()


def test_a_board_reads_what_was_heard_without_where_and_numbers_from_five_on(signed_in, school):
    kept = a_note(school.partnership, area="9998")
    taken_back = a_note(school.partnership, text="Dit had hier niet moeten staan.")
    take_note_back(taken_back, by=None, scope=works_for(school.partnership), now=timezone.now())
    board, adviser = signed_in(Role.BOARD, school), signed_in(Role.ADVISER, school)
    for address in (LIST, CLUSTER, LIST + "?als=csv"):
        shown = board.get(address).content.decode()
        assert "minder dan 5" in shown, address
        assert "9998" not in shown, address
        assert "9998" in adviser.get(address).content.decode(), address
    page = board.get(CLUSTER).content.decode()
    assert kept.text in page
    assert taken_back.text not in page
    for _ in range(4):
        a_note(school.partnership, area="9998")
    assert "9998" in board.get(CLUSTER).content.decode()
    assert "5 of meer" in board.get(LIST).content.decode()


def test_who_says_that_it_is_no_name_is_believed(signed_in, school):
    given = {"text": "Ouders vroegen naar de bieb van Zeewierdam.", "no_name": ["Zeewierdam"]}
    assert signed_in(Role.ADVISER, school).post(f"{LIST}opschrijven/", given)["Location"] == here(school, f"{LIST}overig/")


def test_a_board_answers_for_itself_and_takes_that_back(signed_in, school):
    a_note(school.partnership, area="9999")
    board = signed_in(Role.BOARD, school)
    given = {"board": str(school.board_id), "area": "", "status": "planned", "text": PLAN}
    assert board.post(CLUSTER, given).status_code == 302
    assert board.post(CLUSTER, given | {"status": "done", "text": "De taalklas is begonnen, elke ochtend."}).status_code == 302
    (reply,) = answers_by_code(school.partnership)[AUTISM]
    assert (reply.board, reply.status, reply.area, reply.on) == (school.board.name, AnswerStatus.DONE, "", timezone.localdate())
    standing = ClusterAnswer.anywhere.get(ended_at=None)
    board.post(f"{LIST}antwoord/{standing.pk}/terugzetten/")
    assert answers_by_code(school.partnership)[AUTISM][0].status is AnswerStatus.PLANNED
    assert "Wij gaan dit doen" in signed_in(Role.ADVISER, school).get(CLUSTER).content.decode()


def test_nobody_answers_for_another_board_or_another_region(signed_in, person, school):
    other = a_site(a_region("SWV Elders"))
    answer = a_cluster_answer(school)
    stranger = signed_in(Role.BOARD, other)
    given = {"board": str(school.board_id), "status": "planned", "text": PLAN}
    assert stranger.post(CLUSTER, given).status_code == 422, "not a board that this person can choose"
    assert stranger.post(f"{LIST}antwoord/{answer.pk}/terugzetten/").status_code == 404
    assert signed_in(Role.ADVISER, school).post(CLUSTER, given).status_code == 403
    with pytest.raises(PermissionDenied):
        a_cluster_answer(school, scope=sits_in_board(other))
    with pytest.raises(PermissionDenied):
        undo_cluster_answer(answer, by=None, scope=sits_in_board(other), now=timezone.now())


def test_a_word_is_readable_from_the_fifth_time_on_and_kept_without_place_or_time(signed_in, school):
    for _ in range(4):
        count_unknown(["Noor", "snoezelen", "123456782"])
    assert set(UnknownStem.objects.values_list("stem", flat=True)) == {""}, "what was typed four times is nowhere"
    assert unknown_words() == ()
    count_unknown(["snoezelen"])
    assert [(word.stem, word.count) for word in unknown_words()] == [("snoezelen", 5)]
    assert {field.name for field in UnknownStem._meta.get_fields()} == {"key", "stem", "count"}
    assert "snoezelen" in signed_in(Role.ADVISER, school).get(LIST).content.decode()
    forget_stem("Snoezelen")
    assert unknown_words() == ()


def test_nobody_fills_the_database_with_made_up_words(db):
    count_unknown(["vaak"])
    count_unknown(["vaak"])
    count_unknown([f"woord{chr(97 + at)}" for at in range(10)])
    assert forget_rare(most=3) == 8
    assert UnknownStem.objects.count() == 3
    assert UnknownStem.objects.filter(count=2).count() == 1


def test_the_lists_of_a_region_ask_as_much_for_many_as_for_one(signed_in, school):
    client = signed_in(Role.ADVISER, school)

    def asked(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as counted:
            assert client.get(address).status_code == 200
        return len(counted)

    a_note(school.partnership)
    a_cluster_answer(school)
    one = [asked(LIST), asked(CLUSTER)]
    for code in (AUTISM, "expertise.behaviour", "facilities.lift"):
        a_note(school.partnership, code, area="9998")
        a_cluster_answer(school, code, area="9998")
    assert [asked(LIST), asked(CLUSTER)] == one


def test_the_list_is_searched_and_filtered(signed_in, school):
    a_note(school.partnership, area="9999")
    a_note(school.partnership, "facilities.lift", area="9998")
    a_note(school.partnership, "")
    client = signed_in(Role.ADVISER, school)
    assert "Autisme" not in client.get(f"{LIST}?waar=9998").content.decode().split("<tbody>")[1]
    assert "Iets anders" in client.get(LIST).content.decode()
    assert ASKED in client.get(f"{LIST}overig/").content.decode()
    assert "" not in counts_by_code(school.partnership)


def test_a_school_has_no_list_of_the_region(signed_in, school):
    for role in (Role.DIRECTOR, Role.COORDINATOR, Role.TEACHER, Role.COUNCIL):
        assert signed_in(role, school).get(LIST).status_code == 403
