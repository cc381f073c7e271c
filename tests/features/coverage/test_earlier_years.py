"""Is it said wherever figures of now stand that the profile of an earlier school year counts, and which schools were there in a year?"""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pytest
from django.utils import timezone

from dekkend.config.cli import main
from dekkend.coverage.gateways.report_files import composed
from dekkend.coverage.queries import coverage_of, settings_of, trend_of
from dekkend.coverage.queries.looking import story_of
from dekkend.coverage.rules.figures import of_region
from dekkend.coverage.rules.kinds import only
from dekkend.coverage.words import USUAL, Question
from dekkend.kernel.school_years import SchoolYear
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.words import Role
from dekkend.publishing.words.paper import Bullets, Paragraph, plain
from dekkend.register.actions.keeping import Origin, changed, keep_sites
from dekkend.register.models import Closure
from dekkend.register.words.records import RegisterKind, SiteRecord
from tests.factories.ground import put_area, put_site
from tests.factories.offers import NT2, TODAY, a_public_offer
from tests.factories.organisations import a_site

pytestmark = pytest.mark.django_db
NT2_ONLY = only(USUAL, NT2)
SENTENCE = "Van één school telt het profiel van een eerder schooljaar; zij heeft dat van 2026-2027 nog niet openbaar."


@pytest.fixture
def late(placed):
    """De Late has only a profile of last year, with NT2; 60 children live at its door."""
    other = a_site(placed.partnership, name="De Late", brin6="98LT00")
    a_public_offer(other, year="2025-2026", on=date(2025, 7, 20))
    take_up()
    put_site(other, 110_000, 400_000)
    return other


