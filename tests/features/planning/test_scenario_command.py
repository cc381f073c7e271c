"""Does `dekkend scenario` say the same as the screens, in words and as JSON, and in a sentence why it cannot?"""

from __future__ import annotations

import json

import pytest

from dekkend.config.cli import main
from dekkend.offers.actions.projecting import take_up
from dekkend.planning.models import Scenario
from tests.factories.ground import put_area, put_site
from tests.factories.offers import NT2, TODAY, a_public_offer
from tests.factories.scenarios import a_scenario

pytestmark = pytest.mark.django_db
DAY = TODAY.isoformat()


@pytest.fixture
def placed(site):
    a_public_offer(site)
    take_up()
    put_site(site, 100_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    put_area(site.partnership, "9998", 110_000, 400_000, 60)
    return site


@pytest.fixture
def dekkend(capsys):
    def run(*given: str) -> tuple[int, str, str]:
        status = main(["scenario", *given, "--today", DAY])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_changes_are_counted_and_not_kept(placed, dekkend):
    status, out, _ = dekkend("--end", placed.brin6, NT2, "--newcomers", "9998", "40", "--json")
    told = json.loads(out)
    [scenario] = told["scenarios"]
    [kind] = [each for each in scenario["kinds"] if each["code"] == NT2]
    assert (status, told["format"], told["today"]["children"], scenario["children"]) == (0, "dekkend-scenario/1", 160, 200)
    assert (kind["covered_today"], kind["covered"], kind["lost"], kind["gained"]) == (100, 0, 100, 0)
    [place] = [each for each in scenario["places"] if each["postcode"] == "9999"]
    assert (place["turn"], place["children"], [near["site"] for near in place["before"]]) == ("weg", 100, ["De Vuursprot"])
    assert not Scenario.anywhere.exists()


def test_kept_scenarios_are_told_by_name_or_all_together(placed, dekkend):
    a_scenario(placed.partnership, "Krimp", [{"what": "close_site", "brin6": placed.brin6}])
    a_scenario(placed.partnership, "Oud", [{"what": "close_site", "brin6": "99ZZ99"}])
    status, out, _ = dekkend("Krimp")
    assert status == 0
    assert "De Vuursprot sluit." in out
    assert "100 kinderen hebben dit niet meer dichtbij" in out
    assert "Oud" not in out
    assert "Telt niet mee: Deze vestigingscode is niet bekend. Kijk of de code klopt." in dekkend()[1]


def test_a_kind_is_called_by_its_name_as_in_the_other_commands(placed, dekkend):
    status, out, _ = dekkend("--end", placed.brin6, "nt2", "--add", "99AA00", "NT2")
    assert status == 0
    assert "De Vuursprot stopt met: Nederlands als tweede taal (NT2)." in out
    assert "krijgt erbij: Nederlands als tweede taal (NT2)." in out


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (["Bestaat niet"], "er is geen scenario dat 'Bestaat niet' heet"),
        (["--close", "x"], "Kies een school uit de lijst."),
        (["--add", "99ZZ00", "expertise.made_up"], "staat niet in de catalogus"),
        (["--newcomers", "9999", "veel"], "Vul 5 tot 5000 kinderen in."),
    ],
)
def test_what_cannot_be_counted_is_said_in_a_sentence(placed, dekkend, given, sentence):
    status, out, err = dekkend(*given)
    assert (status, out) == (1, "")
    assert sentence in err
