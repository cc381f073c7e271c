"""What do the public screens of the finder share: the limit on asking, and the question that the browser keeps?"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.finder.gateways.keeping import COOKIE, LASTS, PATH, first_time, keep, kept
from dekkend.finder.gateways.throttle import seconds_to_wait
from dekkend.finder.words.asking import Asked
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen


class OpenScreen(Screen):
    """For everyone, without an account; not more often than a person would."""

    access = Access.PUBLIC

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if wait := seconds_to_wait(request):
            response: HttpResponseBase = self.render({"wait": wait}, status=429, template="finder/too_often.html")
            response.headers["Retry-After"] = str(wait)
            return response
        response = super().dispatch(request, *args, **kwargs)
        if request.method == "POST" or self.asked_before():
            # What someone looked for stands on this page: nothing on the way keeps it, and nothing on a shared computer.
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    def asked_before(self) -> dict[str, Asked]:
        return kept(self.request.COOKIES.get(COOKIE, ""))


def remember(request: HttpRequest, asked: Asked, counted: tuple[str, ...] = ()) -> tuple[str, str]:
    """The number of this question, and what the browser keeps of it; `counted` are stems that it does not count again."""
    return keep(request.COOKIES.get(COOKIE, ""), asked, counted)


def not_counted_before(request: HttpRequest, stems: tuple[str, ...]) -> tuple[str, ...]:
    return first_time(request.COOKIES.get(COOKIE, ""), stems)


def hand_over(response: HttpResponse, cookie: str, *, secure: bool) -> HttpResponse:
    """Only for these pages, only until the browser closes; no script can read it and no other site makes the browser send it."""
    response.set_cookie(COOKIE, cookie, path=PATH, httponly=True, samesite="Strict", secure=secure)
    return response


def refuse_from_elsewhere(request: HttpRequest) -> None:
    """A question comes from our own page. Nothing is stored, so a token is not needed, and a page that stood open for hours still works."""
    origin = request.headers.get("Origin", "")
    if origin and origin != "null" and urlsplit(origin).netloc != request.get_host():
        raise PermissionDenied(_("Deze vraag kwam van een andere website. Vul hem hier opnieuw in."))


__all__ = ["LASTS", "OpenScreen", "hand_over", "not_counted_before", "refuse_from_elsewhere", "remember"]
