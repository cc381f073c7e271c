"""Can a person take the own last change back, do it again, and put any moment of the last month back, without losing what others wrote?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dekkend.organisations.words import Role
from dekkend.profiles.actions import confirm, make_draft, redo, restore, restore_kept, restore_point, undo
from dekkend.profiles.models import DraftChange, RestorePoint
from dekkend.profiles.queries import moment_at, moments, restorable_from, restore_points
from dekkend.profiles.words.editing import ChangeKind, EditRefused
from tests.corpus.school import vuursprot
from tests.features.profiles.drafting import NOW, a_draft, later, stored, type_in

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


def test_the_last_change_is_taken_back_then_the_one_before_and_both_done_again(site, anna):
    draft = a_draft(site)
    began = draft.values["vision"], draft.values["spending"]
    type_in(draft, "vision", "Eén.", by=anna)
    type_in(draft, "spending", "Twee.", by=anna, minutes=5)
    assert undo(draft, by=anna, now=later(6)).paths == ("spending",)
    assert undo(draft, by=anna, now=later(7)).paths == ("vision",)
    now = stored(draft)
    assert (now.values["vision"], now.values["spending"]) == began
    assert now.standing == draft.standing
    with pytest.raises(EditRefused, match="niets van u"):
        undo(draft, by=anna, now=later(8))
    redo(draft, by=anna, now=later(9))
    redo(draft, by=anna, now=later(10))
    now = stored(draft)
    assert (now.values["vision"], now.values["spending"]) == ("Eén.", "Twee.")
    assert now.standing["vision"]["confirmed_on"] == "2026-05-12"
    assert undo(draft, by=anna, now=later(11)).paths == ("spending",)


def test_after_something_new_there_is_nothing_to_do_again(site, anna):
    draft = a_draft(site)
    type_in(draft, "vision", "Eén.", by=anna)
    undo(draft, by=anna, now=later(1))
    type_in(draft, "spending", "Twee.", by=anna, minutes=2)
    with pytest.raises(EditRefused):
        redo(draft, by=anna, now=later(3))


def test_typing_on_in_one_field_is_taken_back_as_one(site, anna):
    draft = a_draft(site, vision="Begin.")
    for seconds, text in enumerate(("Wij", "Wij lezen", "Wij lezen samen.")):
        type_in(draft, "vision", text, by=anna, minutes=seconds / 60)
    undo(draft, by=anna, now=later(1))
    assert stored(draft).values["vision"] == "Begin."


def test_what_another_did_is_not_taken_back(site, anna, bram):
    draft = a_draft(site)
    type_in(draft, "vision", "Van Anna.", by=anna)
    type_in(draft, "spending", "Van Bram.", by=bram, minutes=1)
    assert undo(draft, by=anna, now=later(2)).paths == ("vision",)
    assert stored(draft).values["spending"] == "Van Bram."


def test_what_another_changed_since_stays_and_is_told(site, anna, bram):
    draft = a_draft(site)
    type_in(draft, "school.phone", "000-1", by=anna)
    type_in(draft, "school.phone", "000-2", by=bram, minutes=1)
    with pytest.raises(EditRefused, match="Bram heeft dit na u veranderd"):
        undo(draft, by=anna, now=later(2))
    assert stored(draft).values["school"]["phone"] == "000-2"


def test_of_a_text_only_the_own_words_are_taken_back(site, anna, bram):
    draft = a_draft(site, vision="Begin.")
    type_in(draft, "vision", "Begin. Van Anna.", by=anna)
    type_in(draft, "vision", "Nul. Begin. Van Anna.", by=bram, minutes=1)
    undo(draft, by=anna, now=later(2))
    assert stored(draft).values["vision"] == "Nul. Begin."


def test_confirming_is_taken_back_too(site, anna):
    draft = a_draft(site)
    confirm(draft, ["vision"], by=anna, now=NOW)
    undo(draft, by=anna, now=later(1))
    assert stored(draft).standing["vision"]["open"]


def test_a_moment_is_put_back_and_that_can_be_taken_back(site, anna, bram):
    draft = a_draft(site)
    type_in(draft, "vision", "Eén.", by=anna)
    type_in(draft, "vision", "Twee.", by=bram, minutes=20)
    type_in(draft, "spending", "Drie.", by=bram, minutes=21)
    assert moment_at(stored(draft), 1).values["vision"] == "Eén."
    restore(draft, 1, by=anna, now=later(30))
    now = stored(draft)
    assert (now.values["vision"], now.values["spending"], now.revision) == ("Eén.", draft.values["spending"], 5)
    undo(draft, by=anna, now=later(31))
    assert (stored(draft).values["vision"], stored(draft).values["spending"]) == ("Twee.", "Drie.")


def test_moments_are_told_per_person_section_and_quarter_of_an_hour(site, anna, bram):
    draft = a_draft(site)
    type_in(draft, "school.phone", "000-1", by=anna)
    type_in(draft, "school.email", "a@b.example", by=anna, minutes=5)
    type_in(draft, "vision", "Eén.", by=anna, minutes=6)
    type_in(draft, "vision", "Eén. Twee.", by=bram, minutes=7)
    type_in(draft, "vision", "Eén. Twee. Drie.", by=bram, minutes=30)
    seen = [(each.by_name, each.title, each.before, each.number, each.paths) for each in moments(stored(draft), now=later(40))]
    assert seen == [
        ("Bram", "Visie passend onderwijs", 4, 5, ("vision",)),
        ("Bram", "Visie passend onderwijs", 3, 4, ("vision",)),
        ("Iemand", "Visie passend onderwijs", 2, 3, ("vision",)),
        ("Iemand", "Algemene gegevens", 0, 2, ("school.phone", "school.email")),
    ]


def test_after_a_month_a_moment_is_gone_but_how_it_stood_then_is_not(site, anna):
    draft = a_draft(site)
    type_in(draft, "vision", "Eén.", by=anna)
    type_in(draft, "vision", "Twee.", by=anna, minutes=60)
    long_after = NOW + timedelta(days=32)
    type_in(draft, "vision", "Drie.", by=anna, minutes=32 * 24 * 60)
    assert restorable_from(stored(draft), now=long_after) == 2
    restore(draft, 2, by=anna, now=long_after)
    assert stored(draft).values["vision"] == "Twee."
    with pytest.raises(EditRefused, match="te lang geleden"):
        restore(draft, 1, by=anna, now=long_after)


def test_before_an_import_the_draft_is_kept_and_the_import_stands_in_the_journal(site, anna):
    draft = a_draft(site)
    type_in(draft, "vision", "Zelf getypt.", by=anna)
    again = make_draft(
        site, vuursprot(vision="Uit een document.") | {"school_year": "2026-2027"}, evidence={}, source=None, made_by=anna, now=later(9)
    )
    assert again.pk == draft.pk
    assert (again.values["vision"], again.revision) == ("Uit een document.", 2)
    assert again.standing["vision"]["open"]
    (point,) = restore_points(again)
    assert point.reason == "Vóór het inlezen van een ander profiel"
    assert moments(again, now=later(9))[0].kind is ChangeKind.IMPORTED
    restore_kept(RestorePoint.anywhere.get(), by=anna, now=later(10))
    assert stored(draft).values["vision"] == "Zelf getypt."
    assert not stored(draft).standing["vision"]["open"]


def test_a_moment_is_kept_by_hand(site, anna):
    draft = a_draft(site)
    restore_point(draft, "Voor de vergadering", by=anna, now=NOW)
    type_in(draft, "vision", "Later.", by=anna)
    restore_kept(RestorePoint.anywhere.get(), by=anna, now=later(1))
    assert stored(draft).values == draft.values


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["vision", "school.phone", "expertise.autism.note", "limits", "facilities.own_rows", "undo", "redo", "confirm"]),
        st.text("ab ", max_size=4),
        st.booleans(),
    ),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=STEPS)
def test_whatever_people_do_every_moment_comes_back_exactly(site, anna, bram, steps):
    draft = a_draft(site, year="2030-2031") if not DraftChange.anywhere.exists() else stored(DraftChange.anywhere.first().draft)
    seen = {}
    for at, (what, text, by_anna) in enumerate(steps):
        do(draft, what, text, anna if by_anna else bram, at * 2)
        now = stored(draft)
        seen[now.revision] = (now.values, now.standing, now.evidence)
    for number, moment in seen.items():
        then = moment_at(stored(draft), number)
        assert (then.values, then.standing, then.evidence) == moment


def do(draft, what, text, by, minutes) -> None:
    try:
        if what == "confirm":
            confirm(draft, ["vision", "school.phone", "facilities.own_rows[0]"], by=by, now=later(minutes))
        elif what in ("undo", "redo"):
            (undo if what == "undo" else redo)(draft, by=by, now=later(minutes))
        else:
            type_in(draft, what, answer(what, text), by=by, minutes=minutes)
    except EditRefused:
        pass


def answer(path, text):
    if path == "limits":
        return [{"text": word} for word in text.split()]
    if path == "facilities.own_rows":
        return [{"label": word, "choice": None, "note": None} for word in text.split()]
    return text
