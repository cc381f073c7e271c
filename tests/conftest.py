"""What does every test get: sample documents when they are there, and no way out to the network?"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# In CI the same examples at every run and no search for a smaller one: a red run is a fault of this change, and is told at once.
# Elsewhere other examples at each run, so that new faults are found. Nowhere a limit of time for one example: a busy machine is no fault.
STEPS = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
hypothesis.settings.register_profile("ci", derandomize=True, database=None, phases=STEPS, deadline=None)
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with sample documents beside the project; its tests are skipped, visibly, when it is not there."""
    folder = Path(os.environ.get("DEKKEND_SHARED", PROJECT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip("no sample documents: put them in ../shared or set DEKKEND_SHARED")
    return folder


@pytest.fixture(scope="session", autouse=True)
def emptied_with_log() -> Iterator[None]:
    """Tests with real transactions empty all tables afterwards; some tables refuse that, so their guards step aside for a moment."""
    from django.db import connection
    from django.test import TransactionTestCase

    from dekkend.audit.gateways import guards
    from dekkend.profiles.gateways import guards as version_guards

    empty = TransactionTestCase._fixture_teardown

    def without_guards(self: TransactionTestCase) -> None:
        guards.remove(connection)
        version_guards.remove(connection)
        empty(self)
        guards.install(connection)
        version_guards.install(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", without_guards)
        yield


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test talks to this machine only: the browser, the database and the test server."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if self.family in (socket.AF_INET, socket.AF_INET6) and host not in ("127.0.0.1", "localhost", "::1"):
            raise AssertionError(f"a test tried to reach {host}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", only_here)
