"""What does someone see who must give a second factor first: which one is there, or how to set one up?"""

from __future__ import annotations

from allauth.account.utils import get_next_redirect_url
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode

from dekkend.accounts.permissions import has_second_factor
from dekkend.accounts.queries import second_factors_of
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen


class SecondFactor(Screen):
    """Where the middleware sends people; afterwards they go on to the screen that they wanted."""

    access = Access.SIGNED_IN
    template_name = "accounts/second_factor.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        wanted = get_next_redirect_url(request) or ""
        if wanted and has_second_factor(request):
            return redirect(wanted)
        back = urlencode({"next": request.get_full_path()})
        return self.render({"factors": second_factors_of(request.user), "query": back, "given": has_second_factor(request)})
