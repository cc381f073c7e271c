"""Which mails may this person see?"""

from __future__ import annotations

from django.db.models import Case, CharField, F, QuerySet, Value, When

from dekkend.audit.words import Reach
from dekkend.notices.models import Outgoing
from dekkend.notices.words import LETTERS, STUCK

ANONYMOUS = [notice.value for notice, letter in LETTERS.items() if letter.anonymous]


MADE_UP = ".example"  # no such addresses exist outside a demo (RFC 2606)


def mails_for(reach: Reach) -> QuerySet[Outgoing]:
    """The mails of the regions that this person administers, newest first, without their text.

    `shown_address` is "" for whoever was promised that nobody sees the address; nothing else of the address is for a screen.
    """
    mails = Outgoing.objects.filter(partnership_id__in=reach.administers()).defer("text")
    shown = Case(When(notice__in=ANONYMOUS, then=Value("")), default=F("address"), output_field=CharField())
    return mails.annotate(shown_address=shown).order_by("-made_at", "-pk")


def mail_for(reach: Reach, outgoing_id: int) -> Outgoing | None:
    return mails_for(reach).filter(pk=outgoing_id).first()


def stuck_mails() -> QuerySet[Outgoing]:
    """Every mail of any region that needs a person: for whoever runs the machine."""
    return Outgoing.objects.filter(state__in=[state.value for state in STUCK])


def post_of_the_demo() -> QuerySet[Outgoing]:
    """Every mail with its text to somebody made up. Only for a demo: what goes to an address that a visitor typed, nobody reads there."""
    return Outgoing.objects.filter(address__iendswith=MADE_UP).order_by("-made_at", "-pk")
