"""Does an import change nothing until someone takes it over, can it be turned back, and does each region decide for itself?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from dekkend.organisations.models import Place, Site
from dekkend.organisations.words import Role
from dekkend.register.actions.deciding import accept, decline, reconsider, undo
from dekkend.register.gateways.opening import RawFile
from dekkend.register.models import (
    AreaShape,
    Border,
    Closure,
    HandedFile,
    PostcodeRegion,
    PupilCount,
    RegisterChange,
    RegisterImport,
    RegisterSite,
)
from dekkend.register.queries import geography_of
from dekkend.register.queries.imports import decidable, history_of
from dekkend.register.rules.telling import history_line
from dekkend.register.words.changes import ChangeKind, ImportState, NotUsable, Target, Verdict
from tests.factories.organisations import a_region, a_site
from tests.factories.registers import LATER, NOW, an_import, children, old_dialect, outlines, places, regions, row, sites

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return a_region()


def lists(region, *rows: str, name: str = "scholen-2024-11.csv"):
    return sites(*(row("99AA00", region=region.code), row("99AB00", "De Bult", region=region.code), *rows), name=name)


def everything(region):
    ground = [children("8999,10,20,30"), places("8999"), regions(p8999=region.code)]
    return [lists(region), *ground, outlines("8999"), outlines("Zilverkust", name="gemeente")]


def contents() -> dict[str, list]:
    """All rows of the register and the schools, without keys."""
    models = (RegisterSite, PupilCount, Place, PostcodeRegion, AreaShape, Border, Closure)
    found = {model.__name__: sorted(map(str, model.objects.values_list()) if model is not Closure else []) for model in models}
    return found | {"Site": sorted(map(str, Site.anywhere.values_list("brin6", "name", "postcode", "website")))}


def keys(imported, **wanted) -> list[int]:
    return list(RegisterChange.objects.filter(imported=imported, **wanted).values_list("pk", flat=True))


def test_reading_changes_nothing_and_taking_over_fills_register_places_and_schools(region):
    imported = an_import(region, *everything(region))
    assert imported.state == ImportState.READY
    assert (imported.report["sites"], imported.report["areas"]) == (2, 1)
    assert not RegisterSite.objects.exists()
    assert not Site.anywhere.exists()
    assert not HandedFile.objects.filter(stored__destroyed_at__isnull=True).exists()
    done = accept(imported, None, by=None, now=NOW)
    assert (done.count, done.left) == (RegisterChange.objects.count(), 0)
    ground = geography_of(region)
    assert [(site.name, site.pupils, site.board) for site in ground.sites] == [
        ("De Zeepaal", 120, "Bestuur niet bekend"),
        ("De Bult", 120, "Bestuur niet bekend"),
    ]
    [area] = ground.areas
    assert (area.postcode, area.children, area.region, len(area.outlines)) == ("8999", 34.0, region.code, 1)
    assert [name for name, _ in ground.borders] == ["Zilverkust"]
    assert any("DUO" in source for source in ground.sources)
    assert any("CBS" in source for source in ground.sources)


def test_the_same_files_again_are_no_difference(region):
    accept(an_import(region, *everything(region)), None, by=None, now=NOW)
    before = contents()
    again = an_import(region, *everything(region), now=LATER)
    assert not RegisterChange.objects.filter(imported=again).exists()
    assert accept(again, None, by=None, now=LATER).count == 0
    assert contents() == before


def test_an_import_can_be_turned_back_entirely_and_only_the_newest(region):
    empty = contents()
    first = an_import(region, *everything(region))
    accept(first, None, by=None, now=NOW)
    filled = contents()
    borders = outlines("Zilverkust", name="gemeente", side=500.0)
    moved = sites(
        row("99AA00", "Kindcentrum Zeepaal", region=region.code, postcode="8999AC", east=2000, pupils="90", website="www.zeepaal.example"),
        row("99AD00", "De Nieuwe", region=region.code),
        name="scholen-2025-11.csv",
    )
    second = an_import(region, moved, children("8999,50,50,50"), outlines("8999", side=500.0), borders, now=LATER)
    held = keys(second, held=True)
    accept(second, None, by=None, now=LATER)
    accept(second, held, by=None, now=LATER)
    assert Site.anywhere.get(brin6="99AA00").name == "Kindcentrum Zeepaal"
    assert Closure.anywhere.filter(site__brin6="99AB00").exists()
    first.refresh_from_db()
    second.refresh_from_db()
    with pytest.raises(NotUsable, match="Draai dat eerst terug"):
        undo(first, by=None, now=LATER)
    undo(second, by=None, now=LATER)
    assert contents() == filled
    undo(first, by=None, now=LATER)
    assert contents() == empty
    assert set(RegisterImport.anywhere.values_list("state", flat=True)) == {ImportState.UNDONE.value}
    first.refresh_from_db()
    with pytest.raises(NotUsable, match="niets terug te draaien"):
        undo(first, by=None, now=LATER)


def test_an_older_list_that_was_left_open_does_not_take_back_what_a_newer_one_said(region):
    def named(name: str, year: str, **given: str) -> RawFile:
        return sites(row("99AA00", name, region=region.code, **given), name=f"scholen-{year}-11.csv")

    accept(an_import(region, named("De Zeepaal", "2023")), None, by=None, now=NOW)
    older = an_import(region, named("De Oude Naam", "2024", pupils="80"))
    accept(an_import(region, named("De Nieuwe Naam", "2025"), now=LATER), None, by=None, now=LATER)
    newest = RegisterSite.objects.get(brin6="99AA00")
    afterwards = LATER + timedelta(hours=1)
    done = accept(older, keys(older), by=None, now=afterwards)
    assert (done.count, done.left) == (1, 2), "the count of pupils belongs to its own year"
    now = RegisterSite.objects.get(brin6="99AA00")
    assert (newest.name, now.name, now.last_seen) == ("De Nieuwe Naam", "De Nieuwe Naam", newest.last_seen)


def test_a_border_that_another_region_renewed_since_is_not_turned_back(region):
    first, other = an_import(region, *everything(region)), a_region("SWV Buren")
    accept(first, None, by=None, now=NOW)
    theirs = [sites(row("99CC00", region=other.code)), children("8997,10,20,30"), places("8997"), regions(p8997=other.code)]
    second = an_import(other, *theirs, outlines("Zilverkust", name="gemeente", side=500.0), now=LATER)
    accept(second, keys(second), by=None, now=LATER)
    assert RegisterChange.objects.filter(imported=second, target=Target.BORDER.value, verdict=Verdict.ACCEPTED.value).exists()
    first.refresh_from_db()
    with pytest.raises(NotUsable, match="Draai dat eerst terug"):
        undo(first, by=None, now=LATER)
    assert geography_of(region).borders


def test_a_school_that_is_used_by_now_stays_when_its_import_is_turned_back(region, person):
    imported = an_import(region, lists(region))
    accept(imported, None, by=None, now=NOW)
    person(Role.DIRECTOR, Site.anywhere.get(brin6="99AA00"))
    imported.refresh_from_db()
    done = undo(imported, by=None, now=LATER)
    assert done.left == 1
    assert [site.brin6 for site in Site.anywhere.all()] == ["99AA00"]


def test_one_difference_can_be_taken_over_left_and_opened_again(region):
    imported = an_import(region, lists(region))
    one, other = keys(imported, target=Target.SITE.value)
    assert accept(imported, [one], by=None, now=NOW).count == 1
    assert RegisterSite.objects.count() == 1
    assert decline(imported, [other], by=None, now=NOW).count == 1
    assert accept(imported, None, by=None, now=NOW).count == 2  # the two schools; what was left stays left
    assert RegisterSite.objects.count() == 1
    assert reconsider(imported, [other], by=None, now=NOW).count == 1
    assert accept(imported, [other], by=None, now=NOW).count == 1
    assert accept(imported, [one, other], by=None, now=NOW).count == 0


def test_children_alone_change_the_places_that_are_known_and_turning_back_gives_them_their_source_again(region):
    accept(an_import(region, *everything(region), regions(p8998=region.code, p8999=region.code)), None, by=None, now=NOW)
    before = contents()
    newer = RawFile("kinderen-2025.csv", children("8999,10,40,30", "8998,1,2,3").data)
    imported = an_import(region, newer, now=LATER)
    [change] = RegisterChange.objects.filter(imported=imported)
    assert (change.kind, change.key, change.name, change.held) == (ChangeKind.CHILDREN.value, "8999", "8999 Zilverduin", False)
    assert (imported.report["areas"], imported.report["areas_without_point"]) == (2, 1)
    accept(imported, None, by=None, now=LATER)
    [area] = geography_of(region).areas
    assert area.children == 54.0
    assert Place.objects.get(postcode="8999").source == "CBS, inwoners per postcode, 2025"
    imported.refresh_from_db()
    undo(imported, by=None, now=LATER)
    assert contents() == before


def test_what_a_school_says_of_itself_is_never_silently_replaced(region):
    school = a_site(
        region, brin6="99AA00", name="Onze Zeepaal", website="www.onzezeepaal.example", street="Kade", house_number="00", postcode="8999AB"
    )
    imported = an_import(region, sites(row("99AA00", region=region.code, website="www.zeepaal.example")))
    found = {change.kind: change for change in RegisterChange.objects.filter(imported=imported, target=Target.SCHOOL.value)}
    assert {kind for kind, change in found.items() if change.held} == {ChangeKind.RENAMED.value, ChangeKind.DETAILS.value}
    accept(imported, None, by=None, now=NOW)
    school.refresh_from_db()
    assert (school.name, school.website) == ("Onze Zeepaal", "www.onzezeepaal.example")
    accept(imported, [found[ChangeKind.RENAMED.value].pk], by=None, now=NOW)
    school.refresh_from_db()
    assert (school.name, school.website) == ("De Zeepaal", "www.onzezeepaal.example")
    assert geography_of(region).sites[0].name == "De Zeepaal"


def test_what_belongs_to_another_region_is_not_taken_over_here(region):
    elsewhere = a_region("SWV Elders")
    imported = an_import(
        region, lists(region, row("99AC00", "Van elders", region=elsewhere.code), row("99AD00", "Van niemand", region="PO0000"))
    )
    assert keys(imported, key="99AC00")
    assert not decidable(imported).filter(key="99AC00").exists()
    accept(imported, None, by=None, now=NOW)
    accept(imported, keys(imported, key="99AC00"), by=None, now=NOW)
    assert set(RegisterSite.objects.values_list("brin6", flat=True)) == {"99AA00", "99AB00", "99AD00"}
    assert set(Site.anywhere.values_list("brin6", flat=True)) == {"99AA00", "99AB00"}


def test_a_school_of_another_region_keeps_its_place(region):
    a_site(a_region("SWV Elders"), brin6="99AA00", name="Van elders")
    imported = an_import(region, lists(region))
    done = accept(imported, None, by=None, now=NOW)
    assert done.left == 1
    assert Site.anywhere.get(brin6="99AA00").name == "Van elders"


def test_two_years_in_one_import_make_a_history(region):
    old = old_dialect("Zeeland;;99AA;00;De Oude Zeepaal;Kade;00;8999AB;ZILVERDUIN;S ZILVERKUST;Openbaar;", name="vestigingen-2022-05.csv")
    imported = an_import(region, old, lists(region), regions(p8999=region.code))
    accept(imported, None, by=None, now=NOW)
    lines = [history_line(each.kind, each.before, each.after, each.noticed_on.isoformat()) for each in history_of("99AA00")]
    assert lines[:2] == ["Staat in het register sinds de lijst van 1 mei 2022, als De Oude Zeepaal.", "Heette tot 2024 De Oude Zeepaal."]
    site = RegisterSite.objects.get(brin6="99AA00")
    assert (str(site.first_seen), str(site.last_seen)) == ("2022-05-01", "2024-11-01")
    assert Site.anywhere.get(brin6="99AA00").name == "De Zeepaal"


def test_a_merger_is_told_as_likely(region):
    accept(an_import(region, lists(region)), None, by=None, now=NOW)
    heir = row("99AC00", "De Samen", region=region.code, number="00")
    imported = an_import(region, sites(heir, row("99AB00", "De Bult", region=region.code), name="scholen-2025-11.csv"), now=LATER)
    [merged] = RegisterChange.objects.filter(imported=imported, kind=ChangeKind.MERGED.value)
    assert merged.after["into"] == "99AC00"
    accept(imported, None, by=None, now=LATER)
    assert [history_line(each.kind, each.before, each.after, "2025-11-01") for each in history_of("99AA00")][-1] == (
        "Ging in 2025 waarschijnlijk samen met 99AC00; zeker is dat niet."
    )
    assert {site.brin6 for site in geography_of(region).sites} == {"99AB00", "99AC00"}


def test_files_that_are_nothing_end_in_a_sentence(region):
    imported = an_import(region, sites(name="leeg.csv"), children("99,1,2,3"))
    assert imported.state == ImportState.READY  # recognised, though every row is refused
    failed = an_import(region, RawFile("brief.txt", b"Beste mensen"))
    assert failed.state == ImportState.FAILED
    assert "geen" in failed.problem.lower()


def test_what_nobody_foresaw_ends_in_a_sentence_and_not_in_waiting(region, monkeypatch):
    monkeypatch.setattr("dekkend.register.actions.importing.compare", lambda *_, **__: 1 / 0)
    imported = an_import(region, lists(region))
    assert imported.state == ImportState.FAILED.value
    assert "Er is niets veranderd" in imported.problem
