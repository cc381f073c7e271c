"""May this address ask for open data now? Counted over all processes and machines together; the address itself is kept nowhere.

A process takes turns for an address by the handful from the shared cache, and hands them out of its own memory: so not every question
writes. Taking one is putting its number there, which the database lets only one of them do. What a process took and did not use is lost for
that minute: an address that comes at many processes may have to wait a little sooner, never later.
"""

from __future__ import annotations

import hashlib
import ipaddress

from django.conf import settings
from django.core.cache import caches

MINUTE = 60  # seconds
HANDFULS = 30  # in a minute, of equal size
NETWORK = 64  # bits that a household or an office has in common with IPv6: it can make as many addresses as it likes


def seconds_to_wait(address: str, most: int, *, now: float) -> int:
    """0 when this address may ask at this moment (seconds since 1970): it has `most` turns in each minute of the clock."""
    minute, passed = divmod(int(now), MINUTE)
    name = hashlib.sha256(f"{settings.SECRET_KEY}:{minute}:{network_of(address)}".encode()).hexdigest()
    return 0 if _had_one(name) or _took_more(name, most) else MINUTE - passed


def network_of(address: str) -> str:
    known = ipaddress.ip_address(address)
    return str(ipaddress.ip_network((known, NETWORK), strict=False)) if known.version == 6 else address


def _had_one(name: str) -> bool:
    try:
        return caches["open_data"].decr(f"{name}:left") >= 0
    except ValueError:  # nothing was taken yet
        return False


def _took_more(name: str, most: int) -> bool:
    """The next handful that no other process took. The one that is used now comes out of it."""
    here, size = caches["open_data"], max(1, most // HANDFULS)
    for first in range(here.get(f"{name}:next", 0), most, size):
        here.set(f"{name}:next", first + size, 2 * MINUTE)
        if _is_ours(f"{name}:{first}"):
            here.set(f"{name}:left", min(size, most - first) - 1, 2 * MINUTE)
            return True
    return False


def _is_ours(handful: str) -> bool:
    """False when another process has it. A database that cannot write now (a long import holds SQLite) must not refuse anyone."""
    shared = caches["turns"]
    return shared.add(handful, 1, 2 * MINUTE) or shared.get(handful) is None
