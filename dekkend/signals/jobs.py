"""Which work on signals is done in the background?"""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django_tasks import task

from dekkend.signals.actions.counting import forget_rare
from dekkend.signals.actions.keeping import forget_turns, remind, tell_boards, wipe
from dekkend.signals.gateways.terms import terms_in_force


@task()
def look_after_signals() -> int:
    """Remind schools, let boards read along, and empty what was kept long enough; twice on a day does no harm.

    The result is how many signals or mails it touched.
    """
    now, today, terms = timezone.now(), timezone.localdate(), terms_in_force()
    wiped = wipe(terms, today=today, now=now)  # first: no mail that fails may keep a text beyond its term
    forget_turns(today=today)
    forget_rare()
    return wiped + remind(terms, today=today, now=now) + tell_boards(terms, today=today, now=now)


def take_up_signals(*, last: date | None, today: date) -> date:
    """What a reaper does now and then: once a day ask for the above. Returns the day for which that was done last."""
    if last != today:
        look_after_signals.enqueue()
    return today
