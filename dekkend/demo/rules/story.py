"""What becomes of the profiles when the story happens to them?"""

from __future__ import annotations

from typing import Any

from dekkend.demo.rules.profiles import profiles_by_year
from dekkend.demo.rules.region import make_region
from dekkend.demo.words.region import Region
from dekkend.demo.words.story import Event, Sample, Told
from dekkend.profiles.words.template import Block, BlockKind, Template

Json = dict[str, Any]
Key = tuple[str, str]  # code of the site, school year


def tell(template: Template, facts: Json, pools: Json, events: list[Json], samples: list[Json]) -> Told:
    """The whole story of these facts (parsed `region.yaml`), sentences, events and documents."""
    region = make_region(facts)
    happens = tuple(Event(**{**row, "years": tuple(row["years"])}) for row in events)
    profiles = all_profiles(region, template, facts, pools, happens)
    return Told(region, happens, tuple(Sample(**row) for row in samples), profiles, frozenset(not_handed_in(region, happens)))


def all_profiles(region: Region, template: Template, facts: Json, pools: Json, events: tuple[Event, ...]) -> dict[Key, Json]:
    """Every profile of every school and year, as the story left it, also those that are late or only exist as a document."""
    made = {}
    for school in region.schools:
        for year, profile in profiles_by_year(school, template, facts, pools).items():
            for event in events:
                if event.school == school.name and year in event.years:
                    profile["values"] = with_changes(profile["values"], event.changes, template)
            made[school.brin6, year] = profile
    return made


def not_handed_in(region: Region, events: tuple[Event, ...]) -> set[Key]:
    return {(region.school(event.school).brin6, year) for event in events if not event.hands_in for year in event.years}


def with_changes(values: Json, changes: Json, template: Template) -> Json:
    """The values with these paths changed; what was given stays as it is."""
    changed = dict(values)
    for path, new in changes.items():
        block_id, _, code = path.partition(".")
        changed[block_id] = _changed(template.block(block_id), changed[block_id], code, new)
    return changed


def _changed(block: Block, value: Any, code: str, new: Any) -> Any:
    if block.kind is BlockKind.GRID:
        answer = {"choice": new[0], "note": new[1]}
        return {**value, "rows": {**value["rows"], code: answer}}
    if block.kind is BlockKind.FACTS:
        return {**value, code: new}
    if block.kind is BlockKind.RECORDS:
        return [*value, *(dict(zip((column.code for column in block.columns), line, strict=True)) for line in new)]
    return new
