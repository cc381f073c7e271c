"""What do the tests of accounts share: a person, a telephone that makes codes, and a screen with personal data?"""

from __future__ import annotations

import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import include, path

from dekkend.accounts.models import User
from dekkend.accounts.permissions import needs_second_factor
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen

PASSWORD = "vier woorden op rij"
AFTER = resolve_url(settings.LOGIN_REDIRECT_URL)  # where someone comes who wanted no page in particular
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


class PupilScreen(Screen):
    access = Access.SIGNED_IN
    personal_data = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse("gegevens van een leerling")

    def post(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse("gewijzigd")


@needs_second_factor
def pupil_function(request: HttpRequest) -> HttpResponse:
    return HttpResponse("gegevens van een leerling")


urlpatterns = [
    path("leerling/", PupilScreen.as_view()),
    path("leerling-functie/", pupil_function),
    path("", include("dekkend.config.urls")),
]


@pytest.fixture
def user(db) -> User:
    return User.objects.create_user("ib@zilverkust.example", PASSWORD, name="Joris")


@pytest.fixture
def pupils(settings) -> str:
    """The address of a screen with personal data, which only these tests have."""
    settings.ROOT_URLCONF = __name__
    return "/leerling/"


def code_now(steps: int = 0, *, secret: str = SECRET) -> str:
    """What the app on the telephone shows now, or some steps of half a minute later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


@pytest.fixture
def with_app(rf, user) -> User:
    """Someone whose app with codes is on."""
    TOTP.activate(user, SECRET)
    return user


def log_in(client: Client, **more: str):
    return client.post("/account/inloggen/", {"login": "ib@zilverkust.example", "password": PASSWORD, **more})
