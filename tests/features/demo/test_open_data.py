"""Does real open data come in when the folder is what it should be, and is it refused with a clear sentence when it is not?"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from dekkend.demo.gateways.open_data import COLUMNS, NotOpenData, read_open_data
from dekkend.organisations.models import Membership, Site
from dekkend.reading.models import SourceDocument

HEAD = sorted(COLUMNS)
GOOD = {
    "brin6": "99QA00", "naam": "De Zeepaal", "soort": "BAO", "straat": "Kade", "huisnummer": "4", "huisletter": "b", "toevoeging": "",
    "postcode": "8999AB", "plaats": "Zilverduin", "website": "https://www.dezeepaal.example/", "swv_po_2015": "PO0001",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """`folder(rows)`: a folder as it should be, with these schools and one document."""

    def make(*rows: dict[str, str]) -> Path:
        (tmp_path / "data" / "schools").mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds").mkdir(exist_ok=True)
        lines = [",".join(HEAD), *(",".join((GOOD | row)[name] for name in HEAD) for row in rows)]
        (tmp_path / "data" / "schools" / "scholen.csv").write_text("\n".join(lines), encoding="utf-8")
        (tmp_path / "seeds" / "een.txt").write_text("Een tekst", encoding="utf-8")
        return tmp_path

    return make


def test_a_site_is_read_as_the_register_has_it(folder):
    found = read_open_data(folder({}), "PO0001")
    (site,) = found.sites
    assert (site.brin6, site.house_number, site.website, site.kind.value) == ("99QA00", "4b", "www.dezeepaal.example", "regular")
    assert [path.name for path in found.documents] == ["een.txt"]


@pytest.mark.parametrize("wrong", [{"brin6": "99qa0"}, {"postcode": ""}, {"soort": "PRO"}, {"naam": " "}, {"straat": ""}])
def test_a_row_that_cannot_be_used_is_left_out_and_named(folder, wrong):
    found = read_open_data(folder({}, {"brin6": "99QB00"} | wrong), "PO0001")
    assert len(found.sites) == 1
    assert len(found.left_out) == 1


def test_a_site_that_stands_there_twice_comes_once_and_another_region_stays_out(folder):
    found = read_open_data(folder({}, {"naam": "Nog eens"}, {"brin6": "99QC00", "swv_po_2015": "PO0002"}), "PO0001")
    assert [site.name for site in found.sites] == ["De Zeepaal"]


def test_a_folder_without_schools_is_refused(tmp_path):
    with pytest.raises(NotOpenData, match=r"data/schools/\*\.csv is expected"):
        read_open_data(tmp_path, "PO0001")


def test_a_list_of_something_else_is_refused(folder):
    path = folder({})
    (path / "data" / "schools" / "anders.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(NotOpenData, match="has no column brin6"):
        read_open_data(path, "PO0001")


def test_a_region_without_schools_is_refused(folder):
    with pytest.raises(NotOpenData, match="--region"):
        read_open_data(folder({}), "PO0003")


@pytest.mark.django_db(transaction=True)
def test_nothing_is_loaded_from_a_folder_that_is_not_what_it_should_be(settings, tmp_path):
    settings.DEMO, settings.VAR = True, tmp_path
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("demo", "--real", str(tmp_path / "nergens"))
    assert not Site.anywhere.exists()


@pytest.mark.django_db(transaction=True)
def test_the_real_region_comes_beside_the_made_up_one_and_only_once(settings, shared, tmp_path):
    if not (shared / "data" / "schools").is_dir():
        pytest.skip("no open data beside the sample documents")
    settings.DEMO, settings.VAR = True, tmp_path
    for _ in range(2):
        call_command("demo", "--real", str(shared))
    assert Site.anywhere.filter(partnership__code="PO2815").count() == 202
    assert Site.anywhere.filter(partnership__code="PO9999").count() == 40
    assert SourceDocument.anywhere.filter(partnership__code="PO2815").count() == 2
    assert Membership.anywhere.filter(partnership__code="PO2815").count() == 1
