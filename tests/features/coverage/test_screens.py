"""Do screens, files and the command about coverage show the same figures, with what stands behind them, to who may see them?"""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from dekkend.coverage.gateways.report_files import written
from dekkend.coverage.models import SavedView
from dekkend.coverage.queries import coverage_of, settings_of
from dekkend.coverage.queries.looking import story_of
from dekkend.coverage.queries.pages import pages_of
from dekkend.coverage.rules.exported import as_json
from dekkend.coverage.rules.kinds import only
from dekkend.coverage.words import Question
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.words import Role
from tests.factories.ground import put_area, put_site, two_more_schools
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_board, a_region, a_site

pytestmark = pytest.mark.django_db
SCREENS = [
    "/dekking/",
    "/dekking/soorten/",
    f"/dekking/soort/{NT2}/",
    f"/dekking/soort/{NT2}/?lijst=plekken",
    f"/dekking/soort/{NT2}/?lijst=gemeenten",
    f"/dekking/soort/{NT2}/?lijst=besturen",
    "/dekking/witte-vlekken/",
    "/dekking/plek/9999/",
    "/dekking/kwetsbaar/",
    "/dekking/kwetsbaar/?lijst=persoon",
    "/dekking/trend/",
    "/dekking/normen/",
    "/dekking/capaciteit/",
    "/dekking/kaart.geojson",
    "/dekking/dekking.xlsx",
    "/dekking/rapport/",
    "/dekking/instellingen/",
]


def page_of(client, address: str) -> str:
    return client.get(address).content.decode()


def rows_of(client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig")), delimiter=";"))


def told_by_the_command(site) -> dict:
    """What `dekkend coverage --code C --json` prints about the kind."""
    coverage = coverage_of(site.partnership, only(settings_of(site.partnership), NT2), today=timezone.localdate())
    return as_json(coverage, NT2, page=pages_of(coverage, NT2))["kinds"][0]


def test_every_way_to_look_gives_the_same_figures(adviser, placed):
    kind = told_by_the_command(placed)
    spots = kind["white_spots"]
    assert (kind["covered"], kind["children"], len(spots)) == (100, 160, 2)

    [row] = [row for row in rows_of(adviser, "/dekking/soorten/?als=csv") if row["Code"] == NT2]
    told = {name: row[name] for name in ("Gedekte kinderen", "Kinderen", "Witte vlekken", "Kinderen gedekt", "Kinderen met één school")}
    expected = {
        "Gedekte kinderen": "100",
        "Kinderen": "160",
        "Witte vlekken": "2",
        "Kinderen gedekt": "62%",
        "Kinderen met één school": "100",
    }
    assert told == expected

    book = load_workbook(io.BytesIO(adviser.get("/dekking/dekking.xlsx").content))
    head, *lines = book["Soorten hulp"].iter_rows(values_only=True)
    [line] = [dict(zip(head, values, strict=True)) for values in lines if values[1] == NT2]
    assert (line["Gedekte kinderen"], line["Kinderen"], line["Witte vlekken"], line["Aandeel gedekt"]) == (100, 160, 2, 0.62)
    assert [values[5] for values in book["Witte vlekken"].iter_rows(min_row=2, values_only=True) if values[4] == NT2] == [
        60,
        "minder dan 5, of niet bekend",
    ]

    page = page_of(adviser, f"/dekking/soort/{NT2}/")
    assert "100 van 160 kinderen" in page
    assert "62% van de kinderen" in page
    assert "Toon alle plekken: 2 zeker, 0 mogelijk" in page
    board = page_of(adviser, f"/dekking/?soort={NT2}")
    assert '<span class="dk-figure__number">62%</span>' in board
    assert '<span class="dk-figure__number">2</span><span class="dk-figure__label">witte vlekken</span>' in board

    assert "Zeker: 2 plekken" in board
    assert "Toon alle 2 plekken" in board

    text = words_in(report_on(placed, Question(code=NT2)))
    assert "62% van de kinderen heeft een school binnen 2 km die dit heeft: 100 van 160 kinderen." in text
    assert "Witte vlekken: 2 zeker, 0 mogelijk." in text


def test_the_board_says_that_a_place_counts_for_every_kind_of_support(adviser):
    board = page_of(adviser, "/dekking/")
    assert "witte vlekken (elke plek met elke soort hulp apart)" in board
    assert "keer een plek met een soort hulp" in board
    assert "plekken</a>" not in board


def test_a_distance_is_the_same_on_every_screen_and_in_every_file(adviser, placed):
    put_area(placed.partnership, "9996", 102_959, 400_000, 20)  # 3,699 km along the road
    [spot] = [spot for spot in told_by_the_command(placed)["white_spots"] if spot["postcode"] == "9996"]
    assert spot["nearest"]["km"] == 3.7
    for address in ("/dekking/witte-vlekken/?als=csv", f"/dekking/plek/9996/?soort={NT2}&als=csv"):
        assert any("3,7 km" in row.values() for row in rows_of(adviser, address)), address
        assert not any("3,6 km" in row.values() for row in rows_of(adviser, address)), address
    for address in ("/dekking/witte-vlekken/", "/dekking/plek/9996/", f"/dekking/soort/{NT2}/", f"/dekking/?soort={NT2}"):
        assert "3,7 km" in page_of(adviser, address), address
        assert "3,6 km" not in page_of(adviser, address), address
    book = load_workbook(io.BytesIO(adviser.get("/dekking/dekking.xlsx").content))
    assert 3.7 in {value for values in book["Witte vlekken"].iter_rows(values_only=True) for value in values}
    assert "3,7 km" in cells_in(report_on(placed, Question(code=NT2)))


def report_on(site, question: Question, suffix: str = "docx") -> bytes:
    return written(story_of(site.partnership, question, today=timezone.localdate()), suffix, "nl")


def cells_in(word: bytes) -> str:
    import docx

    return "\n".join(cell.text for table in docx.Document(io.BytesIO(word)).tables for row in table.rows for cell in row.cells)


def words_in(word: bytes) -> str:
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(word)).paragraphs)


