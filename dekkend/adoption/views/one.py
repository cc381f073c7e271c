"""How does a screen find the one procedure it is about, and say what went wrong?"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from dekkend.adoption.actions.taking import Who
from dekkend.adoption.permissions import all_acting, may_see
from dekkend.adoption.queries.cases import Case, case_of
from dekkend.adoption.words.facts import Acting
from dekkend.adoption.words.procedure import Kind
from dekkend.organisations.words import Refused
from dekkend.ui.screens import Screen
from dekkend.ui.translation import translated


class OneCase(Screen):
    """A screen about the offer of one site for one year; out of reach, or no school year, it is not there."""

    access = may_see

    @cached_property
    def case(self) -> Case:
        found = case_of(self.request.scope, self.kwargs["brin6"], self.kwargs["school_year"], today=self.today)  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    @cached_property
    def acting(self) -> dict[Kind, Acting]:
        """Of every step that this person may take here, as what."""
        return all_acting(self.request.scope, self.case.site, today=self.today)  # type: ignore[attr-defined]

    @property
    def today(self) -> date:
        return self.request.today  # type: ignore[attr-defined]

    @property
    def who(self) -> Who:
        return Who(self.request.user, self.request.scope, self.today, timezone.now())  # type: ignore[attr-defined]

    @property
    def happened(self) -> dict[Kind, date]:
        return {kind: step.on for kind, step in self.case.this_round.items()}

    def about(self) -> dict[str, Any]:
        """What every template of these screens needs."""
        return {"case": self.case, "site": self.case.site, "year": self.case.school_year}

    def back(self, why: Refused | None = None) -> HttpResponse:
        """To the page of the procedure, with what went wrong."""
        if why:
            messages.warning(self.request, translated(str(why)))
        return redirect("adoption:case", self.case.site.brin6, self.case.school_year)
