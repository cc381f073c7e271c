"""Do the screens of the register lead from a file to what it changes, keep regions apart, and cost the same for one row and for three?"""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dekkend.audit.models import Entry
from dekkend.organisations.models import Site
from dekkend.organisations.words import Role
from dekkend.register.actions.deciding import accept
from dekkend.register.jobs import read_one
from dekkend.register.models import RegisterChange, RegisterImport
from dekkend.register.queries.imports import changes_of
from dekkend.register.words.changes import ChangeKind, ImportState, Target
from tests.factories.organisations import a_region, a_site
from tests.factories.registers import NOW, an_import, children, places, regions, row, sites, zipped

pytestmark = pytest.mark.django_db


@pytest.fixture
def lists(site):
    """`lists(3)`: an import of so many schools and postcode areas for the region of the site, still to decide about."""

    def make(many: int) -> RegisterImport:
        code = site.partnership.code
        rows = [row(f"99{letter}A00", f"De {letter}", region=code) for letter in "ABCDEF"[:many]]
        return an_import(site.partnership, sites(*rows, row("99")), places("8999"), children("8999,1,2,3"), regions(p8999=code))

    return make


def test_an_adviser_hands_in_looks_takes_over_and_turns_back(site, signed_in):
    client, code = signed_in(Role.ADVISER, site), site.partnership.code
    handed = zipped(sites(row("99AA00", region=code), row("99")))
    answer = client.post("/register/", {"documents": [ContentFile(handed.data, name="lijsten.zip")], "partnership": site.partnership.pk})
    imported = RegisterImport.anywhere.get()
    home = f"/register/import/{imported.pk}/"
    assert answer["Location"] == home
    assert "Wacht op de achtergrond" in client.get(home).content.decode()
    assert read_one.func(imported.pk) == ImportState.READY.value
    waited = client.get(home, headers={"HX-Request": "true"})
    assert waited["HX-Refresh"] == "true"
    page = client.get(home).content.decode()
    assert "scholen 1, postcodegebieden 0" in page
    assert "De Zeepaal" in page
    assert "1 rij is niet te gebruiken" in page
    assert "vestigingscode" in client.get(f"{home}geweigerd/").content.decode()
    assert "Scholenlijst" in client.get(f"{home}bestanden/").content.decode()
    page = client.post(f"{home}kies/", {"do": "accept_all"}, follow=True).content.decode()
    assert "2 verschillen overgenomen" in page
    assert Site.anywhere.filter(brin6="99AA00", partnership=site.partnership).exists()
    assert "De Zeepaal" in client.get("/register/scholen/").content.decode()
    history = client.get("/register/scholen/99AA00/").content.decode()
    assert "Staat in het register sinds de lijst van 1 november 2024" in history
    assert "120 op 1 oktober 2023" in history
    assert "teruggedraaid" in client.post(f"{home}kies/", {"do": "undo"}, follow=True).content.decode()
    assert not Site.anywhere.filter(brin6="99AA00").exists()
    events = list(Entry.objects.filter(event__startswith="register.").order_by("pk").values_list("event", flat=True))
    assert events == ["register.read", "register.applied", "register.undone"]


def test_rows_are_chosen_one_by_one_and_nothing_chosen_is_a_sentence(lists, site, signed_in):
    client, imported = signed_in(Role.ADMINISTRATOR, site), lists(2)
    where = f"/register/import/{imported.pk}/kies/"
    assert "vinkje" in client.post(where, {"do": "accept"}, follow=True).content.decode()
    assert "Kies wat u wilt doen" in client.post(where, {"do": "alles weg"}, follow=True).content.decode()
    one, other = RegisterChange.objects.filter(imported=imported, target=Target.SITE.value).values_list("pk", flat=True)
    client.post(where, {"do": "accept", "change": [str(one), "-1", "x" * 30]})
    client.post(where, {"do": "decline", "change": [str(other)]})
    assert dict(RegisterChange.objects.filter(pk__in=(one, other)).values_list("pk", "verdict")) == {one: "accepted", other: "declined"}
    client.post(where, {"do": "reconsider", "change": [str(other)]})
    assert RegisterChange.objects.get(pk=other).verdict == "open"


