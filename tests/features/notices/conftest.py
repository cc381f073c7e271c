"""How does a test tell someone something, and what does the mail server do?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from dekkend.audit.words import Area
from dekkend.notices.actions import tell
from dekkend.notices.models import Outgoing
from dekkend.notices.words import Notice, Recipient

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
JORIS = Recipient("joris@devuursprot.example", "Joris van Duinkerke", 7)


@pytest.fixture
def waiting(db) -> Callable[..., Outgoing]:
    """`waiting()`: a mail to Joris about a batch that was read; anything can be said otherwise."""

    def make(notice: Notice = Notice.BATCH_READ, about: str = "batch-1", region: int = 1, **given) -> Outgoing:
        usual = {"values": {"count": "3 documenten"}, "link": "/documenten/stapel/1/", "now": NOW, "area": Area(region)}
        tell(notice, [JORIS], about=about, **(usual | given))
        return Outgoing.objects.get(notice=notice.value, about=about)

    return make
