"""What do all screens about scenarios share: the region, who asks, the scenario in the address, and the sides that are compared?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.coverage.queries import coverage_of, rates_of, settings_of
from dekkend.coverage.queries.reach import region_seen
from dekkend.coverage.rules.capacity import costs
from dekkend.coverage.words import Coverage, Rate, Refused
from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.models import Partnership
from dekkend.planning.models import Scenario
from dekkend.planning.permissions import may_plan
from dekkend.planning.queries.scenarios import elsewhere_for, outcome_of, removed_scenarios_of, scenarios_of
from dekkend.planning.rules.comparing_scenarios import Side
from dekkend.planning.rules.scenario_data import from_data
from dekkend.planning.words.changes import Elsewhere, Outcome
from dekkend.ui.screens import Screen
from dekkend.ui.translation import translated


class ScenarioScreen(Screen):
    """A screen about scenarios of the region of this person; they always stand beside how it is today, counted as the region chose."""

    access = may_plan

    @cached_property
    def region(self) -> Partnership:
        found = region_seen(self.request.scope)  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    @property
    def given(self) -> dict[str, Any]:
        """Who does it, and when: what every action asks."""
        return {"by": self.request.user, "scope": self.request.scope, "now": timezone.now()}  # type: ignore[attr-defined]

    @property
    def today(self) -> Any:
        return self.request.today  # type: ignore[attr-defined]

    @cached_property
    def coverage(self) -> Coverage:
        """The region of today."""
        return coverage_of(self.region, settings_of(self.region), today=self.today)

    @cached_property
    def scenarios(self) -> list[Scenario]:
        return list(scenarios_of(self.region, self.request.scope))  # type: ignore[attr-defined]

    def scenario(self, key: int) -> Scenario:
        """The scenario with this key; another region's is not there."""
        found = next((each for each in self.scenarios if each.pk == key), None)
        if found is None:
            raise Http404
        return found

    def removed(self, key: int) -> Scenario:
        """One that was removed, to bring back."""
        found = removed_scenarios_of(self.region, self.request.scope).filter(pk=key).first()  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    def outcome(self, scenario: Scenario) -> Outcome:
        return outcome_of(self.coverage, from_data(scenario.changes), self.elsewhere)

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """What is not in the region any more, of all scenarios at once."""
        return elsewhere_for(self.coverage, (change for each in self.scenarios for change in from_data(each.changes)))

    @cached_property
    def rates(self) -> tuple[Rate, ...]:
        return rates_of(self.region, str(SchoolYear.of(self.today)))

    @property
    def name_of_today(self) -> str:
        return _("Nu")

    @cached_property
    def side_of_today(self) -> Side:
        return Side(self.name_of_today, self.coverage, costs=self.costs(self.coverage))

    def side(self, scenario: Scenario) -> Side:
        outcome = self.outcome(scenario)
        return Side(scenario.name, outcome.coverage, scenario.pk, self.costs(outcome.coverage), outcome.newcomers)

    def sides(self, scenarios: Sequence[Scenario]) -> list[Side]:
        return [self.side(each) for each in scenarios]

    def costs(self, coverage: Coverage) -> Any:
        return costs(coverage, self.rates, SchoolYear.of(self.today))

    def shown(self, more: Mapping[str, Any]) -> dict[str, Any]:
        """What every screen about scenarios draws with."""
        return {"region": self.region, "coverage": self.coverage, "may_set": True} | dict(more)

    def told(self, sentence: str, address: str, *args: Any) -> HttpResponse:
        messages.success(self.request, sentence)
        return redirect(address, *args)

    def refused(self, why: Refused, address: str, *args: Any) -> HttpResponse:
        messages.warning(self.request, translated(str(why)))
        return redirect(address, *args)
