"""What does the log tell about a request? Which screen, how it ended, how long it took; never who, or what was typed.

An address holds keys and search words, so the name of the route stands for it. A person is a keyed hash that changes with the
secret key: enough to see that two lines belong together, useless outside this installation.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import time
import uuid
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

log = logging.getLogger("dekkend.request")
HEADER = "X-Request-ID"
_request_id: ContextVar[str] = ContextVar("request_id", default="")


class RequestLogMiddleware:
    """One line per answer, and the number of the request on every line that is written while it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # A number from outside is not taken over: it could hold anything.
        number, began = uuid.uuid4().hex, time.perf_counter()
        token = _request_id.set(number)
        try:
            response = self.get_response(request)
            log.info("request", extra=told(request, response, seconds=time.perf_counter() - began))
        finally:
            _request_id.reset(token)
        response.headers[HEADER] = number
        return response


def told(request: HttpRequest, response: HttpResponse, *, seconds: float) -> dict[str, object]:
    match = request.resolver_match
    line: dict[str, object] = {
        "route": match.view_name if match else "none",
        "method": request.method if request.method in ("GET", "HEAD", "POST") else "other",
        "status": response.status_code,
        "seconds": round(seconds, 3),
    }
    # Only what was already looked up: asking for the user here would cost a query.
    user = request.__dict__.get("_cached_user")
    return line | ({"person": pseudonym(user.pk)} if user is not None and user.pk else {})


def pseudonym(key: object) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), f"log:{key}".encode(), hashlib.sha256).hexdigest()[:12]


class RequestNumber(logging.Filter):
    """Puts the number of the present request on a line; a line outside any request gets none."""

    def filter(self, record: logging.LogRecord) -> bool:
        number = _request_id.get()
        if number:
            record.request_id = number
        return True
