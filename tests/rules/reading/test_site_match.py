"""Is the right school suggested for a document, and none invented?"""

import pytest

from dekkend.reading.rules.site_match import Candidate, name_likeness, suggest_sites

VUURSPROT = Candidate(1, "De Vuursprot", "Bakenpad", "3", "9999 ZA", "Zilverduin")
NOORD = Candidate(2, "De Schelpenhoek, locatie Noord", "Noordkade", "4", "9997 ZG", "Oosterduin")
HOEK = Candidate(3, "De Schelpenhoek", "Kade", "102", "9997 ZF", "Oosterduin")
STRAND = Candidate(4, "De Strandvonk", "Jutterstraat", "11a", "9998 ZC", "Schelphaven")
ALL = [VUURSPROT, NOORD, HOEK, STRAND]


def ids(name, address):
    return [match.id for match in suggest_sites(name, address, ALL)]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("De Vuursprot", "Bakenpad 3, 9999 ZA Zilverduin"),
        ("CBS De Vuursprot", "bakenpad 3"),
        ("Basisschool de Vuursprot", None),
        ("Heel anders", "Bakenpad 3 Zilverduin"),
    ],
)
def test_the_school_is_found_by_address_or_by_name(name, address):
    assert ids(name, address)[0] == VUURSPROT.id


def test_the_address_decides_between_two_sites_of_one_name():
    assert ids("De Schelpenhoek", "Noordkade 4")[0] == NOORD.id
    assert ids("De Schelpenhoek", "Kade 102")[0] == HOEK.id


@pytest.mark.parametrize("address", ["Jutterstr. 11a", "Jutterstraat 11 A, Schelphaven", "JUTTERSTRAAT 11a 9998ZC"])
def test_an_address_is_recognised_in_its_usual_writings(address):
    assert ids("Onbekend", address) == [STRAND.id]


def test_another_postcode_is_another_place():
    assert ids("Onbekend", "Bakenpad 3, 1234 AB Elders") == []


def test_another_house_number_is_another_school():
    assert ids("Onbekend", "Bakenpad 13") == []


@pytest.mark.parametrize(("name", "address"), [(None, None), ("", ""), ("De Overkant", "Verweg 1"), ("De school", "Kade")])
def test_nothing_is_suggested_when_nothing_fits(name, address):
    assert ids(name, address) == []


def test_every_suggestion_says_why():
    assert suggest_sites("De Vuursprot", "Bakenpad 3", ALL)[0].why == "Adres en naam zijn gelijk."
    assert "In de gegevens heet de school De Vuursprot" in suggest_sites("De Zeester", "Bakenpad 3", ALL)[0].why


def test_words_that_every_school_has_do_not_make_names_alike():
    assert name_likeness("Basisschool De Kwal", "Basisschool De Zeester") < 0.6
