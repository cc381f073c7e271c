"""How does an accepted difference get into the register or into a school, and out of it again?

Each of the three takes the differences in order and gives back the keys (primary keys of RegisterChange) of those that were done; one that
no longer fits, because what it changes is not there, is left open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dekkend.register.actions.applying.areas import apply_areas, undo_areas
from dekkend.register.actions.applying.schools import apply_schools, undo_schools
from dekkend.register.actions.applying.sites import apply_sites, undo_sites
from dekkend.register.models import RegisterChange
from dekkend.register.words.changes import Target

Doing = Callable[[list[RegisterChange]], set[int]]
ORDER = (Target.SITE, Target.AREA, Target.BORDER, Target.SCHOOL)
_DO: dict[Target, Doing] = {
    Target.SITE: apply_sites,
    Target.AREA: apply_areas,
    Target.BORDER: apply_areas,
    Target.SCHOOL: apply_schools,
}
_UNDO: dict[Target, Doing] = {
    Target.SITE: undo_sites,
    Target.AREA: undo_areas,
    Target.BORDER: undo_areas,
    Target.SCHOOL: undo_schools,
}


def apply_all(changes: Iterable[RegisterChange]) -> set[int]:
    """Register and places first: a school is made of what the register then says."""
    found = list(changes)
    return {key for target in ORDER for key in _DO[target]([each for each in found if each.target == target])}


def undo_all(changes: Iterable[RegisterChange]) -> set[int]:
    """The other way round, the last one first."""
    found = list(changes)[::-1]
    return {key for target in ORDER[::-1] for key in _UNDO[target]([each for each in found if each.target == target])}
