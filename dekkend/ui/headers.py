"""Which security headers does every answer carry, beside those of Django and the Content-Security-Policy?"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

HEADERS = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class SecurityHeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if has_signed_in(request):
            # After signing out on a shared computer, nothing of it comes back with the button "back".
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


def has_signed_in(request: HttpRequest) -> bool:
    """Without asking for the session of who brings none: an open page stays the same for everyone."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and hasattr(request, "user") and request.user.is_authenticated
