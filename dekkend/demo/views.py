"""Which screens does only a demo have: stepping into a role, another day, the story, starting over?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from dekkend.demo.actions.emptying import empty
from dekkend.demo.actions.loading import fill
from dekkend.demo.actions.recognising import NotADemo, refuse_real_data
from dekkend.demo.actions.stepping_in import note_stepping_in
from dekkend.demo.forms import DayForm
from dekkend.demo.gateways.files import kept_password, story
from dekkend.demo.queries import documents_by_name, person_of_the_demo, roles_of_the_demo
from dekkend.demo.rules.clock import CHOSEN_DAY
from dekkend.demo.rules.drawing import draw
from dekkend.ui.access import Access
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.templatetags.ui import in_words

REAL_DATA = _(
    "De demo is niet opnieuw begonnen. In deze database staan gegevens die niet van de demo zijn. "
    "Vraag de beheerder om de demo een eigen database te geven."
)


class OnlyInDemo(Screen):
    """Outside a demo these screens do not exist."""

    access = Access.PUBLIC

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.DEMO:
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class StepIn(OnlyInDemo):
    """The people of the made-up region, each one click away."""

    template_name = "demo/step_in.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render({"memberships": roles_of_the_demo(), "form": DayForm(initial={"day": request.today})})  # type: ignore[attr-defined]

    def post(self, request: HttpRequest) -> HttpResponse:
        person = person_of_the_demo(request.POST.get("person", ""))
        if person is None:
            raise Http404
        day = request.session.get(CHOSEN_DAY)
        login(request, person)
        note_stepping_in(person, now=timezone.now())
        if day:
            request.session[CHOSEN_DAY] = day  # another person gets another session, but lives on the same day
        messages.success(request, _("U kijkt nu mee als {name}.").format(name=person.name))
        return redirect(settings.LOGIN_REDIRECT_URL)


class ChooseDay(OnlyInDemo, FormScreen):
    """Let the whole demo believe that it is another day, for this visitor."""

    template_name = "demo/day.html"
    form_class = DayForm

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return DayForm(data, initial={"day": self.request.today})  # type: ignore[attr-defined]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "real" not in request.POST:
            return super().post(request, *args, **kwargs)
        request.session.pop(CHOSEN_DAY, None)
        return self.back(_("De demo volgt weer de echte dag."))

    def done(self, form: forms.Form) -> HttpResponse:
        day = form.cleaned_data["day"]
        self.request.session[CHOSEN_DAY] = day.isoformat()
        return self.back(_("De demo doet nu alsof het {day} is.").format(day=in_words(day)))

    def back(self, said: str) -> HttpResponse:
        """To the page where the visitor was, when that is one of ours."""
        messages.success(self.request, said)
        page = self.request.POST.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(page, allowed_hosts={self.request.get_host()}, require_https=self.request.is_secure())
        return redirect(page if is_ours else settings.LOGIN_REDIRECT_URL)


class Story(OnlyInDemo):
    """What happens in the made-up region and where to look, on a map and as a list."""

    template_name = "demo/story.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        told = story()
        drawing = draw(told.region)
        events = [event for event in told.events if event.title]
        places = [(event, told.region.school(event.school), drawing.schools[event.school]) for event in events]
        others = [dot for name, dot in drawing.schools.items() if name not in {event.school for event in events}]
        found = documents_by_name()
        samples = [(sample, found.get(sample.file)) for sample in told.samples]
        return self.render({"drawing": drawing, "events": places, "others": others, "samples": samples, "region": told.region})


class StartOver(OnlyInDemo):
    """Empty the demo and fill it again, after one question."""

    template_name = "demo/start_over.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render()

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            refuse_real_data()
        except NotADemo:
            messages.error(request, REAL_DATA)
            return redirect("demo:start_over")
        logout(request)
        empty()
        fill(kept_password(Path(settings.VAR)), now=timezone.now())
        messages.success(request, _("De demo is opnieuw begonnen. Alles staat weer zoals op de eerste dag."))
        return redirect("demo:step_in")
