"""What does every request carry along: how far this person reaches, and which day it is?"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from dekkend.organisations.queries import scope_of


class ScopeMiddleware:
    """Sets `request.scope` (asked for only when used) and `request.today` (the day in the Netherlands)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.today = timezone.localdate()  # type: ignore[attr-defined]
        request.scope = SimpleLazyObject(lambda: scope_of(request.user, request.today))  # type: ignore[attr-defined]
        return self.get_response(request)
