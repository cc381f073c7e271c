"""Which day does a request in the demo believe it is?"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

from dekkend.demo.rules.clock import CHOSEN_DAY, day_in_demo


class TimeMachine:
    """Sets `request.today` to the day that the visitor chose. It must stand after the middleware that sets the real day."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.DEMO:
            raise MiddlewareNotUsed("The day can only be chosen in a demo.")
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = str(request.session.get(CHOSEN_DAY, ""))
        request.today = day_in_demo(chosen, real=request.today)  # type: ignore[attr-defined]
        return self.get_response(request)