def test_a_director_of_the_partnership_looks_and_changes_nothing(lists, site, signed_in):
    client, imported = signed_in(Role.PARTNERSHIP_DIRECTOR, site), lists(1)
    page = client.get(f"/register/import/{imported.pk}/").content.decode()
    assert "De A" in page
    assert "Neem over" not in page
    assert "Lees deze bestanden" not in client.get("/register/").content.decode()
    assert client.post("/register/", {}).status_code == 403
    assert client.post(f"/register/import/{imported.pk}/kies/", {"do": "accept_all"}).status_code == 403


def test_another_region_sees_nothing_of_it(lists, signed_in):
    imported = lists(1)
    accept(imported, None, by=None, now=NOW)
    client = signed_in(Role.ADVISER, a_site(a_region("SWV Elders")))
    for address in (f"import/{imported.pk}/", f"import/{imported.pk}/bestanden/", f"import/{imported.pk}/geweigerd/", "scholen/99AA00/"):
        assert client.get(f"/register/{address}").status_code == 404
    assert client.post(f"/register/import/{imported.pk}/kies/", {"do": "undo"}).status_code == 404
    assert "De A" not in client.get("/register/scholen/").content.decode()


@pytest.mark.parametrize("wrong", [{}, {"documents": [ContentFile(b"x", name="lijst.pdf")]}])
def test_what_is_no_list_is_refused_at_the_door(site, signed_in, wrong):
    answer = signed_in(Role.ADVISER, site).post("/register/", wrong | {"partnership": site.partnership.pk})
    assert answer.status_code == 422
    assert "Kies" in answer.content.decode()
    assert not RegisterImport.anywhere.exists()


def test_the_set_folder_is_read_by_its_last_name_only(site, signed_in, settings, tmp_path):
    client = signed_in(Role.ADVISER, site)
    assert "geen map ingesteld" in client.post("/register/map/", {"partnership": site.partnership.pk}, follow=True).content.decode()
    settings.REGISTER_FOLDER = str(tmp_path / "open-data")
    (tmp_path / "open-data").mkdir()
    (tmp_path / "open-data" / "s.csv").write_bytes(sites(row("99AA00", region=site.partnership.code)).data)
    page = client.get("/register/").content.decode()
    assert "Lees de map open-data op de server" in page
    assert str(tmp_path) not in page
    client.post("/register/map/", {"partnership": site.partnership.pk})
    assert read_one.func(RegisterImport.anywhere.get().pk) == ImportState.READY.value


def test_differences_are_filtered_and_taken_away_as_a_file(lists, site, signed_in):
    client, imported = signed_in(Role.ADVISER, site), lists(2)
    home = f"/register/import/{imported.pk}/"
    page = client.get(f"{home}?wat=area&verschil={ChangeKind.NEW.value}").content.decode()
    assert "8999" in page
    assert "De A" not in page
    lines = b"".join(client.get(f"{home}?als=csv").streaming_content).decode().splitlines()
    assert len(lines) == 1 + RegisterChange.objects.count()
    assert "De A" in lines[1]
    assert "verhuisd" not in lines[1]
    for list_ in ("/register/?als=csv", "/register/scholen/?als=csv", f"{home}bestanden/?als=csv", f"{home}geweigerd/?als=csv"):
        assert client.get(list_)["Content-Type"].startswith("text/csv")


@pytest.mark.parametrize("address", ["/register/", "/register/import/{pk}/", "/register/scholen/"])
def test_a_list_costs_the_same_for_one_row_and_for_three(lists, site, signed_in, address):
    client = signed_in(Role.ADVISER, site)

    def cost(many: int) -> int:
        imported = lists(many)
        if address == "/register/scholen/":
            accept(imported, None, by=None, now=NOW)
        client.get(address.format(pk=imported.pk))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address.format(pk=imported.pk)).status_code == 200
        return len(asked)

    assert cost(1) == cost(3)


def test_places_that_lie_nowhere_are_told_and_not_passed_over_in_silence(site, signed_in):
    imported = an_import(site.partnership, children("8999,10,20,30"), regions(p8999=site.partnership.code))
    page = signed_in(Role.ADVISER, site).get(f"/register/import/{imported.pk}/").content.decode()
    assert "Van 1 postcodegebied is niet bekend waar het ligt" in page


