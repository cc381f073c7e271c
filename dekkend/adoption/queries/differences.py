"""What changed in the text on the table since the version that the council last knew?"""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.adoption.queries.cases import Case
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.rules.changes import change_list
from dekkend.profiles.words.changes import ChangeList

SIGNED = "adoption"  # the block of the form with the names and days of who drafted, advised and adopted


@dataclass(frozen=True)
class Differences:
    """`since` is the version that is compared with; None when there was none, and then everything is new."""

    since: ProfileVersion | None
    list: ChangeList


def differences(case: Case, since: ProfileVersion | None) -> Differences | None:
    """Of the version on the table, or of the draft while there is none."""
    now = case.version or case.draft
    if now is None:
        return None
    template = load_template(now.template)
    earlier = load_template(since.template) if since else template
    # Who signed and when is the yearly procedure itself, and stands in its line: as a change it would only hide what did change.
    values = {**(since.values if since else {}), SIGNED: now.values.get(SIGNED)}
    return Differences(
        since, change_list(template, values, now.values, earlier=earlier, catalogue=load_catalogue(), hours=hours_in_force())
    )
