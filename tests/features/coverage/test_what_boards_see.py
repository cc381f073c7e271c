"""Does a board learn nothing of schools of other boards that these did not make public, on no screen and in no file?"""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from dekkend.coverage.gateways.report_files import written
from dekkend.coverage.queries.looking import story_of
from dekkend.coverage.words import Question
from dekkend.offers.actions.projecting import take_up
from dekkend.offers.models import OfferState
from dekkend.offers.words import Availability
from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft
from tests.corpus.school import vuursprot
from tests.factories.ground import put_area, put_site
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_board, a_site
from tests.features.coverage.test_screens import SCREENS, words_in

pytestmark = pytest.mark.django_db
INNER = "Leerkracht die niemand kent"
KIND = f"/dekking/soort/{NT2}/"


@pytest.fixture
def neighbour(site):
    """A school of another board: its NT2 is in the hands of one person, and a draft says things that nobody else may know yet."""
    a_public_offer(site)
    other = a_site(site.partnership, a_board("Stichting Het Wad"), name="Het Wad")
    a_public_offer(other)
    take_up()
    put_site(site, 100_000, 400_000)
    put_site(other, 120_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    put_area(site.partnership, "9998", 120_000, 400_000, 60)
    put_area(site.partnership, "9997", 130_000, 400_000, 40)
    today = timezone.localdate()
    said = {"state": Availability.AVAILABLE.value, "role": INNER, "persons": 1}
    OfferState.anywhere.create(site=other, key=NT2, confirmed_on=today, said_at=timezone.now(), **said)
    secret = vuursprot() | {"school_year": "2027-2028"}
    secret["values"] = secret["values"] | {"vision": "Een zin uit het concept."}
    make_draft(other, secret, evidence={}, source=None, made_by=None, now=timezone.now())
    return other


def seen_by(client) -> str:
    """Everything that someone gets to see: screens, lists as files, the workbook, the map."""
    told = []
    for address in SCREENS:
        content = client.get(address).content
        told.append(content.decode() if not address.endswith("xlsx") else str_of(content))
        if "dekking" in address and not address.endswith(("xlsx", "geojson", "instellingen/")):
            joined = f"{address}{'&' if '?' in address else '?'}als=csv"
            told.append(client.get(joined).content.decode())
    return "\n".join(told)


def str_of(workbook: bytes) -> str:
    return str([list(page.iter_rows(values_only=True)) for page in load_workbook(io.BytesIO(workbook)).worksheets])


def test_the_region_sees_through_how_many_people_support_is_given(neighbour, site, signed_in):
    adviser = signed_in(Role.ADVISER, site)
    assert INNER in adviser.get("/dekking/kwetsbaar/?lijst=persoon").content.decode()
    assert "bij 1 school doet één persoon het" in adviser.get(KIND).content.decode()


def test_another_board_does_not(neighbour, site, signed_in):
    board = signed_in(Role.BOARD, site)
    seen = seen_by(board)
    for hidden in (INNER, "Een zin uit het concept", "doet één persoon het</"):
        assert hidden not in seen
    assert "doet één persoon" not in board.get(KIND).content.decode()
    assert "ziet een bestuur alleen van de eigen scholen" in board.get(KIND).content.decode()


def test_nor_in_the_report(neighbour, site):
    today = timezone.localdate()
    for boards, told in (((), True), ((site.board_id,), False)):
        text = words_in(written(story_of(site.partnership, Question(own_boards=boards), today=today), "docx", "nl"))
        assert ("Scholen waar één persoon het doet: 1." in text) is told
        assert INNER not in text


def test_the_own_board_does_see_it_of_its_own_school(neighbour, signed_in):
    board = signed_in(Role.BOARD, neighbour)
    assert INNER in board.get("/dekking/kwetsbaar/?lijst=persoon").content.decode()


def test_what_is_public_of_others_is_shown_where_it_explains_a_figure(neighbour, site, signed_in):
    """The nearest school of a white spot: its profile is open to everyone."""
    board = signed_in(Role.BOARD, site)
    assert neighbour.name in board.get(f"/dekking/witte-vlekken/?soort={NT2}").content.decode()
    assert board.get(f"/scholen/{neighbour.brin6}/").status_code == 200


def test_a_version_that_is_not_public_yet_counts_for_nobody(site, signed_in):
    a_public_offer(site, on=timezone.localdate() + timedelta(days=3))
    put_site(site, 100_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    assert "0 ja, 0 nu niet, 0 nee, 1 niet bekend" in signed_in(Role.ADVISER, site).get(KIND).content.decode()


def test_with_a_board_chosen_it_is_said_what_is_of_that_board_and_its_schools_only_are_listed(neighbour, site, signed_in):
    adviser = signed_in(Role.ADVISER, site)
    assert "gaan over de hele regio" not in adviser.get("/dekking/").content.decode()
    address = f"/dekking/?bestuur={neighbour.board_id}"
    chosen = adviser.get(address).content.decode()
    assert "Dicht bij de scholen van Stichting Het Wad is " in chosen
    assert "gaan over de hele regio, met de scholen van alle besturen" in chosen
    listed = adviser.get(f"{address}&als=csv").content.decode()
    assert "Het Wad" in listed
    assert site.name not in listed
