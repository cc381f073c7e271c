"""How does a difference change places, partnerships of postcodes, outlines and borders?"""

from __future__ import annotations

from typing import Any

from dekkend.organisations.models import Place
from dekkend.register.actions.keeping import AT_A_TIME, border_of
from dekkend.register.models import AreaShape, Border, PostcodeRegion, RegisterChange
from dekkend.register.rules.assembling import CBS_SHAPES
from dekkend.register.rules.outlines import box, unflat
from dekkend.register.words.changes import ChangeKind, Target

PLACE_FIELDS = ("name", "municipality", "x", "y", "children", "source")
BORDER_FIELDS = ["rings", "west", "east", "south", "north", "tolerance", "source"]


def apply_areas(changes: list[RegisterChange]) -> set[int]:
    about = _sorted(changes)
    done = _apply_places(about[Target.AREA]) | _apply_regions(about["region"])
    return done | _apply_shapes(about["shape"]) | _apply_borders(about[Target.BORDER])


def undo_areas(changes: list[RegisterChange]) -> set[int]:
    """`changes` run from the last to the first."""
    about = _sorted(changes)
    _undo_regions(about["region"])
    _undo_drawn(about["shape"], AreaShape, "place__postcode")
    _undo_drawn(about[Target.BORDER], Border, "municipality")
    _undo_places(about[Target.AREA])
    return {change.pk for change in changes}


def _sorted(changes: list[RegisterChange]) -> dict[str, list[RegisterChange]]:
    about: dict[str, list[RegisterChange]] = {Target.AREA: [], Target.BORDER: [], "region": [], "shape": []}
    for change in changes:
        drawn = "shape" if change.kind == ChangeKind.OUTLINE else "region" if change.kind == ChangeKind.REGION else Target.AREA
        about[Target.BORDER if change.target == Target.BORDER else drawn].append(change)
    return about


def _apply_places(changes: list[RegisterChange]) -> set[int]:
    known = {place.postcode: place for place in Place.objects.all()} if changes else {}
    touched, done = {}, set()
    for change in changes:
        place = known.get(change.key) or (Place(postcode=change.key) if change.kind == ChangeKind.NEW else None)
        if place is None:
            continue
        known[change.key] = touched[change.key] = place
        _write(place, change.after)
        done.add(change.pk)
    _save_places(list(touched.values()))
    return done


def _write(place: Place, values: dict[str, Any]) -> None:
    for name in PLACE_FIELDS:
        if name in values:
            setattr(place, name, _plain(values[name]) if name == "children" else values[name])


def _plain(children: dict[str, Any] | None) -> dict[str, Any]:
    """Exact numbers as numbers, masked ones as a pair of bounds."""
    return {band: low if low == high else [low, high] for band, (low, high) in (children or {}).items()}


def _save_places(places: list[Place]) -> None:
    fresh = [Place(postcode=place.postcode, **{name: getattr(place, name) for name in PLACE_FIELDS}) for place in places]
    Place.objects.bulk_create(
        fresh, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["postcode"], update_fields=list(PLACE_FIELDS)
    )


def _undo_places(changes: list[RegisterChange]) -> None:
    gone = {change.key for change in changes if change.kind == ChangeKind.NEW}
    others = [change for change in changes if change.key not in gone]
    known = {place.postcode: place for place in Place.objects.filter(postcode__in={change.key for change in others})}
    for change in others:
        if change.key in known:
            _write(known[change.key], change.before)
    _save_places(list(known.values()))
    Place.objects.filter(postcode__in=gone).delete()


def _apply_regions(changes: list[RegisterChange]) -> set[int]:
    rows = [
        PostcodeRegion(
            postcode=change.key, region=change.after["region"], valid_from=change.after["valid_from"], source=change.after["source"]
        )
        for change in changes
    ]
    PostcodeRegion.objects.bulk_create(
        rows, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["postcode", "valid_from"], update_fields=["region", "source"]
    )
    return {change.pk for change in changes}


def _undo_regions(changes: list[RegisterChange]) -> None:
    """Take the rows of that day away again; where they had replaced others of the same day, those come back."""
    days: dict[str, list[RegisterChange]] = {}
    for change in changes:
        days.setdefault(change.after["valid_from"], []).append(change)
    for day, on_that_day in days.items():
        PostcodeRegion.objects.filter(valid_from=day, postcode__in=[change.key for change in on_that_day]).delete()
        left = dict(PostcodeRegion.objects.order_by("valid_from").values_list("postcode", "region"))
        lost = [change for change in on_that_day if change.before.get("region") and left.get(change.key) != change.before["region"]]
        back = [PostcodeRegion(postcode=change.key, region=change.before["region"], valid_from=day) for change in lost]
        PostcodeRegion.objects.bulk_create(back, batch_size=AT_A_TIME)


def _apply_shapes(changes: list[RegisterChange]) -> set[int]:
    keys = dict(Place.objects.values_list("postcode", "pk")) if changes else {}
    fitting = [change for change in changes if change.key in keys]
    rows = [
        AreaShape(place_id=keys[each.key], rings=each.drawing_after, tolerance=each.after["tolerance"], source=CBS_SHAPES)
        for each in fitting
    ]
    AreaShape.objects.bulk_create(
        rows, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["place"], update_fields=["rings", "tolerance", "source"]
    )
    return {change.pk for change in fitting}


def _apply_borders(changes: list[RegisterChange]) -> set[int]:
    rows = [border_of(each.key, each.drawing_after or [], CBS_SHAPES, each.after["tolerance"]) for each in changes]
    Border.objects.bulk_create(
        rows, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["municipality"], update_fields=BORDER_FIELDS
    )
    return {change.pk for change in changes}


def _box(rings: list[list[int]]) -> dict[str, float]:
    return dict(zip(("west", "south", "east", "north"), box(unflat(rings)), strict=True))


def _undo_drawn(changes: list[RegisterChange], model: Any, key: str) -> None:
    """An outline that was there before comes back; one that came with the import goes."""
    for change in changes:
        rows = model.objects.filter(**{key: change.key})
        if change.drawing_before is None:
            continue
        rows.update(rings=change.drawing_before, **(_box(change.drawing_before) if model is Border else {}))
    model.objects.filter(**{f"{key}__in": [change.key for change in changes if change.drawing_before is None]}).delete()
