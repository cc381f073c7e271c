"""Does `dekkend coverage` say the same numbers in words and as JSON, and `dekkend norm` what is wrong with a file?"""

from __future__ import annotations

import json

import pytest

from dekkend.config.cli import main
from dekkend.coverage.gateways import kept
from dekkend.coverage.models import OwnNorm
from dekkend.coverage.queries import coverage_of, settings_of
from dekkend.coverage.rules.figures import of_region
from dekkend.offers.actions.projecting import take_up
from tests.corpus.school import vuursprot
from tests.factories.ground import put_area, put_site
from tests.factories.offers import NT2, TODAY, a_public_offer
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
DAY = TODAY.isoformat()


@pytest.fixture
def region(site):
    kept.forget()
    a_public_offer(site)
    take_up()
    put_site(site, 100_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    put_area(site.partnership, "9998", 110_000, 400_000, 60)
    return site.partnership


@pytest.fixture
def dekkend(capsys):
    def run(*given: str) -> tuple[int, str, str]:
        status = main(list(given))
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_the_json_holds_the_figures_of_the_screens_and_how_they_were_counted(region, dekkend):
    status, out, _ = dekkend("coverage", "--json", "--today", DAY)
    told = json.loads(out)
    figures = of_region(coverage_of(region, settings_of(region), today=TODAY))
    assert status == 0
    assert (told["format"], told["region"], told["children"], told["sites_with_profile"]) == ("dekkend-coverage/1", region.code, 160, 1)
    assert [(kind["covered"], kind["possible"], kind["uncovered"]) for kind in told["kinds"]] == [
        (each.covered, each.possible, each.bare) for each in figures
    ]
    assert len(told["kinds"]) == 32
    assert any("rechte lijn" in line for line in told["method"])


def test_one_kind_comes_with_every_school_and_its_sentence(region, site, dekkend):
    status, out, _ = dekkend("coverage", "--json", "--code", NT2, "--radius", "12,5", "--today", DAY)
    [kind] = json.loads(out)["kinds"]
    assert (status, kind["covered"], kind["radius_km"]) == (0, 160, 12.5)
    [behind] = kind["behind"]
    assert (behind["brin6"], behind["sign"], behind["quote"]) == (site.brin6, "yes", "fulltime in de taalklas")
    assert behind["page"] == f"/scholen/{site.brin6}/2026-2027/versie/1/"


def test_in_words_it_reads_as_a_table_with_the_method_below(region, dekkend):
    status, out, _ = dekkend("coverage", "--today", DAY)
    assert status == 0
    assert "160 kinderen, 1 school, 1 met een openbaar profiel." in out
    assert "Nederlands als tweede taal (NT2)                2     62%     62%    1         100  1/0/0/0" in out
    assert "De weg is de rechte lijn keer 1,25." in out
    status, out, _ = dekkend("coverage", "--today", DAY, "--code", "NT2")
    assert "zeker    9998 Duin 9998: 60 kinderen, dichtstbij De Vuursprot op 12,5 km" in out
    assert "ja          De Vuursprot" in out


def test_in_words_a_row_of_a_table_is_told_in_words_and_a_long_list_says_how_many_are_left(region, dekkend):
    written = vuursprot()["values"]["expertise"]
    rows = {"second_language": {"choice": "yes", "note": "NT2 | | X"}, "autism": {"choice": "no", "note": ""}}
    a_public_offer(a_site(region, name="De Rij"), expertise=written | {"rows": written["rows"] | rows})
    take_up()
    for number in range(12):
        put_area(region, f"81{number:02}", 120_000 + 10_000 * number, 400_000, 30)
    _, out, _ = dekkend("coverage", "--today", DAY, "--code", "NT2")
    assert "De Rij" in out
    assert "«NT2: ja»" in out
    assert "  en nog 3; met --json staan zij er alle" in out
    assert "Aangekruist." in dekkend("coverage", "--today", DAY, "--code", "expertise.autism")[1]


def test_what_cannot_be_counted_is_told(region, dekkend):
    a_region("SWV Polder")
    assert dekkend("coverage")[0] == 1
    assert "kies een samenwerkingsverband" in dekkend("coverage")[2]
    assert "niet in de catalogus" in dekkend("coverage", "--region", region.code, "--code", "xyzzy")[2]
    assert "schooljaar" in dekkend("coverage", "--region", region.code.lower(), "--year", "2026")[2]
    assert dekkend("coverage", "--region", region.code)[0] == 0
    for wrong in (("--radius", "ver"), ("--radius", "0,1"), ("--today", "nu")):
        with pytest.raises(SystemExit):
            main(["coverage", *wrong])


def test_a_norm_is_checked_and_added(region, dekkend, tmp_path):
    file = tmp_path / "norm.yaml"
    file.write_text(
        "name: kust\nversion: '1'\ntitle: Kust\nsource: Verzonnen\nvalid_from: 2026-08-01\n"
        "items: [{label: Lift, one_of: [facilities.lift]}]\n",
        encoding="utf-8",
    )
    assert dekkend("norm", str(file)) == (0, "Kust, versie 1: 1 onderdeel, geldt vanaf 2026-08-01.\n", "")
    assert not OwnNorm.anywhere.exists()
    status, out, _ = dekkend("norm", str(file), "--region", region.code)
    assert status == 0
    assert f"Toegevoegd voor {region.code}. Geldt " in out
    assert OwnNorm.anywhere.get().partnership == region
    file.write_text("name: Kust", encoding="utf-8")
    assert "korte naam" in dekkend("norm", str(file))[2]
    assert dekkend("norm", str(tmp_path / "weg.yaml"))[0] == 1
    assert dekkend("norm", str(file), "--region", "PO0000")[0] == 1


def test_a_place_where_nobody_said_yes_names_the_nearest_that_did_not_say(site, dekkend):
    kept.forget()
    put_site(site, 100_000, 400_000)
    put_area(site.partnership, "9998", 110_000, 400_000, 60)
    _status, out, _ = dekkend("coverage", "--code", NT2, "--region", site.partnership.code, "--today", DAY)
    assert f"60 kinderen, dichtstbij zonder antwoord {site.name} op 12,5 km" in out
    assert "nergens in de regio" not in out
