"""Does whoever runs the machine see what lists change before they are taken over, and does taking over twice do no harm?"""

from __future__ import annotations

import json
import time

import pytest

from dekkend.config.cli import main
from dekkend.organisations.models import Partnership, Site
from dekkend.register.models import RegisterChange, RegisterSite
from dekkend.register.queries import geography_of, geography_of_country
from tests.factories.organisations import a_region
from tests.factories.registers import children, old_dialect, places, row, sites

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "scholen-2024-11.csv").write_bytes(
        sites(row("99AA00"), row("99AB00", "De Bult", region="PO0002", east=50_000), row("99")).data
    )
    return tmp_path


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    status = main(["register", "import", *map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_looking_changes_nothing_and_taking_over_twice_does_no_harm(folder, capsys):
    status, said, _ = run(capsys, folder)
    assert status == 0
    assert "scholenlijst, 2 van 3 rijen" in said
    assert "regel 4: De vestigingscode" in said
    assert "Nederland: 2 scholen" in said
    assert "Er is niets veranderd" in said
    assert not RegisterSite.objects.exists()
    assert "2 verschillen overgenomen" in run(capsys, folder, "--apply")[1]
    assert "Geen verschillen met het register" in run(capsys, folder, "--apply")[1]
    assert "--apply" not in run(capsys, folder)[1]
    assert RegisterSite.objects.count() == RegisterChange.objects.count() == 2
    assert not Site.anywhere.exists()


def test_for_one_region_its_schools_begin_when_the_partnership_is_there(folder, capsys):
    region = Partnership.objects.create(code="PO0001", name="SWV Zilverkust")
    status, said, _ = run(capsys, folder, "--region", "po-00-01", "--apply", "--json")
    report = json.loads(said)
    assert (status, report["region"], report["sites"], report["sites_around"], report["applied"]) == (0, "PO0001", 1, 0, 2)
    assert {each["target"] for each in report["differences"]} == {"site", "school"}
    assert [site.brin6 for site in Site.anywhere.filter(partnership=region)] == ["99AA00"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(("--region", "PO0009"), "niets van PO0009"), (("--region", "Haven"), "geen nummer van een samenwerkingsverband")],
)
def test_a_region_that_is_not_there_is_refused(folder, capsys, arguments, sentence):
    status, _, why = run(capsys, folder, *arguments)
    assert status == 1
    assert sentence in why


def test_a_file_that_is_nothing_and_a_folder_that_is_not_there_are_refused(tmp_path, capsys):
    (tmp_path / "brief.txt").write_text("Beste mensen")
    assert "dit bestand is geen lijst die wij kennen" in run(capsys, tmp_path)[2].lower()
    assert "is er niet" in run(capsys, tmp_path / "nergens")[2]


def test_a_move_and_a_closing_are_told_as_a_person_reads_them(folder, tmp_path, capsys):
    run(capsys, folder, "--apply")
    newer = tmp_path / "scholen-2025-11.csv"
    newer.write_bytes(sites(row("99AB00", "De Bult", region="PO0002", east=90_000, postcode="8999ZZ"), row("99AD00")).data)
    said = run(capsys, newer)[1]
    assert "99AA00 De Zeepaal: open > 1 november 2025." in said
    assert "8999ZZ" in said
    assert "90000.0" not in said
    assert "van 1 november 2025." in said


def test_one_of_something_is_said_as_one_and_what_waits_is_said(folder, tmp_path, capsys):
    said = run(capsys, folder, "--apply")[1]
    assert "1 rij is niet te gebruiken" in said
    assert "Nederland: 2 scholen en 0 postcodegebieden" in said
    moved = tmp_path / "nieuw" / "vestigingen-2025-11.csv"
    moved.parent.mkdir()
    moved.write_bytes(old_dialect("Zeeland;;99AA;00;De Zeepaal;Kade;7;8990AB;ZILVERDUIN;ZILVERKUST;Openbaar;").data)
    said = run(capsys, moved, "--region", "PO0001", "--apply")[1]
    assert "PO0001: 0 scholen" in said
    assert "1 wacht op een mens" in said


def test_a_terminal_and_a_program_see_no_number_under_five(tmp_path, capsys):
    a_region()
    for number in (39, 3):
        files = (places("8999"), children(f"8999,0,{number},0"))
        for file in files:
            (tmp_path / file.name).write_bytes(file.data)
        said = run(capsys, tmp_path, "--json", "--apply")[1]
    [change] = json.loads(said)["differences"]
    assert (change["before"]["children_of_4_to_11"], change["after"]["children_of_4_to_11"]) == (39, "<5")
    assert "children" not in change["after"]


@pytest.mark.slow
def test_the_real_lists_give_the_region_the_country_and_the_changes_between_two_years(shared, capsys, tmp_path):
    """The counts are those of the sample data; the rules that give them stand in docs/register.md."""
    if not (shared / "data" / "schools").is_dir():
        pytest.skip("no open data beside the sample documents")
    region = Partnership.objects.create(code="PO2815", name="SWV met echte scholen")
    status, said, _ = run(capsys, shared / "data", "--region", "PO2815", "--apply", "--json")
    report = json.loads(said)
    assert (status, report["sites"], report["areas"], report["refused_total"]) == (0, 202, 82, 3)
    ground = geography_of(region)
    assert (len(ground.sites), len(ground.areas)) == (202, 82)
    assert sum(site.pupils or 0 for site in ground.sites) == 57_427
    assert sum(site.pupils is None for site in ground.sites) == 3
    assert all(site.point and site.site_id for site in ground.sites)
    assert all(area.children is not None and area.outlines for area in ground.areas)
    assert "'s-Gravenhage" in dict(ground.borders)
    changed_children = (
        (shared / "data" / "population" / "pc4-kinderen-2021.csv").read_text().replace("\n2516,570,495,500", "\n2516,570,900,500")
    )
    (tmp_path / "pc4-kinderen-2022.csv").write_text(changed_children)
    report = json.loads(run(capsys, tmp_path / "pc4-kinderen-2022.csv", "--region", "PO2815", "--apply", "--json")[1])
    assert [(each["kind"], each["key"]) for each in report["differences"]] == [("children", "2516")]
    assert {area.postcode: area.children for area in geography_of(region).areas}["2516"] == 114 + 900 + 200
    began = time.perf_counter()
    report = json.loads(run(capsys, shared / "data", "--apply", "--json")[1])
    assert time.perf_counter() - began < 120  # seconds even on a busy machine; minutes would mean a statement per row
    assert (report["sites"], report["areas"], report["areas_without_region"], report["areas_without_point"]) == (7003, 4074, 34, 4)
    country = geography_of_country()
    assert (len(country.sites), len(country.areas)) == (7003, 4070)
    assert Site.anywhere.count() == 202


def test_the_real_lists_of_two_years_differ_as_counted_by_hand(shared, capsys):
    if not (shared / "data" / "schools").is_dir():
        pytest.skip("no open data beside the sample documents")
    a_region()
    report = json.loads(run(capsys, shared / "data" / "schools", "--json")[1])
    found = {kind: count for kind, count in report["counted"]["site"].items() if kind not in ("details", "pupils")}
    assert found == {"new": 7172, "renamed": 574, "moved": 200, "closed": 141, "merged": 28}
    named = {(each["kind"], each["key"]): each for each in report["differences"] if each["target"] == "site"}
    assert sum(kind == "new" and each["noticed_on"] > "2024" for (kind, _), each in named.items()) == 979
    assert sum(kind == "new" and bool(each["why"]) for (kind, _), each in named.items()) == 888
