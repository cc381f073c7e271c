"""Who may ask for a plan, and keep scenarios? Who works for a region; a board looks at coverage, but does not plan for other boards."""

from __future__ import annotations

from dekkend.coverage.permissions import may_see_region, may_set_region
from dekkend.coverage.words.reach import REGION
from dekkend.organisations.permissions import has_role

__all__ = ["may_plan", "may_plan_for", "may_see_region", "may_set_region"]

may_plan = has_role(*REGION)
may_plan_for = may_set_region
