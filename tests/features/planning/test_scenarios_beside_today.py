"""Do a list, a file and a document of the same comparison tell the same, of at most three scenarios, without a query for each row?"""

from __future__ import annotations

import csv
import io
import re

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from dekkend.audit.models import Entry
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.words import Role
from dekkend.planning.models import Scenario
from tests.factories.ground import put_area, put_site
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_site
from tests.factories.scenarios import a_scenario, a_village
from tests.rendering.pdf_rules import broken_rules

pytestmark = pytest.mark.django_db
LIST, WHAT_IF = "/dekking/scenarios/", "/dekking/scenarios/wat-als/"


@pytest.fixture
def placed(site):
    return a_village(site)


@pytest.fixture
def adviser(signed_in, placed):
    return signed_in(Role.ADVISER, placed)


@pytest.fixture
def closing(adviser, placed):
    """The scenario in which De Vuursprot closes, made in one step."""
    adviser.post(WHAT_IF, {"school": placed.brin6})
    return Scenario.anywhere.get()


def page_of(client, address: str) -> str:
    return client.get(address).content.decode()


def rows_of(client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig")), delimiter=";"))


def test_kinds_that_go_together_are_named_once_in_the_document(adviser, placed):
    put_area(placed.partnership, "9997", 100_100, 400_000, 80)
    changes = [{"what": "close_site", "brin6": placed.brin6}]
    made = a_scenario(placed.partnership, "Krimp", changes)
    word = docx.Document(io.BytesIO(adviser.get(f"{LIST}naast-nu/{made.pk}/scenarios.docx").content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert [text for text in cells if text.startswith("dezelfde")]


def test_the_list_of_scenarios_is_a_file_too(adviser, closing):
    assert 'href="?als=csv"' in page_of(adviser, LIST)
    today, row = rows_of(adviser, f"{LIST}?als=csv")
    assert (today["Scenario"], today["Wat er verandert"], today["Veranderd op"]) == ("Nu", "", "")
    assert (row["Scenario"], row["Wat er verandert"], row["Veranderingen die niet meetellen"]) == (closing.name, "De Vuursprot sluit.", "0")
    assert row["Van alle hulp thuisnabij"] == "0%"


def test_the_figures_of_a_kind_that_come_second_are_folded(adviser, closing):
    page = page_of(adviser, f"{LIST}naast-nu/{closing.pk}/")
    assert page.count("Meer cijfers") >= 1
    fold = page[page.index("Meer cijfers") : page.index("</details>", page.index("Meer cijfers"))]
    assert "witte vlek" in fold
    assert "niet meer dichtbij" not in fold


def test_at_most_stands_beside_at_least_only_when_it_says_something_else(adviser, closing):
    page = page_of(adviser, LIST)
    assert not re.search(r"<b>(\d+)%</b><span class=\"dk-table__sub\">hoogstens \1%", page)


def test_every_way_to_look_gives_the_same_figures(adviser, closing):
    here = f"{LIST}naast-nu/{closing.pk}/"
    [row] = [row for row in rows_of(adviser, f"{here}?als=csv") if row["Code"] == NT2]
    name = closing.name
    expected = {"Nu": "62%", name: "0%", f"{name}: kinderen die het niet meer dichtbij hebben": "100", f"{name}: witte vlekken": "1"}
    assert {key: row[key] for key in expected} == expected
    book = load_workbook(io.BytesIO(adviser.get(f"{here}scenarios.xlsx").content))
    head, *lines = book["Soorten hulp"].iter_rows(values_only=True)
    [line] = [dict(zip(head, values, strict=True)) for values in lines if values[1] == NT2 and values[2] == name]
    assert (line["Aandeel gedekt"], line["Niet meer dichtbij"], line["Witte vlekken"]) == (0, 100, 1)
    [place] = [row for row in rows_of(adviser, f"{LIST}{closing.pk}/plekken/?soort={NT2}&als=csv") if row["Plek"].startswith("9999")]
    assert (place["Wat er verandert"], place["Kinderen"], place["Nu dichtbij"]) == ("Niet meer dichtbij", "100", "De Vuursprot (0,0 km)")
    page = page_of(adviser, f"{here}?soort={NT2}")
    assert page.count('class="dk-map"') == 2
    assert "100 kinderen niet meer dichtbij" in page


def test_three_stand_beside_today_and_a_fourth_is_left_out(adviser, placed):
    for _ in range(4):
        adviser.post(WHAT_IF, {"school": placed.brin6})
    keys = [str(key) for key in Scenario.anywhere.order_by("pk").values_list("pk", flat=True)]
    answer = adviser.get(f"{LIST}naast-nu/", {"met": keys}, follow=True)
    assert answer.redirect_chain[-1][0] == f"{LIST}naast-nu/{','.join(keys[:3])}/"
    assert "Er staan er hoogstens 3 naast nu." in answer.content.decode()
    assert "Kies eerst een of meer" in adviser.get(f"{LIST}naast-nu/", follow=True).content.decode()
    assert adviser.get(f"{LIST}naast-nu/{keys[0]},999999/").status_code == 404


def queries_of(client, address: str) -> int:
    """The second time: what is kept in this process is warm."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_as_many_queries_for_three_scenarios_and_schools_as_for_one(adviser, placed, closing):
    lists = [LIST, f"{LIST}{closing.pk}/", f"{LIST}{closing.pk}/plekken/", f"{LIST}naast-nu/{{keys}}/"]
    one = [queries_of(adviser, address.format(keys=closing.pk)) for address in lists]
    for number in (2, 3):
        site = a_site(placed.partnership, name=f"School {number}")
        put_site(site, 100_000 + 2000 * number, 400_000)
        put_area(placed.partnership, f"99{number}1", 100_000 + 2000 * number, 400_000, 30)
        a_public_offer(site)
        a_scenario(placed.partnership, f"Krimp {number}", [*closing.changes, {"what": "close_site", "brin6": site.brin6}])
    take_up()
    keys = ",".join(str(key) for key in Scenario.anywhere.values_list("pk", flat=True))
    assert [queries_of(adviser, address.format(keys=keys)) for address in lists] == one


def test_the_document_for_the_support_plan_tells_the_same_and_is_tagged(adviser, closing):
    adviser.post(f"{LIST}{closing.pk}/beschrijf/", {"name": "Krimp", "note": "De gemeente verwacht minder kinderen."})
    here = f"{LIST}naast-nu/{closing.pk}/"
    word = docx.Document(io.BytesIO(adviser.get(f"{here}scenarios.docx?soort={NT2}").content))
    text = "\n".join(
        [each.text for each in word.paragraphs] + [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    )
    for sentence in (
        "Wat als er iets verandert?",
        "De gemeente verwacht minder kinderen.",
        "De Vuursprot sluit.",
        "100 kinderen hebben dit niet meer dichtbij: ",
        "Zo rekenden wij",
        "De Vuursprot",
    ):
        assert sentence in text
    assert len(word.inline_shapes) == 2  # today, and the scenario
    answer = adviser.get(f"{here}scenarios.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert broken_rules(answer.content) == []


def test_taking_a_comparison_away_is_written_down(adviser, closing):
    adviser.get(f"{LIST}naast-nu/{closing.pk}/scenarios.xlsx")
    assert Entry.objects.filter(event="list.taken").count() == 1


def test_kinds_are_sorted_on_any_side_and_all_are_shown_on_request(adviser, placed, closing):
    a_scenario(placed.partnership, "Niets")
    here = f"{LIST}naast-nu/{','.join(str(key) for key in Scenario.anywhere.order_by('pk').values_list('pk', flat=True))}/"
    changed, every = rows_of(adviser, f"{here}?als=csv"), rows_of(adviser, f"{here}?welke=alles&als=csv&sorteer=-scenario-2")
    assert 0 < len(changed) < len(every) == 32
    shares = [int(row["Niets"].rstrip("%")) for row in every]
    assert shares == sorted(shares, reverse=True)


def test_the_maps_say_which_kind_they_are_about_also_on_paper(adviser, closing):
    assert "Nederlands als tweede taal (NT2), per postcodegebied." in page_of(adviser, f"{LIST}{closing.pk}/?soort={NT2}")
    assert "Alle soorten hulp samen, per postcodegebied" in page_of(adviser, f"{LIST}{closing.pk}/?soort=")


def test_a_name_that_looks_like_a_formula_heads_no_column_as_one(adviser, placed):
    one = a_scenario(placed.partnership, name='=HYPERLINK("http://e.example";"klik")')
    head = adviser.get(f"{LIST}naast-nu/{one.pk}/?als=csv").content.decode("utf-8-sig").splitlines()[0]
    names = next(csv.reader([head], delimiter=";"))
    assert any(name.startswith("'=HYPERLINK") for name in names)
    assert not [name for name in names if name.startswith("=")]


def test_the_kinds_come_a_dozen_at_a_time(adviser, placed):
    made = a_scenario(placed.partnership)
    page = page_of(adviser, f"/dekking/scenarios/naast-nu/{made.pk}/?welke=alles")
    assert page.count('href="/dekking/soort/') == 12
    assert "pagina=2" in page
