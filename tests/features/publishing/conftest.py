"""How does each test begin: with nothing kept of the open data of another one?"""

from __future__ import annotations

import pytest

from dekkend.publishing.api.hsds_records import index
from dekkend.publishing.api.region_rows import forget


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    forget()
    index.cache_clear()
