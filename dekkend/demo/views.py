"""How does someone step into a role in a demo, without typing a password?"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from dekkend.demo.actions.stepping_in import note_stepping_in
from dekkend.demo.queries import person_of_the_demo, roles_of_the_demo
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen


class StepIn(Screen):
    """The people of the made-up region, each one click away. Outside a demo this screen does not exist."""

    access = Access.PUBLIC
    template_name = "demo/step_in.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render({"memberships": roles_of_the_demo()})

    def post(self, request: HttpRequest) -> HttpResponse:
        person = person_of_the_demo(request.POST.get("person", ""))
        if person is None:
            raise Http404
        login(request, person)
        note_stepping_in(person, now=timezone.now())
        messages.success(request, f"U kijkt nu mee als {person.name}.")
        return redirect(settings.LOGIN_REDIRECT_URL)
