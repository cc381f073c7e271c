"""Who is stopped before a screen with personal data? Everyone who has not given a second factor in this session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.http import urlencode

from dekkend.accounts.permissions import has_second_factor, shows_personal_data


class SecondFactorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any) -> HttpResponse | None:
        """Strangers were sent to the login page before; a form that was sent is not sent again by itself."""
        if not shows_personal_data(view) or has_second_factor(request):
            return None
        wanted = request.get_full_path() if request.method == "GET" else resolve_url(settings.LOGIN_REDIRECT_URL)
        return redirect(f"{reverse('accounts:second_factor')}?{urlencode({'next': wanted})}")
