"""Which work on offers is done in the background?"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from dekkend.offers.actions.asking import ask_region, remind
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.models import Partnership


def take_up_offers(*, now: datetime) -> None:
    """What every reaper does now and then: project what became public, ask whose turn it is, remind who forgot."""
    take_up()
    today = timezone.localdate(now)
    for partnership in Partnership.objects.order_by("pk"):
        ask_region(partnership, today=today, now=now)
    remind(today=today, now=now)
