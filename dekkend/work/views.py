"""Which screen lets an administrator see the work in the background, and start a failed job again?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.ui.screens import Screen
from dekkend.work.actions import try_again
from dekkend.work.permissions import may_look_after_work
from dekkend.work.queries import overview


class Work(Screen):
    """Queue, running and failed jobs of the whole installation. No names of people, schools or files: jobs know only numbers."""

    access = may_look_after_work
    template_name = "work/work.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render({"work": overview(now=timezone.now())})


class TryAgain(Screen):
    """Put one failed job back in the queue."""

    access = may_look_after_work

    def post(self, request: HttpRequest, job: UUID) -> HttpResponse:
        regions = request.scope.administers()  # type: ignore[attr-defined]
        if try_again(str(job), by=request.user, partnership_ids=regions, now=timezone.now()):
            messages.success(request, _("De taak staat weer in de rij en wordt zo gedaan."))
        else:
            messages.warning(request, _("Deze taak is niet (meer) mislukt. Er is niets veranderd."))
        return redirect("work:work")
