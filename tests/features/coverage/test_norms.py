"""Does a region see all schools beside several norms at once: how many meet each, and which school lacks what?"""

from __future__ import annotations

import csv
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from dekkend.coverage.models import CoverageSettings, OwnNorm
from dekkend.coverage.rules.kinds import as_data
from dekkend.coverage.words import Settings
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.words import Role
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_board, a_site

pytestmark = pytest.mark.django_db
PLACE = "/dekking/normen/"


@pytest.fixture
def beside_two_norms(site):
    """A school with a profile and one without, beside a norm that everyone with NT2 meets and the example."""
    a_public_offer(site)
    take_up()
    a_site(site.partnership, a_board("Stichting Het Wad"), name="Het Wad")
    now, items = timezone.now(), [{"label": "Nederlands als tweede taal", "one_of": [NT2], "level": 1, "why": ""}]
    named = {"name": "eigen", "version": "1", "title": "Eigen norm", "source": "Verzonnen.", "valid_from": timezone.localdate(now)}
    OwnNorm.anywhere.create(partnership=site.partnership, at=now, items=items, **named)
    values = as_data(Settings(norms=("eigen", "voorbeeld")))
    CoverageSettings.anywhere.create(partnership=site.partnership, at=now, values=values)
    return site


def rows_of(client, address: str) -> dict[str, dict[str, str]]:
    lines = csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig")), delimiter=";")
    return {row["School"]: row for row in lines}


def test_all_norms_stand_above_each_other_with_how_many_schools_meet_them(beside_two_norms, signed_in):
    page = signed_in(Role.ADVISER, beside_two_norms).get(PLACE)
    summaries = {each["norm"].name: (each["yes"], each["no"], each["unknown"]) for each in page.context["summaries"]}
    assert summaries["eigen"] == (1, 0, 1)
    assert sum(summaries["voorbeeld"]) == 2
    assert "Heeft alles" in page.content.decode()


def test_each_school_says_what_it_lacks_of_every_norm(beside_two_norms, signed_in):
    rows = rows_of(signed_in(Role.ADVISER, beside_two_norms), f"{PLACE}?norm=eigen&als=csv")
    [other] = [name for name in rows["Het Wad"] if name.startswith("Mist bij ")]
    assert rows["Het Wad"]["Niet bekend"] == "1"
    assert rows["Het Wad"][other].endswith(" niet bekend")
    assert rows[beside_two_norms.name][other].split(",")[0].isdigit()


def test_the_workbook_says_who_lacks_what(beside_two_norms, signed_in):
    book = load_workbook(io.BytesIO(signed_in(Role.ADVISER, beside_two_norms).get("/dekking/dekking.xlsx").content))
    lines = list(book["Normen"].iter_rows(min_row=2, values_only=True))
    assert {(line[0], line[3], line[6]) for line in lines if line[0] == "Eigen norm"} == {
        ("Eigen norm", beside_two_norms.name, "Ja"),
        ("Eigen norm", "Het Wad", "Niet bekend"),
    }


def test_a_board_sees_its_own_schools_beside_the_norms(beside_two_norms, signed_in):
    board = signed_in(Role.BOARD, beside_two_norms)
    assert set(rows_of(board, f"{PLACE}?als=csv")) == {beside_two_norms.name}
    book = load_workbook(io.BytesIO(board.get("/dekking/dekking.xlsx").content))
    assert {line[3] for line in book["Normen"].iter_rows(min_row=2, values_only=True)} == {beside_two_norms.name}
