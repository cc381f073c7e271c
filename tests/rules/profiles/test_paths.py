"""Does a path name one value, and nothing when it is no path?"""

import pytest

from dekkend.profiles.rules.paths import UnknownPath, block_of, get_value, with_value
from tests.corpus.school import vuursprot

VALUES = vuursprot()["values"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("school.name", "De Vuursprot"),
        ("expertise.autism", "yes"),
        ("expertise.remedial_teaching.note", "24 uur per week"),
        ("limits[0].text", VALUES["limits"][0]["text"]),
        ("vision", VALUES["vision"]),
    ],
)
def test_a_path_names_a_value_that_can_be_replaced(path, value):
    assert get_value(VALUES, path) == value
    assert get_value(with_value(VALUES, path, "anders"), path) == "anders"
    assert get_value(VALUES, path) == value


def test_an_own_row_is_reached_by_its_number():
    values = vuursprot(facilities={"own_rows": [{"label": "Moestuin", "choice": "present", "note": None}]})["values"]
    assert get_value(with_value(values, "facilities.own_rows[0].choice", None), "facilities.own_rows[0]")["choice"] is None


@pytest.mark.parametrize(
    "path", ["", "x", "school.x", "limits[9].text", "limits.text", "vision[0]", "school.name.x", "..", "a[b]", "__class__"]
)
def test_a_path_that_names_nothing_is_refused(path):
    with pytest.raises(UnknownPath):
        get_value(VALUES, path)
    with pytest.raises(UnknownPath):
        with_value(VALUES, path, 1)


def test_the_block_is_the_first_part():
    assert block_of("limits[0].text") == "limits"
