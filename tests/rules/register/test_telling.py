"""Does a person read words, and no codes, of what a difference was and becomes?"""

from __future__ import annotations

import pytest

from dekkend.register.rules.telling import history_line, plain, told
from dekkend.register.words.changes import ChangeKind

SCHOOL = {
    "name": "De Verzonnen Zeester",
    "board_name": "Stichting Verzonnen Kust",
    "street": "Kade",
    "house_number": "1",
    "place": "Zeewijk",
}


@pytest.mark.parametrize(
    ("kind", "said"),
    [("regular", "Basisschool"), ("special_primary", "School voor speciaal basisonderwijs"), ("BAO", "BAO")],
)
def test_the_kind_of_a_school_is_said_in_words(kind, said):
    after = told(ChangeKind.NEW, SCHOOL | {"kind": kind})
    assert after == f"De Verzonnen Zeester, {said}, Stichting Verzonnen Kust, Kade 1 Zeewijk"


def test_its_history_says_it_in_words_too():
    assert history_line(ChangeKind.KIND, {"kind": "special"}, {}, "2024-10-01") == "Was tot 2024 School voor speciaal onderwijs."


def bands(number: int) -> dict[str, dict[str, list[int]]]:
    """So many children of 5 to 9, and none of other ages."""
    return {"children": {"0-4": [0, 0], "5-9": [number, number], "10-14": [0, 0]}}


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 kinderen"), (1, "minder dan 5 kinderen"), (4, "minder dan 5 kinderen"), (5, "5 kinderen"), (39, "39 kinderen")],
)
def test_so_few_children_are_not_told(number, said):
    assert told(ChangeKind.CHILDREN, bands(number)) == f"{said} van 4 tot en met 11 jaar"


@pytest.mark.parametrize(("number", "said"), [(0, 0), (1, "<5"), (4, "<5"), (5, 5)])
def test_a_program_cannot_count_them_from_the_age_groups_either(number, said):
    assert plain(bands(number)) == {"children_of_4_to_11": said}


@pytest.mark.parametrize(
    ("bounds", "said"), [((3, 3), "minder dan 5"), ((1, 4), "minder dan 5"), ((0, 0), "0"), ((5, 5), "5"), ((101, 104), "101 tot 104")]
)
def test_so_few_pupils_are_not_told(bounds, said):
    count = {"counted_on": "2024-10-01", "low": bounds[0], "high": bounds[1]}
    assert told(ChangeKind.PUPILS, count) == f"{said} leerlingen op 1 oktober 2024"


def test_a_program_reads_the_bounds_of_so_few_pupils_also_of_a_new_school():
    count = {"counted_on": "2024-10-01", "low": 3, "high": 3}
    hidden = count | {"low": 1, "high": 4}
    assert plain(count) == hidden
    assert plain({"name": "De Zeester", "pupils": count}) == {"name": "De Zeester", "pupils": hidden}
