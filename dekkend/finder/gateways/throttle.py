"""How often may one address search? Counted in this process, under a name made with the secret key; the address itself is kept nowhere."""

from __future__ import annotations

import hashlib
import math

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from ninja.throttling import SimpleRateThrottle

from dekkend.accounts.gateways.browser import client_address


class Throttle(SimpleRateThrottle):
    cache = caches["open_data"]

    def get_cache_key(self, request: HttpRequest) -> str:
        return hashlib.sha256(f"{settings.SECRET_KEY}:finder:{client_address(request)}".encode()).hexdigest()


def seconds_to_wait(request: HttpRequest) -> int:
    """0 when this address may search now."""
    throttle = Throttle(f"{settings.FINDER_PER_MINUTE}/min")
    return 0 if throttle.allow_request(request) else max(1, math.ceil(throttle.wait() or 60))
