"""Does real open data come in when the folder is what it should be, and is it refused with a clear sentence when it is not?"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from dekkend.demo.gateways.open_data import NotOpenData, read_open_data
from dekkend.organisations.models import Membership, Partnership, Site
from dekkend.reading.models import SourceDocument
from dekkend.register.queries import geography_of

HEAD = "brin6,naam,soort,straat,huisnummer,postcode,plaats,swv_po_2015"
GOOD = "99QA00,De Zeepaal,BAO,Kade,4,8999AB,Zilverduin,PO0001"


@pytest.fixture
def folder(tmp_path):
    """`folder(rows)`: a folder as it should be, with these lines in its list of schools and one document."""

    def make(*lines: str) -> Path:
        (tmp_path / "data" / "schools").mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds").mkdir(exist_ok=True)
        (tmp_path / "data" / "schools" / "scholen.csv").write_text("\n".join([HEAD, *lines]), encoding="utf-8")
        (tmp_path / "seeds" / "een.txt").write_text("Een tekst", encoding="utf-8")
        return tmp_path

    return make


def test_the_lists_and_the_documents_are_found_and_rows_that_cannot_be_used_counted(folder):
    found = read_open_data(folder(GOOD, "99,,BAO,,,,,PO0001"), "PO0001")
    assert [len(sites) for _, sites in found.collected.lists] == [1]
    assert found.left_out == 1
    assert [path.name for path in found.documents] == ["een.txt"]


def test_a_folder_without_schools_is_refused(tmp_path):
    with pytest.raises(NotOpenData, match="Er is niets geladen"):
        read_open_data(tmp_path, "PO0001")


def test_lists_of_something_else_are_refused(folder):
    path = folder()
    with pytest.raises(NotOpenData, match="geen lijst van scholen"):
        read_open_data(path, "PO0001")


def test_a_region_without_schools_is_refused(folder):
    with pytest.raises(NotOpenData, match="--region"):
        read_open_data(folder(GOOD), "PO0003")


@pytest.mark.django_db(transaction=True)
def test_nothing_is_loaded_from_a_folder_that_is_not_what_it_should_be(settings, tmp_path):
    settings.DEMO, settings.VAR = True, tmp_path
    with pytest.raises(CommandError, match="Er is niets geladen"):
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
    ground = geography_of(Partnership.objects.get(code="PO2815"))
    assert (len(ground.sites), len(ground.areas)) == (202, 82)
    assert all(site.point and site.site_id for site in ground.sites)
    assert all(area.outlines and area.children is not None for area in ground.areas)
    assert len(ground.around) > 200
