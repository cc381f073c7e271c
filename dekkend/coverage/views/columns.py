"""How do figures about coverage stand in a cell of a list that is taken along? Numbers without dots: a spreadsheet reads them anywhere."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from dekkend.coverage.rules.listed import percent


def percent_text(share: float | None) -> str:
    """ "85%", or a dash where no children are counted."""
    found = percent(share)
    return "–" if found is None else f"{found}%"


def children_text(children: int | None) -> str:
    """The number, or why it is not shown."""
    return _("minder dan 5, of niet bekend") if children is None else str(children)


def km_text(km: float | None) -> str:
    return "–" if km is None else f"{number_format(km, 1)} km"
