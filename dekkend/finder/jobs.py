"""What does the finder do in the background: as soon as a web process starts, and once a day?"""

from __future__ import annotations

import logging
from concurrent.futures import Future
from datetime import date

from django.utils import timezone

from dekkend.finder.actions.teaching import forget_understood
from dekkend.finder.queries.index import make_ready
from dekkend.finder.words.results import Index

log = logging.getLogger("dekkend.finder")


def prepare() -> None:
    """Make what is searched in, so that no visitor waits for it. Without a database it is made when someone asks."""
    make_ready(timezone.localdate()).add_done_callback(_told)


def _told(making: Future[Index]) -> None:
    if fault := making.exception():
        log.warning("finder not ready", exc_info=fault)
        return
    log.info("finder ready", extra={"count": len(making.result().sites)})


def take_up_words(*, last: date | None, today: date) -> date:
    """What a reaper does now and then: once a day let go of words that are understood by now. Returns the day on which it was done last."""
    if last != today:
        forget_understood()
    return today
