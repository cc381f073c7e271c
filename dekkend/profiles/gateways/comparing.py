"""What changed between two whole profiles, counted and named with the forms and the catalogue of this installation?"""

from __future__ import annotations

from typing import Any

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.changes import change_list
from dekkend.profiles.rules.changes.covering import without_covered
from dekkend.profiles.words.changes import ChangeList
from dekkend.profiles.words.profile import LEFT_OUT_KEY


def compare_profiles(before: dict[str, Any], after: dict[str, Any]) -> ChangeList:
    """All differences from one `dekkend-profile/1` object to another of the same form that touch nothing that one of them says it leaves
    out. Raises UnknownTemplate."""
    found = change_list(
        load_template(after["template"]),
        before["values"],
        after["values"],
        earlier=load_template(before["template"]),
        catalogue=load_catalogue(),
        hours=hours_in_force(),
    )
    return without_covered(found, [piece["path"] for each in (before, after) for piece in each.get(LEFT_OUT_KEY, ())])
