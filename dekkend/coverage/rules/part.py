"""What is left of the figures of a region when someone looks at a part of it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

import numpy as np

from dekkend.coverage.words.coverage import Coverage, Flags, Marks
from dekkend.kernel.sentences import say
from dekkend.offers.words import SiteOffer


def part_of(coverage: Coverage, municipality: str, own_boards: Iterable[int]) -> Coverage:
    """What someone looks at who chose a municipality ("" for all) and sees of schools only those of these boards (none is all)."""
    own = frozenset(own_boards)
    part = in_municipality(coverage, municipality) if municipality else coverage
    return seen_by_boards(part, own) if own else part


def seen_by_boards(coverage: Coverage, own: frozenset[int]) -> Coverage:
    """Without what schools of other boards say to their region only: through how many people they do it, and who these are.

    Everything else that figures rest on is public. A figure that is made from this part cannot tell what is not in it.
    """
    theirs = {row for row, site in enumerate(coverage.sites) if site.board_id not in own}
    offers = {place: tuple(map(public, said)) if place[0] in theirs else said for place, said in coverage.marks.offers.items()}
    line = say("Of hulp aan één persoon hangt, ziet een bestuur alleen van de eigen scholen; van andere scholen telt dat hier niet mee.")
    key = f"{coverage.key}-{sorted(own)}"
    return replace(coverage, marks=Marks(coverage.marks.signs, offers), lines=(*coverage.lines, line), key=key)


def public(offer: SiteOffer) -> SiteOffer:
    """Without what a school says to its own region only."""
    if offer.said.persons is None and not offer.said.role:
        return offer
    return replace(offer, said=replace(offer.said, persons=None, role=""))


def in_municipality(coverage: Coverage, name: str) -> Coverage:
    """The children of one municipality only; every school of the region still counts for them.

    Small areas are taken together within a municipality, so no figure about fewer children can come out of this.
    """
    line = say(
        "De aantallen kinderen gaan over de gemeente {name}. De aantallen scholen, personen en uren gaan over de hele regio: "
        "elke school telt mee voor kinderen die dichtbij wonen.",
        name=name,
    )
    part = among(coverage, np.array([area.municipality == name for area in coverage.areas], dtype=bool))
    return replace(part, lines=(line, *part.lines))


def among(coverage: Coverage, kept: Flags) -> Coverage:
    """The same coverage with only the areas that are marked."""
    ground = coverage.ground
    areas = tuple(area for area, stays in zip(ground.areas, kept.tolist(), strict=True) if stays)
    arrays = {name: getattr(ground, name)[kept] for name in ("middles", "children", "small", "blank")}
    counts = replace(coverage.counts, **{each.name: getattr(coverage.counts, each.name)[kept] for each in fields(coverage.counts)})
    key = f"{coverage.key}-{kept.tobytes().hex()}"
    return replace(coverage, ground=replace(ground, areas=areas, key=f"{ground.key} {key}", **arrays), counts=counts, key=key)


def municipalities(coverage: Coverage) -> list[str]:
    return sorted({area.municipality for area in coverage.areas if area.municipality}, key=str.casefold)


def boards(coverage: Coverage) -> list[tuple[int, str]]:
    """The boards with a school in the region that takes part, by name."""
    inside = coverage.sites[: coverage.ground.inside]
    found = {(site.board_id, site.board) for site in inside if site.board_id is not None and site.site_id is not None}
    return sorted(found, key=lambda each: each[1].casefold())


def rows_of_boards(coverage: Coverage, wanted: Iterable[int]) -> list[int]:
    """The rows of the sites of these boards; of every site of the region when none is named."""
    boards_ = set(wanted)
    rows = range(coverage.ground.inside)
    return [row for row in rows if not boards_ or coverage.sites[row].board_id in boards_]
