"""What do the tests of signals share: a school with a public page, someone who answers for it, and a browser that took its time?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from dekkend.organisations.words import Role
from dekkend.signals.gateways.hiding import stamp
from dekkend.signals.models import Signal
from tests.factories.offers import a_public_offer
from tests.factories.signals import AUTISM, WRONG

YEAR = "2025-2026"


@pytest.fixture
def school(site, person):
    """A site with a public page and a coordinator who can log in."""
    a_public_offer(site, year=YEAR, on=timezone.localdate() - timedelta(30))
    person(Role.COORDINATOR, site)
    return site


@pytest.fixture
def send(school) -> Callable[..., HttpResponse]:
    """`send(text=..., email=...)`: a visitor fills in the form and sends it, a minute after opening it."""

    def make(client: Client | None = None, *, seconds: int = 60, path: str = AUTISM, **given: str) -> HttpResponse:
        begun = stamp(timezone.now() - timedelta(seconds=seconds))
        filled = {"text": WRONG, "email": "", "website": "", "begun": begun, "plek": path} | given
        return (client or Client()).post(f"/scholen/{school.brin6}/{YEAR}/klopt-niet/", filled)

    return make


@pytest.fixture
def sent(send) -> Callable[..., tuple[Signal, str]]:
    """The same, and what came of it: the report, and the address where its sender sees how it stands."""

    def make(**given: str) -> tuple[Signal, str]:
        answer = send(**given)
        assert answer.status_code == 302, answer.content.decode()
        return Signal.anywhere.latest("pk"), answer["Location"]

    return make
