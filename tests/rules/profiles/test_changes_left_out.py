"""Does a list of changes keep silent about what one of both profiles leaves out?"""

from __future__ import annotations

import copy

import pytest

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.changes import change_list
from dekkend.profiles.rules.changes.covering import without_covered
from dekkend.profiles.rules.redaction import with_left_out
from dekkend.profiles.words.redaction import LeftOut
from tests.corpus.school import vuursprot

FORM = load_template("haaglanden")
SECRET = "Programmeren"


def year(**blocks):
    return copy.deepcopy(vuursprot(**blocks)["values"])


def told(path: str, value: dict, *, quote: str = "", earlier: bool = False):
    """The list between a profile that leaves out `path` and one that does not; the covered side is the later one, or the earlier."""
    whole, covered = year(**value), with_left_out(year(**value), [LeftOut(path, "privacy", quote)], FORM)
    whole["vision"] = "Dit is er anders."
    before, after = (covered, whole) if earlier else (whole, covered)
    return without_covered(change_list(FORM, before, after, catalogue=load_catalogue()), [path])


@pytest.mark.parametrize("earlier", [True, False])
@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("expertise.autism", {"expertise": {"rows": {"autism": {"choice": "yes", "note": "8 uur per week Programmeren"}}}}),
        ("expertise.autism.note", {"expertise": {"rows": {"autism": {"choice": "yes", "note": "8 uur per week Programmeren"}}}}),
        ("extra_offers[0]", {"extra_offers": [{"name": "Programmeren met robots", "period": "elke week"}]}),
        ("extra_offers[0].name", {"extra_offers": [{"name": "Programmeren met robots", "period": "elke week"}]}),
        ("limits", {"limits": [{"text": "Programmeren kan niet."}]}),
        ("school.email", {"school": {"email": "Programmeren@school.example"}}),
        ("adoption.adopted_on", {"adoption": {"adopted_on": "2024-05-05"}}),
    ],
)
def test_what_one_side_leaves_out_is_no_difference(path, value, earlier):
    found = told(path, value, earlier=earlier)
    assert [change.path for change in found.changes] == ["vision"]
    assert [change.path for section in found.sections for change in section.changes] == ["vision"]


def test_a_row_that_has_another_number_the_other_year_is_not_named_either():
    robots, cooking = {"name": "Programmeren met robots", "period": None}, {"name": "Koken", "period": None}
    before, after = year(extra_offers=[cooking, robots]), year(extra_offers=[robots])
    after = with_left_out(after, [LeftOut("extra_offers[0]", "privacy")], FORM)
    found = without_covered(change_list(FORM, before, after, catalogue=load_catalogue()), ["extra_offers[0]"])
    assert found.changes == ()


def test_a_neighbour_of_what_is_left_out_is_told():
    before = year(school={"email": "a@school.example", "phone": "1"})
    after = year(school={"email": "b@school.example", "phone": "2"})
    found = without_covered(change_list(FORM, before, after), ["school.email"])
    assert [change.path for change in found.changes] == ["school.phone"]