def test_fewer_than_five_children_are_on_no_screen_and_in_no_file_also_after_turning_back(site, signed_in):
    client, code = signed_in(Role.ADVISER, site), site.partnership.code
    accept(an_import(site.partnership, places("8999"), children("8999,0,39,0"), regions(p8999=code)), None, by=None, now=NOW)
    few = an_import(site.partnership, children("8999,0,3,0"), sites(row("99AA00", region=code, pupils="3")))
    home = f"/register/import/{few.pk}/"

    def shown() -> str:
        return client.get(home).content.decode() + b"".join(client.get(f"{home}?als=csv").streaming_content).decode()

    before = shown()
    client.post(f"{home}kies/", {"do": "accept_all"})
    seen = [client.get(address).content.decode() for address in ("/register/scholen/", "/register/scholen/99AA00/")]
    seen.append(b"".join(client.get("/register/scholen/?als=csv").streaming_content).decode())
    assert all("minder dan 5" in page for page in seen)
    client.post(f"{home}kies/", {"do": "undo"})
    for page in (before, shown()):
        assert "39 kinderen van 4 tot en met 11 jaar" in page
        assert page.count("minder dan 5 kinderen van 4 tot en met 11 jaar") == 2  # on screen and in the file
        assert "3 kinderen" not in page
        assert "3 leerlingen" not in page


def test_what_came_went_and_moved_stands_first_under_a_tally_and_pupils_last(site, signed_in):
    client, region = signed_in(Role.ADVISER, site), site.partnership
    first = [row("99AA00", region=region.code), row("99BA00", region=region.code)]
    accept(an_import(region, sites(*first, row("99CA00", region=region.code, postcode="8999CC", east=9000))), None, by=None, now=NOW)
    there, moved, new = (
        row("99AA00", region=region.code, pupils="130"),
        row("99BA00", region=region.code, postcode="8999ZZ", east=2000),
        "99DA00",
    )
    imported = an_import(region, sites(there, moved, row(new, postcode="8999YY", region=region.code), name="scholen-2025-11.csv"))
    home = f"/register/import/{imported.pk}/"
    page = client.get(home).content.decode()
    for link in ("?wat=site&amp;verschil=closed", "?wat=site&amp;verschil=moved", "?wat=site&amp;verschil=pupils"):
        assert f'href="{link}"' in page
    assert "Nieuwe leerlingentelling: 2" in page
    kinds = [each.kind for each in changes_of(imported) if each.target == Target.SITE.value]
    assert list(dict.fromkeys(kinds)) == ["closed", "moved", "new", "pupils"]
    RegisterChange.objects.filter(imported=imported, kind="pupils", key="99BA00").update(held=True)
    assert changes_of(imported)[0].kind == "pupils"


def test_after_turning_back_no_button_is_left_that_does_nothing(lists, site, signed_in):
    client, imported = signed_in(Role.ADVISER, site), lists(2)
    home = f"/register/import/{imported.pk}/"
    page = client.get(home).content.decode()
    assert "Neem niet over" in page
    assert "Zet weer open" not in page
    client.post(f"{home}kies/", {"do": "accept_all"})
    taken = RegisterChange.objects.filter(imported=imported).values_list("pk", flat=True)[0]
    assert "Neem niet over" not in client.get(home).content.decode()
    said = client.post(f"{home}kies/", {"do": "accept", "change": [str(taken)]}, follow=True).content.decode()
    assert "Over deze verschillen is al gekozen" in said
    assert "0 verschillen" not in said
    page = client.post(f"{home}kies/", {"do": "undo"}, follow=True).content.decode()
    assert "Lees de bestanden dan opnieuw in" in page
    assert 'name="do"' not in page


def test_lists_without_anything_of_the_region_say_so(site, signed_in):
    imported = an_import(site.partnership, sites(row("99AA00", region=a_region().code)))
    page = signed_in(Role.ADVISER, site).get(f"/register/import/{imported.pk}/").content.decode()
    assert f"In deze bestanden staat niets over {site.partnership.code}." in page
    assert "stond al zo in het register" not in page
