"""What does a person see when a page cannot be shown? What happened, why, and what now."""

from django.conf import settings
from django.core.exceptions import TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import ERROR_500_TEMPLATE_NAME, server_error

from dekkend.ui.access import open_to_all


@open_to_all
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    too_many = settings.DATA_UPLOAD_MAX_NUMBER_FILES if isinstance(exception, TooManyFilesSent) else None
    return render(request, "400.html", {"too_many": too_many}, status=400)


@open_to_all
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", {"why": str(exception or "")}, status=403)


@open_to_all
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


@open_to_all
def request_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token: usually a page that stood open for a day."""
    return render(request, "403_csrf.html", status=403)


def no_page(request: HttpRequest, refused: HttpResponse) -> HttpResponse:
    """An address that is only for a button (405): Django answers with an empty page, and then nobody knows what to do."""
    page = render(request, "405.html", status=refused.status_code)
    page.headers["Allow"] = refused.headers["Allow"]
    return page


def broken(request: HttpRequest) -> HttpResponse:
    """Without the usual page around it: that may be what broke."""
    return server_error(request, ERROR_500_TEMPLATE_NAME)
