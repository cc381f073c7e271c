"""Which mails may this person see?"""

from __future__ import annotations

from django.db.models import QuerySet

from dekkend.audit.words import Reach
from dekkend.notices.models import Outgoing
from dekkend.notices.words import STUCK


def mails_for(reach: Reach) -> QuerySet[Outgoing]:
    """The mails of the regions that this person administers, newest first, without their text."""
    mails = Outgoing.objects.filter(partnership_id__in=reach.administers()).defer("text")
    return mails.order_by("-made_at", "-pk")


def mail_for(reach: Reach, outgoing_id: int) -> Outgoing | None:
    return mails_for(reach).filter(pk=outgoing_id).first()


def stuck_mails() -> QuerySet[Outgoing]:
    """Every mail of any region that needs a person: for whoever runs the machine."""
    return Outgoing.objects.filter(state__in=[state.value for state in STUCK])


def post_of_the_demo() -> QuerySet[Outgoing]:
    """Every mail with its text. Only for a demo, where nobody in it exists."""
    return Outgoing.objects.order_by("-made_at", "-pk")