def seen(client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def rows_of(client, address: str) -> list[dict[str, str]]:
    content = client.get(address).content.decode().lstrip("\ufeff")
    return list(csv.DictReader(io.StringIO(content), delimiter=";"))


@pytest.mark.parametrize("address", ["/dekking/", "/dekking/soorten/", f"/dekking/soort/{NT2}/", "/dekking/kwetsbaar/"])
def test_every_figure_of_now_says_that_an_earlier_profile_counts(adviser, late, address):
    assert SENTENCE in seen(adviser, address)


def test_nothing_is_said_where_all_profiles_are_of_this_year(adviser, placed):
    assert "eerder schooljaar" not in seen(adviser, "/dekking/")


def test_the_sentence_opens_to_the_schools_behind_it(adviser, late):
    page = seen(adviser, "/dekking/")
    assert 'href="/dekking/?profiel=eerder#matrix"' in page
    listed = rows_of(adviser, "/dekking/?profiel=eerder&als=csv")
    assert [(row["School"], row["Schooljaar van het profiel"]) for row in listed] == [("De Late", "2025-2026")]
    listed = rows_of(adviser, f"/dekking/soort/{NT2}/?lijst=scholen&profiel=eerder&als=csv")
    assert [(row["School"], row["Schooljaar"]) for row in listed] == [("De Late", "2025-2026")]


def test_beside_a_sign_of_an_earlier_year_stands_that_year(adviser, late):
    page = seen(adviser, "/dekking/")
    assert '<span class="dk-matrix__year" aria-hidden="true">25-26</span>' in page
    assert "ja, profiel van 2025-2026" in page
    assert "26-27" not in page
    kind = seen(adviser, f"/dekking/soort/{NT2}/")
    assert "ja in een profiel van een eerder schooljaar: 1" in kind
    assert "profiel van 2025-2026" in kind


def test_the_year_of_today_can_be_asked_strictly_and_the_trend_leads_to_it(adviser, late):
    now = of_region(coverage_of(late.partnership, NT2_ONLY, today=TODAY))[0]
    strict = of_region(coverage_of(late.partnership, NT2_ONLY, today=TODAY, school_year="2026-2027"))[0]
    assert (now.covered, strict.covered, strict.possible) == (160, 100, 60)
    trend = seen(adviser, "/dekking/trend/")
    assert f'<a href="/dekking/soort/{NT2}/?jaar=2026-2027">' in trend
    assert "dan tellen ook profielen van een eerder schooljaar mee (1)" in trend
    page = seen(adviser, f"/dekking/soort/{NT2}/?jaar=2026-2027")
    assert "100 van 163 kinderen" in page or "100 van 160 kinderen" in page
    assert "eerder schooljaar" not in page
    assert "2026-2027, alleen profielen van dat jaar" in seen(adviser, "/dekking/?jaar=2026-2027")


def test_the_workbook_names_the_year_of_each_profile(adviser, late):
    answer = adviser.get("/dekking/dekking.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    head, *rows = book["Scholen"].values
    at = head.index("Schooljaar van het profiel")
    assert {row[0]: row[at] for row in rows} == {"De Late": "2025-2026", "De Vuursprot": "2026-2027"}
    assert SENTENCE in [row[1] for row in book["Methode en instellingen"].values]


def test_the_report_says_how_many_are_of_an_earlier_year_and_why_the_year_that_runs_differs(late):
    a_public_offer(a_site(late.partnership, name="De Oude"), year="2025-2026", on=date(2025, 7, 20))
    paper = composed(story_of(late.partnership, Question(code=NT2), today=TODAY), "nl")
    told = [plain(item) for part in paper.parts if isinstance(part, Bullets) for item in part.items]
    told += [plain(part.text) for part in paper.parts if isinstance(part, Paragraph)]
    assert "Scholen met een openbaar profiel: 3 van de 3, waarvan 2 van een eerder jaar." in told
    assert "Van deze scholen telt het profiel van een eerder schooljaar: De Late (2025-2026), De Oude (2025-2026)." in told
    assert any("Nu is dat 100%: dan tellen ook profielen van een eerder schooljaar mee (2)" in line for line in told)


def test_the_command_says_it_in_words_and_as_data(late, capsys):
    assert main(["coverage", "--today", TODAY.isoformat(), "--code", "NT2"]) == 0
    told = capsys.readouterr().out
    assert "2 met een openbaar profiel, waarvan 1 van een eerder jaar" in told
    assert "De Late (98LT00) [2025-2026]" in told
    assert SENTENCE in told
    assert main(["coverage", "--today", TODAY.isoformat(), "--json"]) == 0
    assert '"sites_with_profile_of_an_earlier_year": 1' in capsys.readouterr().out


def answered(region, year: str) -> tuple[int, int]:
    return next((point.answered, point.sites) for point in trend_of(region, settings_of(region), today=TODAY) if point.school_year == year)


def test_a_school_that_closed_since_counts_in_the_years_in_which_it_was_there(placed, late):
    a_public_offer(placed, year="2025-2026", on=date(2025, 7, 20))
    region = placed.partnership
    assert answered(region, "2025-2026") == (2, 2)
    Closure.anywhere.create(site=late, closed_on=date(2026, 8, 1))
    changed()
    assert answered(region, "2025-2026") == (2, 2)
    assert answered(region, "2026-2027") == (1, 1)
    coverage = coverage_of(region, NT2_ONLY, today=TODAY, school_year="2025-2026")
    assert {site.name for site in coverage.sites} == {"De Vuursprot", "De Late"}
    assert "Geteld zijn de scholen die er op 31 juli 2026 waren." in coverage.lines


def test_a_school_that_an_older_list_lacked_does_not_count_before_it_was_there(placed):
    new = a_site(placed.partnership, name="De Nieuwe", brin6="98NW00")
    a_public_offer(placed, year="2025-2026", on=date(2025, 7, 20))
    record = SiteRecord(
        brin6=new.brin6, name=new.name, kind=RegisterKind.BAO.value, region=placed.partnership.code, x=110_000.0, y=400_000.0
    )
    keep_sites([record], Origin("verzonnen", date(2026, 10, 1)))
    changed()
    assert answered(placed.partnership, "2025-2026") == (1, 1)
    assert answered(placed.partnership, "2026-2027") == (1, 2)


def test_of_years_before_the_oldest_list_it_is_said_that_nobody_knows(adviser, placed):
    a_public_offer(placed, year="2022-2023", on=date(2022, 7, 20))
    lines = coverage_of(placed.partnership, NT2_ONLY, today=TODAY, school_year="2022-2023").lines
    assert "Onze oudste lijst van scholen is van 1 oktober 2023. Wie daarin staat, telt ook in de jaren ervoor mee." in lines
    assert "Onze oudste lijst van scholen is van 1 oktober 2023." in seen(adviser, "/dekking/trend/")


def test_money_goes_with_the_year_of_the_offers(signed_in, late):
    director = signed_in(Role.PARTNERSHIP_DIRECTOR, late)
    director.post("/dekking/instellingen/bedragen/", {"code": NT2, "per": "school", "euros": "1000"})
    this = str(SchoolYear.of(timezone.localdate()))
    now = director.get("/dekking/capaciteit/").context
    assert ([each.total for each in now["money"]], str(now["money_year"])) == ([2000], this)
    earlier = director.get("/dekking/capaciteit/?jaar=2025-2026").context
    assert (earlier["money"], str(earlier["money_year"])) == ((), "2025-2026"), "no amounts were filled in for that year"


def test_what_is_taken_away_of_a_municipality_says_so(adviser, placed):
    put_area(placed.partnership, "9997", 100_000, 401_000, 50, municipality="Elders")
    book = openpyxl.load_workbook(io.BytesIO(adviser.get("/dekking/dekking.xlsx?gemeente=Elders").getvalue()))
    told = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any("gaan over de gemeente Elders" in text for text in told)