def test_a_figure_about_fewer_than_five_children_is_shown_nowhere(adviser):
    for address in ("/dekking/witte-vlekken/?als=csv", f"/dekking/soort/{NT2}/?lijst=plekken&als=csv"):
        small = [row for row in rows_of(adviser, address) if any("9997" in value for value in row.values())]
        assert small
        assert all(row["Kinderen"] == "minder dan 5, of niet bekend" for row in small)
    assert "Minder dan 5 kinderen" in page_of(adviser, "/dekking/plek/9997/")


def test_a_figure_opens_to_the_sentence_of_the_school_in_the_version_it_stands_in(adviser, placed):
    [row] = rows_of(adviser, f"/dekking/soort/{NT2}/?als=csv")
    assert row["Antwoord"] == "Ja"
    assert row["Adres"].endswith(f"/scholen/{placed.brin6}/2026-2027/versie/1/")
    assert adviser.get(row["Adres"].removeprefix("http://testserver")).status_code == 200
    page = page_of(adviser, f"/dekking/soort/{NT2}/")
    words = "Nederlands%20als%20tweede%20taal%20%28NT2%29"
    assert f'href="/scholen/{placed.brin6}/2026-2027/versie/1/#:~:text={words}"' in page
    assert row["De zin van de school"] in page


def test_every_screen_says_how_its_figures_were_counted(adviser):
    for address in SCREENS[:13]:
        page = page_of(adviser, address)
        assert "De weg is de rechte lijn keer 1,25." in page, address
        assert "Cijfers over minder dan 5 kinderen tonen wij niet." in page, address


@pytest.mark.parametrize("address", SCREENS)
def test_the_number_of_queries_does_not_grow_with_the_schools(adviser, placed, address):
    def count() -> int:
        adviser.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert adviser.get(address).status_code == 200
        return len(asked)

    one = count()
    two_more_schools(placed.partnership)
    assert count() == one


def test_a_place_of_another_region_is_not_there(placed, signed_in):
    elsewhere = a_site(a_region("SWV Elders"), name="De Verte")
    put_area(elsewhere.partnership, "8888", 100_000, 400_000, 80)
    stranger, own = signed_in(Role.ADVISER, elsewhere), signed_in(Role.ADVISER, placed)
    assert [client.get("/dekking/plek/8888/").status_code for client in (stranger, own)] == [200, 404]
    assert stranger.get("/dekking/plek/9999/").status_code == 404
    assert placed.name not in page_of(stranger, "/dekking/")


def test_a_board_sees_of_schools_only_its_own(placed, signed_in):
    other = a_site(placed.partnership, a_board("Stichting Het Wad"), name="Het Wad")
    a_public_offer(other)
    take_up()
    put_site(other, 100_100, 400_100)
    board = signed_in(Role.BOARD, placed)
    schools = {row["School"] for row in rows_of(board, "/dekking/?als=csv")}
    assert schools == {placed.name}
    assert {row["School"] for row in rows_of(board, f"/dekking/soort/{NT2}/?als=csv")} == {placed.name}
    book = load_workbook(io.BytesIO(board.get("/dekking/dekking.xlsx").content))
    assert [values[0] for values in book["Scholen"].iter_rows(min_row=2, values_only=True)] == [placed.name]
    assert "Het Wad" not in str([list(page.iter_rows(values_only=True)) for page in (book["Scholen"], book["Kwetsbaar"])])


