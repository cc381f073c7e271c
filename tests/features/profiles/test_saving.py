"""Is what someone types stored as it was meant, and is nothing of another lost by it?"""

from __future__ import annotations

import pytest

from dekkend.audit.models import Entry
from dekkend.organisations.words import Role
from dekkend.profiles.actions import freeze_draft
from dekkend.profiles.models import DraftChange
from dekkend.profiles.words.editing import Clash, EditRefused, Merged, Saved
from tests.features.profiles.drafting import NOW, a_draft, stored, type_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(person, site):
    return person(Role.COORDINATOR, site)


@pytest.fixture
def bram(person, site):
    user = person(Role.DIRECTOR, site)
    user.name = "Bram"
    user.save()
    return user


@pytest.mark.parametrize(
    ("path", "given", "kept"),
    [
        ("vision", "Wij  lezen\u00a0samen.\r\n\r\nElke dag.", "Wij lezen samen.\n\nElke dag."),
        ("school.phone", "000-1234567", "000-1234567"),
        ("school.phone", "", None),
        ("expertise.autism", {"choice": "yes", "note": "2 uur"}, {"choice": "yes", "note": "2 uur"}),
        ("expertise.autism.note", "3 uur", "3 uur"),
        ("limits", [{"text": "Eén grens."}], [{"text": "Eén grens."}]),
        ("limits[0].text", "Andere grens.", "Andere grens."),
        (
            "facilities.own_rows",
            [{"label": "Moestuin", "choice": None, "note": None}],
            [{"label": "Moestuin", "choice": None, "note": None}],
        ),
        ("support_scheme", {"file": "schema.png", "alt": "Ons team"}, {"file": "schema.png", "alt": "Ons team"}),
        ("budget.fixed_amount", "9100", "9100"),
    ],
)
def test_every_kind_of_answer_is_stored(site, anna, path, given, kept):
    draft = a_draft(site)
    outcome = type_in(draft, path, given, by=anna)
    assert isinstance(outcome, Saved)
    assert (outcome.value, outcome.revision) == (kept, 1)
    change = DraftChange.anywhere.get()
    assert (change.number, change.by, change.at, change.kind) == (1, anna, NOW, "typed")


def test_a_choice_may_be_given_without_the_note_beside_it(site, anna):
    outcome = type_in(a_draft(site, expertise={"rows": {"autism": {"choice": None, "note": "2 uur"}}}), "expertise.autism", "yes", by=anna)
    assert outcome.value == {"choice": "yes", "note": "2 uur"}


@pytest.mark.parametrize(
    ("path", "given", "said"),
    [
        ("nothing.here", "x", "niet op het formulier"),
        ("limits[99].text", "x", "bestaat niet meer"),
        ("expertise.autism", "maybe", "bestaat hier niet"),
        ("vision", 3, "een getal"),
        ("budget.fixed_amount", "veel", "een bedrag als"),
        ("facilities.own_rows", [{"label": "", "choice": None, "note": None}], "een naam nodig"),
        ("vision", "Bel met Jan, BSN 123456782.", "na “met Jan, BSN”, een nummer"),
        ("vision", "1234\u00ad56782", "aan het begin, een nummer"),
        ("limits", [{"text": "Zie 123.456.782"}], "Dekkend bewaart zo'n nummer nooit"),
    ],
)
def test_what_can_never_be_stored_is_refused_with_a_sentence(site, anna, path, given, said):
    draft = a_draft(site)
    with pytest.raises(EditRefused) as refused:
        type_in(draft, path, given, by=anna)
    assert said in refused.value.message
    assert "123456782" not in refused.value.message
    assert stored(draft).values == draft.values
    assert not DraftChange.anywhere.exists()


def test_a_frozen_draft_takes_nothing_any_more(site, anna):
    draft = a_draft(site)
    freeze_draft(draft, by=anna, now=NOW)
    with pytest.raises(EditRefused, match="vastgelegd"):
        type_in(draft, "vision", "x", by=anna)


def test_the_same_answer_again_is_no_change(site, anna):
    draft = a_draft(site)
    assert type_in(draft, "vision", draft.values["vision"], by=anna).revision == 0
    assert not DraftChange.anywhere.exists()


def test_two_changes_of_one_text_both_stand(site, anna, bram):
    draft = a_draft(site, vision="Wij lezen samen.")
    type_in(draft, "vision", "Wij lezen elke dag samen.", by=bram, base=0)
    outcome = type_in(draft, "vision", "Wij lezen samen. Ook thuis.", by=anna, base=0)
    assert isinstance(outcome, Merged)
    assert outcome.value == stored(draft).values["vision"] == "Wij lezen elke dag samen. Ook thuis."
    assert outcome.with_name == "Bram"
    assert list(DraftChange.anywhere.order_by("number").values_list("kind", flat=True)) == ["typed", "merged"]


