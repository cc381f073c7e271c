"""Which work on cards is done in the background?"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from dekkend.needcards.actions.caring import care


@task()
def look_after_cards() -> dict[str, int]:
    """Remind, close, pass on and wipe; doing it twice on a day does no harm."""
    return care(weeks=settings.NEED_CARD_WEEKS, today=timezone.localdate(), now=timezone.now())


def take_up_cards(*, last: date | None, today: date) -> date:
    """What a reaper does now and then: once a day ask for it. Returns the day for which that was done last."""
    if last != today:
        look_after_cards.enqueue()
    return today
