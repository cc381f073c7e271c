"""Does `dekkend find` tell a person and a program the same, and does it say what it did not understand?"""

from __future__ import annotations

import json

import pytest

from dekkend.config.cli import main
from dekkend.organisations.models import Place

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def up_to_date(monkeypatch):
    monkeypatch.setattr("dekkend.config.health.pending_migrations", list)


def test_a_person_reads_schools_with_their_sentence_and_their_distance(ground, capsys):
    assert main(["find", "9999", "mijn kind leert nog Nederlands, geen lift nodig"]) == 0
    told = capsys.readouterr().out
    assert "De Vuursprot, Zilverduin  1,0 km  [Kan helpen]" in told
    assert "«lift»: niet nodig, hierop is niet gezocht." in told
    assert "Het Baken, Zilverduin  0,5 km  [Niet bekend]" in told
    assert "artikel 40 lid 2 WPO" in told


def test_a_program_gets_the_same_in_codes(ground, capsys):
    assert main(["find", "Zilverduin", "nt2", "--km", "0", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["needs"] == [{"typed": "nt2", "codes": ["expertise.second_language"]}]
    assert [school["name"] for school in told["schools"]] == ["De Vuursprot", "De Einder", "Het Baken"]
    assert told["counts"] == {"fits": 2, "partly": 0, "paused": 0, "unknown": 1, "not_all": 0, "has_not": 0}
    assert told["schools"][0]["reasons"][0]["answer"] == "yes"


def test_a_no_stands_beside_what_is_not_known_for_a_person_and_for_a_program(ground, capsys):
    assert main(["find", "9999", "slechthorend", "--json"]) == 1, "no school fits"
    told = json.loads(capsys.readouterr().out)
    line = next(school for school in told["schools"] if school["name"] == "De Vuursprot")["reasons"][0]
    assert (line["answer"], line["code"]) == ("unknown", "external_experts.hearing_language_support")
    assert [(each["code"], each["answer"], each["ticked"]) for each in line["beside"]] == [("facilities.deaf_provision", "no", True)]
    assert told["counts"]["has_not"] == 0
    assert main(["find", "9999", "slechthorend"]) == 1
    assert "Aangekruist (2026-2027)." in capsys.readouterr().out


@pytest.mark.parametrize(("given", "status"), [(["9999", "autisem"], 2), (["0000"], 2), (["Nergens", "nt2"], 2), (["9999"], 0)])
def test_the_exit_status_tells_how_it_went(ground, given, status):
    assert main(["find", *given]) == status


def test_of_places_with_one_name_each_is_told(ground, capsys):
    Place.objects.create(postcode="9998", name="Zilverduin", municipality="Binnenland", x=90_000.0, y=550_000.0, children={"5-9": 900})
    assert main(["find", "Zilverduin", "nt2"]) == 2
    assert "  Zilverduin (Binnenland)\n  Zilverduin (Zilverkust)\n" in capsys.readouterr().err
    assert main(["find", "Zilverduin (Zilverkust)", "nt2"]) == 0
