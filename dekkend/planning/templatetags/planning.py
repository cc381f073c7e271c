"""How does a template about a plan ask what the school of a row says now?"""

from __future__ import annotations

from typing import Any

from django import template

from dekkend.coverage.queries.shown import EvidenceRow
from dekkend.planning.rules.plan_rows import ChoiceRow

register = template.Library()


@register.simple_tag(takes_context=True)
def said(context: Any, row: ChoiceRow) -> EvidenceRow | None:
    """What this school says of this kind today; None when it is not there any more."""
    return context["evidence"].get((row.brin6, row.choice.code))