def test_two_answers_to_one_question_clash_and_nothing_is_stored_over_the_other(site, anna, bram):
    draft = a_draft(site, expertise={"rows": {"autism": {"choice": None, "note": None}}})
    type_in(draft, "expertise.autism", "yes", by=bram, base=0)
    outcome = type_in(draft, "expertise.autism", {"choice": "no", "note": None}, by=anna, base=0)
    assert outcome == Clash("expertise.autism", {"choice": "no", "note": None}, {"choice": "yes", "note": None}, 1, "Bram", NOW)
    assert stored(draft).values["expertise"]["rows"]["autism"]["choice"] == "yes"
    assert isinstance(type_in(draft, "expertise.autism", "no", by=anna, base=outcome.revision), Saved)


@pytest.mark.parametrize(
    ("path", "given"), [("expertise.autism", ["x"]), ("vision", 3), ("limits", "x"), ("school.phone", {}), ("limits", [3])]
)
def test_nonsense_is_refused_also_when_another_changed_the_same(site, anna, bram, path, given):
    draft = a_draft(site)
    type_in(draft, path, {"vision": "Ja.", "school.phone": "1", "limits": []}.get(path, "no"), by=bram, base=0)
    with pytest.raises(EditRefused):
        type_in(draft, path, given, by=anna, base=0)


def test_a_choice_beside_a_note_does_not_clash(site, anna, bram):
    draft = a_draft(site, expertise={"rows": {"autism": {"choice": None, "note": None}}})
    type_in(draft, "expertise.autism", "yes", by=bram, base=0)
    assert isinstance(type_in(draft, "expertise.autism.note", "2 uur", by=anna, base=0), Merged)
    assert stored(draft).values["expertise"]["rows"]["autism"] == {"choice": "yes", "note": "2 uur"}


def test_the_same_person_in_two_windows_is_told_as_well(site, anna):
    draft = a_draft(site)
    type_in(draft, "school.phone", "000-1", by=anna, base=0)
    assert isinstance(type_in(draft, "school.phone", "000-2", by=anna, base=0), Clash)


def test_another_field_than_the_one_that_changed_is_just_stored(site, anna, bram):
    draft = a_draft(site)
    type_in(draft, "school.phone", "000-1", by=bram, base=0)
    assert isinstance(type_in(draft, "school.email", "a@b.example", by=anna, base=0), Saved)


def test_a_record_that_another_took_out_is_not_brought_back(site, anna, bram):
    draft = a_draft(site, limits=[{"text": "Een."}, {"text": "Twee."}])
    type_in(draft, "limits", [{"text": "Een."}], by=bram, base=0)
    assert isinstance(type_in(draft, "limits[1].text", "Twee en meer.", by=anna, base=0), Clash)
    assert isinstance(type_in(draft, "limits[0].text", "Een en meer.", by=anna, base=0), Merged)
    assert stored(draft).values["limits"] == [{"text": "Een en meer."}]


def test_who_types_confirms_and_what_was_read_no_longer_proves_it(site, anna):
    proof = {"quote": "x", "page": 1, "line": 1, "certainty": "certain", "by": "reader"}
    draft = a_draft(site, evidence={"vision": proof, "expertise.autism": proof, "expertise.autism.note": proof})
    assert draft.standing["vision"] == {"since": "2026-2027", "confirmed_on": None, "open": True}
    type_in(draft, "vision", "Nieuw.", by=anna)
    type_in(draft, "expertise.autism.note", "9 uur", by=anna)
    now = stored(draft)
    assert now.standing["vision"] == {"since": "2026-2027", "confirmed_on": "2026-05-12", "open": False}
    assert set(now.evidence) == {"expertise.autism"}
    type_in(draft, "vision", "", by=anna)
    assert "vision" not in stored(draft).standing


def test_a_row_that_moves_keeps_what_was_known_of_it(site, anna):
    rows = [{"label": name, "choice": "present", "note": None} for name in ("Moestuin", "Kas")]
    proof = {"quote": "Kas", "certainty": "certain"}
    draft = a_draft(site, facilities={"own_rows": rows}, evidence={"facilities.own_rows[1]": proof})
    type_in(draft, "facilities.own_rows", [rows[1]], by=anna)
    now = stored(draft)
    assert now.evidence == {"facilities.own_rows[0]": proof}
    assert now.standing["facilities.own_rows[0]"]["open"]
    assert "facilities.own_rows[1]" not in now.standing


def test_the_log_says_once_a_day_who_worked_on_it(site, anna):
    draft = a_draft(site)
    for minutes in (0, 5, 24 * 60):
        type_in(draft, "vision", f"Zin {minutes}.", by=anna, minutes=minutes)
    assert Entry.objects.filter(event="profile.draft_edited").count() == 2


def test_a_page_of_another_moment_is_refused(site, anna):
    with pytest.raises(EditRefused, match="Laad de pagina opnieuw"):
        type_in(a_draft(site), "vision", "x", by=anna, base=9)


def test_saving_asks_the_database_as_often_in_a_long_journal_as_in_a_short_one(site, anna, django_assert_max_num_queries):
    draft = a_draft(site)
    for number in range(12):
        type_in(draft, "vision", f"Zin {number}.", by=anna, minutes=number * 5)
    with django_assert_max_num_queries(9):
        type_in(draft, "vision", "Slot.", by=anna, base=12, minutes=90)
