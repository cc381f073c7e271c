"""What does every answer of the open data have in common: no one is known, all faults are problems, and which headers stand on it?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from time import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response

from dekkend.accounts.gateways.browser import client_address
from dekkend.publishing.gateways.problem_answer import as_problem
from dekkend.publishing.gateways.turns import seconds_to_wait
from dekkend.publishing.words.open_data import BEGINNINGS, LICENCES, OPEN_ROOTS, PROBLEM, VERSION

METHODS = "GET, HEAD, OPTIONS"
# As the API Design Rules ask; `no-store` only on faults, since open data may be kept for a minute.
HEADERS = {
    "API-Version": VERSION,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, ETag, Last-Modified, Link, Retry-After",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
KEPT = "public, max-age=60"
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class OpenDataMiddleware:
    """Stands before everything that knows people: cookies are taken away at the door, so an answer is the same for everyone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        root = next((root for root in OPEN_ROOTS if request.path_info == root or request.path_info.startswith(f"{root}/")), None)
        if root is None:
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        request.META.pop("HTTP_AUTHORIZATION", None)
        if request.path_info in BEGINNINGS:
            request.path_info += "/"
        method = request.method
        wait = seconds_to_wait(client_address(request), settings.OPEN_DATA_PER_MINUTE, now=time())
        response = as_problem(429) if wait else self.answered(request)
        request.method = method
        return finished(request, response, wait)

    def answered(self, request: HttpRequest) -> HttpResponse:
        try:
            resolve(request.path_info)
        except Resolver404:
            return as_problem(404)
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=PREFLIGHT)
        if request.method not in ("GET", "HEAD"):
            return as_problem(405)
        request.method = "GET"  # a HEAD is answered as a GET, and loses its content below
        return self.get_response(request)


def finished(request: HttpRequest, response: HttpResponse, wait: int) -> HttpResponse:
    """With the headers of all open data; what is no good answer becomes a problem, whoever made it."""
    if response.status_code >= 300 and not response.headers.get("Content-Type", "").startswith(PROBLEM):
        response = as_problem(404 if response.status_code < 400 else response.status_code)
    if response.status_code == 200:
        response = unless_known(request, response)
    if response.status_code == 412:
        response = as_problem(412)
    response.cookies.clear()
    for name, value in (HEADERS | {"Link": links()}).items():
        response.headers[name] = value
    response.headers["Cache-Control"] = KEPT if response.status_code < 400 else "no-store"
    if response.status_code == 405:
        response.headers["Allow"] = METHODS
    if wait:
        response.headers["Retry-After"] = str(wait)
    if request.method == "HEAD":
        response.headers["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


def unless_known(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Only that it is the same, to a program that has it already. Judged by content alone: a day says too little of what was left out."""
    etag = f'"{hashlib.sha256(response.content).hexdigest()}"'
    response.headers["ETag"] = etag
    known: Any = get_conditional_response(request, etag=etag, response=response)
    return response if known is None else known


def links() -> str:
    return f'<{LICENCES[settings.OPEN_DATA_LICENCE].address}>; rel="license", </api/v1/openapi.json>; rel="service-desc"'
