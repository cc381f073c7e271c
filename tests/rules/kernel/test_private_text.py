"""Is what tells who a child is refused, what may do so asked about, and an ordinary text left alone?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.kernel.private_text import refused_in, remarks_on, warned_in

TODAY = date(2026, 10, 5)


def refused(text: str) -> list[str]:
    return [each.found for each in refused_in(text, today=TODAY)]


def warned(text: str) -> list[str]:
    return [each.found for each in warned_in(text, today=TODAY)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sem heeft moeite met lezen.", "Sem"),
        ("Wij zoeken een plek voor Fatima.", "Fatima"),
        ("Emma's broertje zit hier ook.", "Emma's"),
        ("Het kind heet Zerya.", "Zerya"),
        ("De leerling Xarandu kan goed rekenen.", "Xarandu"),
        ("Haar moeder Umbrel belt.", "Umbrel"),
        ("Naam: Kwelder", "Kwelder"),
        ("T. de Kwelder is druk.", "T. de Kwelder"),
        ("Over J.P. Umbrel.", "J.P. Umbrel"),
        ("Ayse-Nur huilt. Fatoumata ook.", "Ayse-Nur"),
        ("Ayse-Nur huilt. Fatoumata ook.", "Fatoumata"),
        ("Bel 06-12345678.", "06-12345678"),
        ("Bel (0999) 123456 of 0999-123456.", "0999-123456"),
        ("Mail naar ouder@voorbeeld.example.", "ouder@voorbeeld.example"),
        ("Nummer 123456782.", "123456782"),
        ("Geboren op 3 mei 2018.", "3 mei 2018"),
        ("Geb. 14-9-'17", "14-9-'17"),
        ("Is jarig op 3 mei.", "3 mei"),
        ("Sinds 12-03-2019 op de wereld.", "12-03-2019"),
        ("Woont op 9999 ZA.", "9999 ZA"),
        ("Woont in de Kerkstraat 12.", "Kerkstraat 12"),
    ],
)
def test_what_tells_who_a_child_is_is_refused(text, found):
    assert found in refused(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dit kind J. de V. leert snel.", "J."),
        ("Dit kind komt uit Zilverduin.", "Zilverduin"),
        ("jayden slaat vaak", "jayden"),
        ("Dan komt T. Kwelder langs.", "T. Kwelder"),
        ("Umbrel-Xarandu leert snel.", "Umbrel-Xarandu"),
        ("De leerling SK praat weinig.", "SK"),
        ("Roos en geel zijn lastig te zien. Max 3 dagen.", "Max"),
    ],
)
def test_what_may_be_a_name_is_asked_about_and_not_refused(text, found):
    assert found in warned(text)
    assert refused(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dit kind leert Nederlands. De ouders spreken Tigrinya en wat Engels.",
        "Doof kind met CI, gebruikt NmG en NGT. Wij werken met NT2 en TOS.",
        "Kan komen vanaf 1 januari 2027, of na de zomer.",
        "Een kind van 6 jaar (groep 3). Zoekt rust; kan niet tegen lawaai.",
        "Nodig:\n- Een lift\n- Een rustige plek\n1) Twee keer per week hulp",
        "In de klas staan roos en floor stil. Het kind leest een roman en zegt: ik wil mee, jan of niet.",
        "Wij vroegen het op 3 september 2026 ook.",
    ],
)
def test_an_ordinary_text_is_left_alone(text):
    assert remarks_on(text, today=TODAY) == ()


@pytest.mark.parametrize(("years", "is_birth"), [(1, False), (3, True), (12, True), (18, True), (20, False)])
def test_a_day_counts_as_a_date_of_birth_when_a_pupil_can_be_born_on_it(years, is_birth):
    day = TODAY - timedelta(days=round(years * 365.25))
    assert bool(refused(f"Dat was {day.day}-{day.month}-{day.year}.")) == is_birth


def test_each_piece_is_told_once_and_the_refused_first():
    found = remarks_on("Komt uit Zilverduin. Sem is 6. Sem leest graag in Zilverduin.", today=TODAY)
    assert [each.found for each in found] == ["Sem", "Zilverduin"]


@given(st.text(max_size=600))
def test_any_text_is_judged(text):
    for each in remarks_on(text, today=TODAY):
        assert each.found
        assert each.text


@given(
    st.sampled_from(["Sem", "Fatima", "Lotte", "Mohammed"]),
    st.text(alphabet="abc .,\n", max_size=80),
    st.text(alphabet="abc .,\n", max_size=80),
)
def test_a_known_name_is_refused_wherever_it_stands(name, before, after):
    assert name in " ".join(refused(f"{before} {name} {after}"))
