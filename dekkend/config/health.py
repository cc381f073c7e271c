"""Does this process live, and can it serve? `/gezond` and `/gereed`, for a container engine or a proxy.

Both are answered before anything else looks at the request: a probe has no valid host name, no TLS and no session. Neither says
anything about people, versions or settings.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

log = logging.getLogger("dekkend.health")
PROBE = "proef/gereed"
STORAGE_COUNTS = 10.0  # seconds that one answer of the storage counts

LIVE = "/gezond"
READY = "/gereed"


class HealthMiddleware:
    """Answers the two addresses; every other request goes on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == LIVE:
            return answer({}, 200)
        if request.path_info == READY:
            checks = readiness()
            return answer(checks, 200 if all(checks.values()) else 503)
        return self.get_response(request)


def answer(checks: dict[str, bool], status: int) -> HttpResponse:
    told = {"status": "ok" if status == 200 else "niet gereed"}
    body = told | ({"checks": {name: "ok" if good else "niet gereed" for name, good in checks.items()}} if checks else {})
    return JsonResponse(body, status=status, headers={"Cache-Control": "no-store"})


def readiness() -> dict[str, bool]:
    """Each thing a request needs, and whether it is there."""
    checks: dict[str, Callable[[], bool]] = {"database": database_answers, "migrations": tables_are_up_to_date, "storage": storage_kept}
    return {name: holds(name, check) for name, check in checks.items()}


def holds(name: str, check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception:
        # Whatever is wrong, the answer is "not ready"; what it was stands in the log.
        log.warning("not ready", extra={"code": name}, exc_info=True)
        return False


def database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


class _Seen:
    """What this process remembers. Once the tables are up to date they stay so: a newer version is a newer process. What the storage
    answered counts until `stored_until`, by the clock of this process."""

    up_to_date = False
    stored = False
    stored_until = 0.0


def tables_are_up_to_date() -> bool:
    if not _Seen.up_to_date:
        _Seen.up_to_date = not pending_migrations()
    return _Seen.up_to_date


def pending_migrations() -> list[str]:
    """The changes of tables that this version needs and the database has not had, as `feature.name`."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def storage_kept() -> bool:
    """What the storage answered in the last seconds: a probe writes, and anyone may ask as often as he likes."""
    if time.monotonic() >= _Seen.stored_until:
        _Seen.stored_until = time.monotonic() + STORAGE_COUNTS  # first: one that breaks off is not tried again at once either
        _Seen.stored = False
        _Seen.stored = storage_keeps()
    return _Seen.stored


def storage_keeps() -> bool:
    """A few bytes can be kept and are the same when they come back."""
    storage = storages["default"]
    name = storage.save(PROBE, ContentFile(b"proef"))
    try:
        with storage.open(name) as file:
            return bool(file.read() == b"proef")
    finally:
        storage.delete(name)
