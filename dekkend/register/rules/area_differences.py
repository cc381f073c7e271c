"""What changed between the places that were known and what newer files say: children, partnership, outline, municipal borders?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dekkend.register.rules.outlines import flat
from dekkend.register.words.bundle import Bundle
from dekkend.register.words.changes import ChangeKind, Difference, Target
from dekkend.register.words.known import Known
from dekkend.register.words.records import AreaRecord

Drawn = tuple[Difference, Any, Any]  # a difference with the outline before and after, None when it has none


def area_differences(known: Known, bundle: Bundle) -> list[Drawn]:
    """Places first, then partnerships of postcodes, outlines and borders. A place without a point lies nowhere and is left out."""
    plain = [*_places(known, bundle), *_regions(known, bundle)]
    return [*((each, None, None) for each in plain), *_shapes(known, bundle), *_borders(known, bundle)]


def _places(known: Known, bundle: Bundle) -> Iterator[Difference]:
    for postcode, area in bundle.areas.items():
        if area.x is None or area.y is None:
            continue
        was = known.areas.get(postcode)
        if was is None:
            yield _of_place(ChangeKind.NEW, area, bundle, {}, _told(area))
            continue
        before, after = _differing(_told(was), _told(area))
        if after:
            kind = ChangeKind.CHILDREN if "children" in after else ChangeKind.DETAILS
            yield _of_place(kind, area, bundle, {**before, "source": was.source}, after)


def _told(area: AreaRecord) -> dict[str, Any]:
    children = {band: list(bounds) for band, bounds in sorted(area.children.items())}
    told = {"name": area.name, "municipality": area.municipality, "x": area.x, "y": area.y, "children": children}
    return {name: value for name, value in told.items() if value not in ("", None, {})}


def _differing(was: dict[str, Any], now: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    differ = [name for name in now if now[name] != was.get(name)]
    return {name: was.get(name) for name in differ}, {name: now[name] for name in differ}


def _of_place(kind: ChangeKind, area: AreaRecord, bundle: Bundle, before: dict[str, Any], after: dict[str, Any]) -> Difference:
    name = f"{area.postcode} {area.name}".strip()
    return Difference(Target.AREA, kind, area.postcode, name, area.region, before, {**after, "source": bundle.areas_source})


def _regions(known: Known, bundle: Bundle) -> Iterator[Difference]:
    """Per PC4, also where no children were counted. The first time it comes with the place and is not told apart."""
    table = bundle.regions
    for postcode, region in sorted(table.region_of.items()) if table else ():
        was = known.regions.get(postcode, "")
        if was != region and table:
            after = {"region": region, "valid_from": table.valid_from.isoformat(), "source": table.source}
            day = table.valid_from.isoformat()
            yield Difference(Target.AREA, ChangeKind.REGION, postcode, postcode, region, {"region": was}, after, noticed_on=day)


def _shapes(known: Known, bundle: Bundle) -> Iterator[Drawn]:
    places = known.areas.keys() | {postcode for postcode, area in bundle.areas.items() if area.x is not None}
    regions = known.regions | (bundle.regions.region_of if bundle.regions else {})
    for postcode, drawing in bundle.shapes.items():
        drawn = flat(drawing.rings)
        if postcode in places and drawn != known.outlines.get(postcode):
            region = regions.get(postcode[:4], "")
            yield _drawn(Target.AREA, postcode, region, known.outlines.get(postcode), drawn, bundle)


def _borders(known: Known, bundle: Bundle) -> Iterator[Drawn]:
    for municipality, drawing in bundle.borders.items():
        drawn = flat(drawing.rings)
        if drawn != known.borders.get(municipality):
            yield _drawn(Target.BORDER, municipality, "", known.borders.get(municipality), drawn, bundle)


def _drawn(target: Target, key: str, region: str, before: Any, after: Any, bundle: Bundle) -> Drawn:
    told = {"tolerance": bundle.tolerance, "points": sum(len(ring) // 2 for ring in after)}
    difference = Difference(target, ChangeKind.OUTLINE, key, key, region, {}, told)
    return difference, before, after
