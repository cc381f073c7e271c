"""Is what changed between two lists told as what it is: renamed, moved, closed, merged, new, or only spelled otherwise?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.register.rules.comparing import compared, not_older
from dekkend.register.rules.placing import placed
from dekkend.register.rules.site_differences import advanced, site_differences
from dekkend.register.words.bundle import Bundle, Snapshot
from dekkend.register.words.changes import ChangeKind, Target
from dekkend.register.words.known import Known, KnownSite, SchoolFacts
from dekkend.register.words.records import AreaRecord, Count, SiteRecord

OLD, NEW = date(2022, 5, 1), date(2024, 11, 1)
SITE = SiteRecord(
    "99AA00",
    "De Zeepaal",
    "BAO",
    "Kade",
    "1",
    "8999AB",
    "Zilverduin",
    website="www.zeepaal.example",
    region="PO0001",
    x=20_000.0,
    y=550_000.0,
)


def known(*sites: SiteRecord, **counts: int) -> dict[str, KnownSite]:
    return {
        site.brin6: KnownSite(site, last_seen=OLD.isoformat(), counts={"2021-10-01": Count(counts[site.brin6], counts[site.brin6])})
        if site.brin6 in counts
        else KnownSite(site, last_seen=OLD.isoformat())
        for site in sites
    }


def listed(*sites: SiteRecord) -> Snapshot:
    return Snapshot(NEW, "DUO", {site.brin6: site for site in sites})


def kinds(before, after) -> list[ChangeKind]:
    return [difference.kind for difference in site_differences(before, after)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name": "Kindcentrum Zeepaal"}, ChangeKind.RENAMED),
        ({"name": "de zee-paal"}, ChangeKind.DETAILS),
        ({"postcode": "8999AC", "house_number": "7", "x": 20_900.0}, ChangeKind.MOVED),
        ({"house_number": "3", "x": 20_049.0}, ChangeKind.DETAILS),
        ({"house_number": "3", "x": 20_051.0}, ChangeKind.MOVED),
        ({"house_number": "3", "x": None, "y": None}, ChangeKind.MOVED),
        ({"street": "De Kade"}, ChangeKind.DETAILS),
        ({"x": 20_200.0}, ChangeKind.DETAILS),
        ({"kind": "SBO"}, ChangeKind.KIND),
        ({"region": "PO0002"}, ChangeKind.REGION),
        ({"board_number": "99991"}, ChangeKind.DETAILS),
        ({"pupils": Count(1, 4, date(2023, 10, 1))}, ChangeKind.PUPILS),
    ],
)
def test_one_change_is_one_difference_of_its_kind(changes, expected):
    assert kinds(known(SITE), listed(replace(SITE, **changes))) == [expected]


@pytest.mark.parametrize("changes", [{"website": ""}, {"region": ""}, {"x": None, "y": None}, {"x": 20_010.0}, {"pupils": None}])
def test_what_a_list_does_not_say_is_no_difference(changes):
    assert kinds(known(SITE), listed(replace(SITE, **changes))) == []


def test_a_kind_that_no_earlier_list_held_is_new_for_that_reason():
    special = replace(SITE, brin6="99AB00", kind="SO", postcode="8999XX")
    [new] = site_differences(known(SITE), listed(SITE, special))
    assert new.kind is ChangeKind.NEW
    assert "soort onderwijs" in new.why
    [first] = site_differences({}, listed(special))
    assert first.why == ""


def test_a_school_that_is_gone_closed_and_one_whose_address_another_has_probably_merged():
    other = replace(SITE, brin6="99AB00", name="De Vuursprot", postcode="8999XX")
    far = replace(SITE, brin6="99AC00", name="De Bult", postcode="8999YY", place="Elders", x=90_000.0)
    closed, merged = site_differences(known(SITE, far), listed(replace(other, postcode=SITE.postcode, house_number="1")))[1:]
    assert {closed.key: closed.kind, merged.key: merged.kind} == {"99AC00": ChangeKind.CLOSED, "99AA00": ChangeKind.MERGED}
    found = {each.key: each for each in (closed, merged)}["99AA00"]
    assert found.after["into"] == "99AB00"
    assert "nieuw nummer" in found.why


def test_pupils_that_move_to_a_neighbour_make_a_likely_merger():
    near = replace(SITE, brin6="99AB00", name="De Vuursprot", postcode="8999XX", x=20_800.0)
    before = known(SITE, near, **{"99AA00": 80, "99AB00": 100})
    for pupils, expected in ((139, ChangeKind.CLOSED), (140, ChangeKind.MERGED)):
        grown = replace(near, pupils=Count(pupils, pupils, date(2023, 10, 1)))
        assert kinds(before, listed(grown))[-1] is expected


def test_a_list_without_a_kind_or_a_region_says_nothing_about_it():
    special = replace(SITE, brin6="99AB00", kind="SO")
    elsewhere = replace(SITE, brin6="99AC00", region="PO0002")
    assert kinds(known(SITE, special, elsewhere), listed(SITE)) == []


def test_many_closings_at_once_wait_for_a_person():
    sites = [replace(SITE, brin6=f"99{letter}A00", postcode=f"8999{letter}A") for letter in "ABCDEFGHIJ"]
    five, six = (site_differences(known(*sites), listed(*sites[many:])) for many in (5, 6))
    assert [each.held for each in five] == [False] * 5
    assert [each.held for each in six] == [True] * 6


@pytest.mark.parametrize(("gone", "held"), [(5, False), (6, True)])
def test_a_school_that_takes_part_waits_for_a_person_when_its_closing_in_the_register_does(gone, held):
    sites = [replace(SITE, brin6=f"99{letter}A00", postcode=f"8999{letter}A") for letter in "ABCDEFGHIJ"]
    bundle = Bundle(snapshots=(listed(*sites[gone:]),))
    schools = [a_school(site) for site in sites]
    closings = [each.difference for each in compared(Known(sites=known(*sites)), bundle, schools, "PO0001")]
    assert [each.held for each in closings] == [held] * 2 * gone
    doubted = {each.target for each in closings if "is de lijst volledig?" in each.why}
    assert doubted == ({Target.SITE, Target.SCHOOL} if held else set())


def a_school(site: SiteRecord) -> SchoolFacts:
    address = (site.street, site.house_number, site.postcode, site.place)
    return SchoolFacts(site.brin6, site.name, "regular", *address, site.website, "Stichting Verzonnen Kust")


def test_a_closed_school_that_is_listed_again_is_open_again():
    before = {"99AA00": KnownSite(SITE, closed_on="2023-01-01")}
    assert kinds(before, listed(SITE)) == [ChangeKind.REOPENED]


def test_an_older_list_does_not_undo_a_newer_one():
    newer = {"99AA00": KnownSite(replace(SITE, name="Kindcentrum Zeepaal"), last_seen=NEW.isoformat())}
    gone = replace(SITE, brin6="99AB00")
    elsewhere = replace(SITE, brin6="99AC00", region="PO0002")
    snapshot, comparable = not_older(newer, newer, Snapshot(OLD, "DUO", {each.brin6: each for each in (SITE, gone, elsewhere)}))
    assert set(snapshot.listed) == {"99AC00"}
    assert comparable == {}


NAMES = st.sampled_from(["De Zeepaal", "De Vuursprot", "de zeepaal"])
SITES = st.builds(
    SiteRecord,
    brin6=st.sampled_from(["99AA00", "99AB00", "99AC00"]),
    name=NAMES,
    kind=st.sampled_from(["BAO", "SO"]),
    postcode=st.sampled_from(["8999AB", "8999AC"]),
    house_number=st.sampled_from(["1", "2"]),
    region=st.sampled_from(["PO0001", "PO0002"]),
    pupils=st.none() | st.builds(Count, low=st.just(3), high=st.sampled_from([3, 4]), counted_on=st.just(date(2023, 10, 1))),
)
LISTS = st.lists(SITES, max_size=4).map(lambda found: {site.brin6: site for site in found})


@pytest.mark.slow
@given(LISTS, LISTS)
def test_what_was_taken_over_entirely_is_no_difference_the_second_time(before, after):
    start = {brin6: KnownSite(site) for brin6, site in before.items()}
    snapshot = Snapshot(NEW, "DUO", after)
    once = advanced(start, snapshot, site_differences(start, snapshot))
    assert site_differences(once, snapshot) == []


@pytest.mark.slow
@given(LISTS, LISTS)
def test_two_lists_at_once_are_the_same_as_one_after_the_other(first, second):
    older, newer = Snapshot(OLD, "DUO", first), Snapshot(NEW, "DUO", second)
    together = [each.difference.kind for each in compared(Known(), Bundle(snapshots=(older, newer)))]
    between = advanced({}, older, site_differences({}, older))
    assert together == [each.kind for each in [*site_differences({}, older), *site_differences(between, newer)]]


def test_a_point_of_the_address_itself_takes_the_place_of_an_estimate():
    rough = replace(SITE, x=20_010.0, point_from="8999")
    [change] = site_differences(known(rough), listed(SITE))
    assert (change.kind, change.held) == (ChangeKind.DETAILS, False)
    assert change.after == {"x": 20_000.0, "point_from": ""}


def test_a_list_with_points_says_them_for_a_list_of_another_day_without_them():
    nowhere = replace(SITE, postcode="8999ZZ", x=None, y=None)
    there = replace(nowhere, x=21_000.0, y=550_000.0)
    bundle = Bundle(snapshots=(Snapshot(OLD, "DUO", {"99AA00": nowhere}), Snapshot(NEW, "DUO", {"99AA00": there})))
    before = Known(sites=known(SITE), areas={"8999": AreaRecord("8999", x=29_000.0, y=550_000.0)})
    [move] = compared(before, placed(bundle, before))
    assert (move.difference.kind, move.difference.held, move.difference.after["x"]) == (ChangeKind.MOVED, False, 21_000.0)


def test_a_rough_move_does_not_wait_when_a_newer_list_says_where_the_school_lies():
    nowhere, there = replace(SITE, postcode="8999ZZ", x=None, y=None), replace(SITE, postcode="8999YY", x=25_000.0)
    bundle = Bundle(snapshots=(Snapshot(OLD, "DUO", {"99AA00": nowhere}), Snapshot(NEW, "DUO", {"99AA00": there})))
    before = Known(sites=known(SITE), areas={"8999": AreaRecord("8999", x=29_000.0, y=550_000.0)})
    moves = [each.difference for each in compared(before, placed(bundle, before))]
    assert [(each.after["x"], each.after.get("point_from"), each.held) for each in moves] == [
        (29_000.0, "8999", False),
        (25_000.0, "", False),
    ]


def test_a_new_school_without_a_point_stands_in_the_middle_of_its_postcode_and_says_so():
    before = Known(areas={"8999": AreaRecord("8999", x=29_000.0, y=550_000.0)})
    bundle = Bundle(snapshots=(listed(replace(SITE, x=None, y=None)),))
    [new] = (each.difference for each in compared(before, placed(bundle, before)))
    assert (new.kind, new.after["x"], new.after["point_from"]) == (ChangeKind.NEW, 29_000.0, "8999")
    assert "het midden van postcode 8999" in new.why
