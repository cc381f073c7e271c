"""From which address does a request come?"""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

NOWHERE = "0.0.0.0"  # noqa: S104


def client_address(request: HttpRequest) -> str:
    """The address of the browser. Behind a proxy: the header that this proxy itself sets, named by a setting."""
    for name in (settings.CLIENT_ADDRESS_HEADER, "REMOTE_ADDR"):
        try:
            return str(ipaddress.ip_address(request.META.get(name, "").strip()))
        except ValueError:
            continue
    return NOWHERE
