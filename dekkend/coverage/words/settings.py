"""How does a region count: how far is near, when does an offer count, and what is shown?"""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.kernel.labels import Label

RADII = (1.0, 2.0, 5.0)  # kilometres to choose from: on foot, by bicycle, brought by someone
ROUGH_BELOW = 2.0  # kilometres; under this the middle of a PC4 area says too little about where a child lives

# Kilometres by domain of the catalogue. What few children need may be further away.
USUAL_RADII = (
    ("learning", 2.0),
    ("language", 2.0),
    ("behaviour", 2.0),
    ("body", 2.0),
    ("senses", 5.0),
    ("health", 5.0),
    ("home", 2.0),
    ("school", 5.0),
)
# From which level of the catalogue an offer counts, by block: yes; regularly or more; there.
USUAL_LEVELS = (("expertise", 1), ("external_experts", 2), ("facilities", 1))


class Per(Label):
    """For what an amount is paid each school year."""

    SCHOOL = "school", "Per school die het biedt"
    HOUR = "hour", "Per uur per week"


class Schools(Label):
    """Whose help counts: of all schools for children of 4 to 11, or of those to which a child can go without a declaration."""

    ALL = "all", "Alle scholen voor kinderen van 4 tot en met 11 jaar"
    REGULAR = "regular", "Alleen gewone basisscholen"


@dataclass(frozen=True, slots=True)
class Settings:
    """How it is counted. Pairs instead of dictionaries, so that settings can be compared and kept by.

    `radii` are kilometres along the way by domain, `own_radii` by code where a region wants another for one kind; `levels` by block and
    `own_levels` by code likewise. `detour`: the way is so many times as long as the straight line. `around`: schools outside the region
    count for the children in it. `schools`: which kinds of school count. `codes`: the kinds that are shown, none for those of the form.
    `norms`: names of norms to check. `asked`: the kinds are those of one question, not those of the region; this is not stored.
    """

    radii: tuple[tuple[str, float], ...] = USUAL_RADII
    own_radii: tuple[tuple[str, float], ...] = ()
    levels: tuple[tuple[str, int], ...] = USUAL_LEVELS
    own_levels: tuple[tuple[str, int], ...] = ()
    detour: float = 1.25
    around: bool = False
    schools: Schools = Schools.ALL
    codes: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    asked: bool = False


USUAL = Settings()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of support as it is counted here: within how many kilometres of the way, from which level, and whether that is rough."""

    code: str
    label: str
    domain: str
    block: str
    radius_km: float
    level: int
    rough: bool = False


class Refused(Exception):
    """What was asked cannot be done; the text is a sentence for the person who asked."""


class Changed(Refused):
    """Someone else chose something in the meantime: nothing was overwritten."""
