"""How does what several files say become one whole: lists by day, places with children, names written in one way?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.register.rules.outlines import TOLERANCE, simplify
from dekkend.register.rules.writing import count_day, key_of
from dekkend.register.words.bundle import Bundle, FileKind, RegionTable, Snapshot
from dekkend.register.words.collected import Collected, PlaceFacts
from dekkend.register.words.geography import Ring
from dekkend.register.words.records import AreaRecord, Count, Drawing, SiteRecord

DUO = say("DUO, open onderwijsdata")
CBS_SHAPES = say("CBS en Kadaster, gebiedsindelingen")
TABLE = say("Regeling regio-indeling samenwerkingsverbanden passend onderwijs")


def assembled(collected: Collected, *, as_of: date, known_regions: Mapping[str, str], known_municipalities: Iterable[str]) -> Bundle:
    """One whole. `as_of` is the day of a list that does not say its own; `known_*` is what the register has already."""
    regions = dict(known_regions) | _column_regions(collected) | collected.regions
    spelled = {key_of(name): name for name in [*known_municipalities, *_municipalities(collected)]}
    return Bundle(
        files=tuple(collected.files),
        refused=tuple(collected.refused.kept),
        refused_total=collected.refused.total,
        snapshots=_snapshots(collected, as_of, regions, spelled),
        counts=_counts(collected),
        areas=_areas(collected, regions),
        areas_source=_said_on(say("CBS, inwoners per postcode"), collected.children_on),
        regions=_table(collected, as_of),
        shapes={key: Drawing(key, rings) for key, rings in collected.shapes.items()},
        borders={key: Drawing(key, rings) for key, rings in collected.borders.items()},
    )


def _column_regions(collected: Collected) -> dict[str, str]:
    return {postcode: facts.region for postcode, facts in collected.places.items() if facts.region}


def _regions_of_sites(collected: Collected) -> dict[str, str]:
    """What a list with a column for the partnership says holds for the postcode in the lists without one too."""
    return {site.postcode[:4]: site.region for _, sites in collected.lists for site in sites.values() if site.region}


def _municipalities(collected: Collected) -> list[str]:
    return [*(facts.municipality for facts in collected.places.values() if facts.municipality), *collected.borders]


def _table(collected: Collected, as_of: date) -> RegionTable | None:
    """The table itself; without it what the places say beside their inhabitants."""
    if collected.regions:
        return RegionTable(min(collected.regions_from or as_of, as_of), TABLE, collected.regions)
    columns = _column_regions(collected)
    return RegionTable(as_of, say("Bij de inwoners per postcode vermeld"), columns) if columns else None


def _snapshots(collected: Collected, as_of: date, regions: Mapping[str, str], spelled: Mapping[str, str]) -> tuple[Snapshot, ...]:
    """Lists of the same day are one: where two name a site the fullest list goes first, and the other fills what it leaves open."""
    learned = _regions_of_sites(collected)
    by_day: dict[date, list[dict[str, SiteRecord]]] = defaultdict(list)
    for file, sites in sorted(collected.lists, key=lambda pair: (pair[0].kind is FileKind.SITE_POINTS, pair[0].name)):
        by_day[min(file.on or as_of, as_of)].append(sites)  # no list is of tomorrow, whatever its name says
    return tuple(
        Snapshot(
            day,
            DUO,
            {code: _finished(site, day, _Names(regions, learned, spelled, collected.boards)) for code, site in _united(lists).items()},
        )
        for day, lists in sorted(by_day.items())
    )


def _united(lists: list[dict[str, SiteRecord]]) -> dict[str, SiteRecord]:
    united: dict[str, SiteRecord] = {}
    for sites in lists:
        for brin6, site in sites.items():
            united[brin6] = _filled(united[brin6], site) if brin6 in united else site
    return united


def _filled(site: SiteRecord, other: SiteRecord) -> SiteRecord:
    """The first, with what it does not say taken from the second."""
    open_ones = ("municipality", "province", "denomination", "website", "board_number", "board_name", "region", "pupils")
    gaps: dict[str, Any] = {name: getattr(other, name) for name in open_ones if not getattr(site, name) and getattr(other, name)}
    if site.x is None:
        gaps |= {"x": other.x, "y": other.y}
    return replace(site, **gaps) if gaps else site


@dataclass(frozen=True, slots=True)
class _Names:
    """What other files say: partnerships by postcode (of the table, and as other lists of sites have it), spellings, names of boards."""

    regions: Mapping[str, str]
    learned: Mapping[str, str]
    spelled: Mapping[str, str]
    boards: Mapping[str, str]


def _finished(site: SiteRecord, day: date, names: _Names) -> SiteRecord:
    """With its partnership by postcode, its municipality as others spell it, its board by name, and the day its pupils were counted."""
    pupils, pc4 = site.pupils and replace(site.pupils, counted_on=count_day(day)), site.postcode[:4]
    return replace(
        site,
        region=names.regions.get(pc4) or site.region or names.learned.get(pc4, ""),
        municipality=names.spelled.get(key_of(site.municipality), site.municipality),
        board_name=site.board_name or names.boards.get(site.board_number, ""),
        pupils=pupils,
    )


def _counts(collected: Collected) -> dict[str, tuple[Count, ...]]:
    found: dict[str, list[Count]] = defaultdict(list)
    for (brin6, on), (low, high) in sorted(collected.counts.items()):
        found[brin6].append(Count(low, high, on))
    return {brin6: tuple(counts) for brin6, counts in found.items()}


def _areas(collected: Collected, regions: Mapping[str, str]) -> dict[str, AreaRecord]:
    """Every place of which inhabitants are known. Its point is the middle of where people live, else that of its outline."""
    nothing = PlaceFacts()
    areas = {}
    for postcode in sorted(collected.children.keys() | collected.places.keys()):
        told = [facts.get(postcode, nothing) for facts in (collected.places, collected.shape_facts, collected.centroids)]
        x, y = next((facts.point for facts in told if facts.point), (None, None))
        areas[postcode] = AreaRecord(
            postcode=postcode,
            name=next((facts.name for facts in told if facts.name), ""),
            municipality=next((facts.municipality for facts in told if facts.municipality), ""),
            region=regions.get(postcode[:4], ""),
            x=x,
            y=y,
            children=collected.children.get(postcode, {}),
        )
    return areas


def drawable(bundle: Bundle) -> Bundle:
    """With outlines of fewer points, in whole metres as they are stored; so that the same file gives no difference a second time."""
    return replace(bundle, shapes=_fewer(bundle.shapes), borders=_fewer(bundle.borders), tolerance=TOLERANCE)


def _fewer(drawings: Mapping[str, Drawing]) -> dict[str, Drawing]:
    return {key: Drawing(key, tuple(_in_metres(simplify(ring)) for ring in each.rings)) for key, each in drawings.items()}


def _in_metres(ring: Ring) -> Ring:
    return tuple((float(round(x)), float(round(y))) for x, y in ring)


def _said_on(source: str, on: date | None) -> str:
    return f"{source}, {on.year}" if on else source
