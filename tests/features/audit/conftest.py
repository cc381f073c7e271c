"""How does a test write something in the log?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from dekkend.audit.actions import record
from dekkend.audit.models import Entry
from dekkend.audit.words import Area, Event, Subject, SubjectKind

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LONG_AGO = datetime(2015, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def write(db) -> Callable[..., Entry]:
    """`write()`: someone downloaded a document in region 1; anything can be said otherwise."""

    def make(event: str = Event.DOCUMENT_DOWNLOADED, **given) -> Entry:
        usual = {"actor": None, "subject": Subject(SubjectKind.DOCUMENT, "7", "sop.pdf"), "area": Area(1), "now": NOW}
        return record(event, **(usual | given))

    return make
