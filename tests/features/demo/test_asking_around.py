"""Do the schools of the demo ask each other, in different states, and does loading twice do no harm?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from dekkend.demo.actions.asking_around import ask_around
from dekkend.demo.actions.loading import load_region
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.organisations.models import Partnership
from dekkend.signals.models import Signal

pytestmark = pytest.mark.django_db


def test_three_cards_stand_in_different_states_and_a_no_feeds_the_region():
    load_region("verzonnen-wachtwoord")
    for _twice in range(2):
        ask_around(Partnership.objects.get(), today=timezone.localdate(), now=timezone.now())
    cards = NeedCard.anywhere.order_by("pk")
    assert [card.state for card in cards] == ["open", "open", "closed"]
    assert set(Inquiry.anywhere.values_list("reply", flat=True)) == {"", "yes", "yes_if", "question", "no"}
    assert Signal.anywhere.filter(code="external_experts.vision_support").count() == 1, "a question counts once, whoever said no"
