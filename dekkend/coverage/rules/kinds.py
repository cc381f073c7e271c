"""Which kinds of support are counted, within how far and from which level, and may settings be like this?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from dekkend.coverage.rules.telling import WORDS, number
from dekkend.coverage.words.settings import ROUGH_BELOW, USUAL_RADII, Kind, Refused, Schools, Settings
from dekkend.kernel.sentences import say
from dekkend.profiles.words.catalogue import Catalogue, SupportItem

# What a block is called; the catalogue has no words for it.
BLOCKS = {"expertise": say("Kennis in het team"), "external_experts": say("Hulp van buiten"), "facilities": say("Voorzieningen")}
MOST_NEAR = 5  # kinds that are named when one is not understood
LEAST_KM, MOST_KM = 0.5, 25.0
LEAST_DETOUR, MOST_DETOUR = 1.0, 2.0


def kinds_of(settings: Settings, catalogue: Catalogue, *, coarse: bool = True) -> tuple[Kind, ...]:
    """The kinds in the order of the catalogue. `coarse`: children are known by PC4 area, so that a short way is rough."""
    return tuple(_kind(settings, item, coarse) for item in items_of(settings, catalogue))


def items_of(settings: Settings, catalogue: Catalogue) -> tuple[SupportItem, ...]:
    """What of the catalogue is counted: what the region chose, or else the kinds of the form."""
    chosen = set(settings.codes)
    return tuple(item for item in catalogue.items if (item.code in chosen if chosen else item.in_form))


def _kind(settings: Settings, item: SupportItem, coarse: bool) -> Kind:
    radius = radius_of(settings, item)
    return Kind(item.code, item.label, item.domain, item.block, radius, level_of(settings, item), coarse and radius < ROUGH_BELOW)


def radius_of(settings: Settings, item: SupportItem) -> float:
    return dict(settings.own_radii).get(item.code) or dict(settings.radii).get(item.domain) or dict(USUAL_RADII).get(item.domain, 2.0)


def level_of(settings: Settings, item: SupportItem) -> int:
    return dict(settings.own_levels).get(item.code) or dict(settings.levels).get(item.block, 1)


def code_called(text: str, catalogue: Catalogue) -> str:
    """The code of the kind that is called so: its code, its name, another name, or a part of one that no other kind has.

    Raises Refused with the kinds that come near.
    """
    wanted = text.strip().casefold()
    names = {item.code: [name.casefold() for name in (item.code, item.label, item.label_en, *item.aliases)] for item in catalogue.items}
    exact = [code for code, known in names.items() if wanted in known]
    parts = [code for code, known in names.items() if wanted and any(wanted in name for name in known)]
    for found in (exact, parts):
        if len(found) == 1:
            return found[0]
    if several := exact or parts:
        raise Refused(say("De naam '{name}' past bij meer soorten hulp: {kinds}.", name=text, kinds=_named(several, catalogue)))
    spoken = {name: code for code, known in names.items() for name in known if name != code}
    if near := [spoken[name] for name in get_close_matches(wanted, spoken, MOST_NEAR)]:
        told = _named(near, catalogue)
        raise Refused(say("De soort hulp '{name}' staat niet in de catalogus. Het lijkt op: {kinds}.", name=text, kinds=told))
    raise Refused(say("De soort hulp '{name}' staat niet in de catalogus. De namen staan op het scherm 'Soorten hulp'.", name=text))


def _named(codes: Sequence[str], catalogue: Catalogue) -> str:
    return ", ".join([f"{item.label} ({item.code})" for item in catalogue.items if item.code in codes][:MOST_NEAR])


def with_radius(settings: Settings, km: float) -> Settings:
    """The same way of counting with one distance for every kind."""
    return replace(settings, radii=tuple((domain, km) for domain, _ in settings.radii), own_radii=())


def only(settings: Settings, code: str) -> Settings:
    return replace(settings, codes=(code,))


def as_data(settings: Settings) -> dict[str, Any]:
    """Settings as they are stored and exported."""
    return {
        "radii": dict(settings.radii),
        "own_radii": dict(settings.own_radii),
        "levels": dict(settings.levels),
        "own_levels": dict(settings.own_levels),
        "detour": settings.detour,
        "around": settings.around,
        "schools": settings.schools.value,
        "codes": list(settings.codes),
        "norms": list(settings.norms),
    }


def from_data(data: Mapping[str, Any]) -> Settings:
    """What `as_data` made; what is not in it is as usual."""
    usual = Settings()
    return Settings(
        radii=tuple((dict(usual.radii) | {key: float(km) for key, km in (data.get("radii") or {}).items()}).items()),
        own_radii=tuple(sorted((key, float(km)) for key, km in (data.get("own_radii") or {}).items())),
        levels=tuple((dict(usual.levels) | {key: int(level) for key, level in (data.get("levels") or {}).items()}).items()),
        own_levels=tuple(sorted((key, int(level)) for key, level in (data.get("own_levels") or {}).items())),
        detour=float(data.get("detour") or usual.detour),
        around=bool(data.get("around")),
        schools=Schools(data.get("schools") or usual.schools),
        codes=tuple(data.get("codes") or ()),
        norms=tuple(data.get("norms") or ()),
    )


def checked(settings: Settings, catalogue: Catalogue) -> Settings:
    """The same settings in the order of the catalogue. Raises Refused with what is wrong and what is possible."""
    known, domains = {item.code: item for item in catalogue.items}, {domain.code for domain in catalogue.domains}
    if any(not LEAST_KM <= km <= MOST_KM for _, km in (*settings.radii, *settings.own_radii)):
        raise Refused(say("Een afstand is te klein of te groot. Kies iets tussen 0,5 en 25 km."))
    if not LEAST_DETOUR <= settings.detour <= MOST_DETOUR:
        raise Refused(say("De omweg is te klein of te groot. Kies iets tussen 1 en 2: 1,25 is een kwart langer dan de rechte lijn."))
    named = {*settings.codes, *(code for code, _ in settings.own_radii), *(code for code, _ in settings.own_levels)}
    if named - known.keys() or {domain for domain, _ in settings.radii} - domains:
        raise Refused(say("Een soort hulp staat niet in de catalogus. Kies uit de lijst."))
    for code, level in settings.own_levels:
        if level not in _levels(catalogue, known[code].block):
            raise Refused(say("Dit niveau bestaat niet voor deze soort hulp. Kies een niveau uit de lijst."))
    for block, level in settings.levels:
        if block not in catalogue.blocks or level not in _levels(catalogue, block):
            raise Refused(say("Dit niveau bestaat niet voor deze soort hulp. Kies een niveau uit de lijst."))
    codes = tuple(item.code for item in catalogue.items if item.code in settings.codes)
    usual = tuple(item.code for item in items_of(Settings(), catalogue))
    return replace(settings, codes=() if codes == usual else codes)


def difference(before: Settings, after: Settings, catalogue: Catalogue, titles: Mapping[str, str]) -> str:
    """What changed, in a few words for the log. `titles`: how each norm is called, by its short name."""
    items = {item.code: item.label for item in catalogue.items}
    changes = [
        *_distances(dict(before.radii), dict(after.radii), {domain.code: domain.label for domain in catalogue.domains}),
        *_distances(dict(before.own_radii), dict(after.own_radii), items),
        *_levels_changed(dict(before.levels), dict(after.levels), BLOCKS),
        *_levels_changed(dict(before.own_levels), dict(after.own_levels), items),
    ]
    if before.detour != after.detour:
        changes.append(say("omweg {detour}", detour=number(after.detour)))
    if before.around != after.around:
        changes.append(say("scholen buiten de regio tellen mee") if after.around else say("scholen buiten de regio tellen niet mee"))
    if before.schools != after.schools:
        changes.append(say("welke scholen tellen: {schools}", schools=after.schools.label.lower()))
    changes += _other_kinds(items_of(before, catalogue), items_of(after, catalogue))
    if before.norms != after.norms:
        changes.append(say("normen: {names}", names=", ".join(titles.get(name, name) for name in after.norms) or say("geen")))
    return "; ".join(changes)[:480] or say("zoals het was")


def _distances(before: Mapping[str, float], after: Mapping[str, float], labels: Mapping[str, str]) -> list[str]:
    found = []
    for key in _other(before, after):
        label = labels.get(key, key)
        if key in after:
            found.append(say("{kind} binnen {km} km", kind=label, km=number(after[key])))
        else:
            found.append(say("{kind} op de standaardafstand", kind=label))
    return found


def _levels_changed(before: Mapping[str, int], after: Mapping[str, int], labels: Mapping[str, str]) -> list[str]:
    found = []
    for key in _other(before, after):
        label = labels.get(key, key)
        if key in after:
            level = WORDS.get((key.partition(".")[0], after[key]), str(after[key]))
            found.append(say("{kind} telt mee vanaf: {level}", kind=label, level=level))
        else:
            found.append(say("{kind} telt mee vanaf de standaard", kind=label))
    return found


def _other(before: Mapping[str, float], after: Mapping[str, float]) -> list[str]:
    """The keys of which the value is another now, those that stand first."""
    keys = [*after, *(key for key in before if key not in after)]
    return [key for key in keys if before.get(key) != after.get(key)]


def _other_kinds(before: Sequence[SupportItem], after: Sequence[SupportItem]) -> list[str]:
    """Which kinds are counted from now on, and which no longer."""
    more = ", ".join(item.label for item in after if item not in before)
    less = ", ".join(item.label for item in before if item not in after)
    told = [say("telt nu mee: {kinds}", kinds=more) if more else "", say("telt niet meer mee: {kinds}", kinds=less) if less else ""]
    return [each for each in told if each]


def _levels(catalogue: Catalogue, block: str) -> set[int]:
    return {level for level in catalogue.blocks[block].levels.values() if level}