def test_what_the_address_asks_is_kept_on_the_way_to_a_list(adviser):
    board = page_of(adviser, f"/dekking/?straal=1&soort={NT2}")
    assert 'href="/dekking/witte-vlekken/?soort=expertise.second_language&amp;straal=1"' in board
    assert "binnen 1 km" in page_of(adviser, f"/dekking/soort/{NT2}/?straal=1")
    assert "grof" in page_of(adviser, f"/dekking/soort/{NT2}/?straal=1")


def test_numbers_in_a_file_have_no_dots(adviser, placed):
    put_area(placed.partnership, "9994", 100_000, 400_000, 1500)
    put_area(placed.partnership, "9993", 125_000, 400_000, 2500)
    for address in ("/dekking/witte-vlekken/?als=csv", f"/dekking/soort/{NT2}/?lijst=plekken&als=csv", "/dekking/kwetsbaar/?als=csv"):
        values = {value for row in rows_of(adviser, address) for value in row.values()}
        assert values & {"1500", "1600", "2500"}, address
        assert not values & {"1.500", "1.600", "2.500"}, address


def test_the_lists_of_a_kind_are_counted_as_the_screen_that_leads_to_them(adviser, placed):
    put_area(placed.partnership, "9995", 102_000, 400_000, 30)  # 2,5 km along the road: near enough for 5 km, not for 1
    for radius, spots in (("5", 2), ("1", 3)):
        page = page_of(adviser, f"/dekking/soort/{NT2}/?straal={radius}")
        assert f"Toon alle plekken: {spots} zeker" in page
        leads_to = f"/dekking/witte-vlekken/?straal={radius}&soort={NT2}"
        assert leads_to.replace("&", "&amp;") in page
        assert len(rows_of(adviser, f"{leads_to}&als=csv")) == spots
        assert f"/dekking/kwetsbaar/?straal={radius}&amp;soort={NT2}" in page


def test_the_share_of_one_kind_leads_to_every_school_behind_it(adviser):
    assert f'class="dk-figure__link" href="/dekking/soort/{NT2}/?soort={NT2}"' in page_of(adviser, f"/dekking/?soort={NT2}")


def test_what_the_address_asks_and_does_not_exist_is_passed_over(adviser):
    whole = page_of(adviser, "/dekking/soorten/?als=csv")
    assert page_of(adviser, "/dekking/soorten/?als=csv&straal=99&soort=x.y&gemeente=Elders&bestuur=1x&jaar=1900-1901") == whole


def test_the_map_is_sent_once_until_something_changes(adviser):
    first = adviser.get("/dekking/kaart.geojson")
    assert first["Content-Type"] == "application/geo+json"
    assert adviser.get("/dekking/kaart.geojson", headers={"if-none-match": first["ETag"]}).status_code == 304
    data = json.loads(first.content)
    assert [each["properties"]["postcode"] for each in data["features"] if each["properties"]["kind"] == "area"] == ["9997", "9998", "9999"]
    assert adviser.get("/dekking/kaart.geojson?straal=1", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_choice_is_saved_removed_and_put_back(adviser, placed):
    adviser.post("/dekking/instellingen/weergave/", {"name": "Lopend", "query": "straal=1"})
    assert 'href="?straal=1">Lopend</a>' in page_of(adviser, "/dekking/")
    removed = adviser.post("/dekking/instellingen/weergave/weg/", {"name": "Lopend"})
    assert "Zet haar terug" in removed.content.decode()
    assert not SavedView.anywhere.filter(partnership=placed.partnership, ended_at=None).exists()
    adviser.post("/dekking/instellingen/weergave/terug/", {"name": "Lopend"})
    assert "Lopend" in page_of(adviser, "/dekking/")


def test_a_region_without_a_register_is_told_what_to_do(site, signed_in):
    client = signed_in(Role.ADVISER, site)
    assert "Er zijn hier geen kinderen geteld. Lees eerst het register in." in page_of(client, f"/dekking/soort/{NT2}/")
    for address in SCREENS:
        assert client.get(address).status_code == (404 if "plek/" in address else 200), address


def test_tiles_come_only_from_a_host_that_the_policy_names(adviser, settings):
    assert "data-tiles" not in page_of(adviser, "/dekking/")
    settings.MAP_TILES, settings.MAP_ATTRIBUTION = "https://tegels.example/{z}/{x}/{y}.png", "Kaart: <Verzonnen>"
    page = page_of(adviser, "/dekking/")
    assert 'data-tiles="https://tegels.example/{z}/{x}/{y}.png" data-attribution="Kaart: &lt;Verzonnen&gt;"' in page
