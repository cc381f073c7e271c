"""How does each test begin: with nothing kept of the open data of another one?"""

from __future__ import annotations

import pytest
from django.core.cache import caches

from dekkend.publishing import middleware
from dekkend.publishing.api.hsds_records import index
from dekkend.publishing.api.region_rows import forget


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """And in a minute that does not end while a test counts."""
    forget()
    index.cache_clear()
    caches["open_data"].clear()
    monkeypatch.setattr(middleware, "time", lambda: 1_800_000_000.0)
