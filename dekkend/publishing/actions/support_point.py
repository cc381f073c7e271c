"""How does a region say whom parents can call?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.publishing.actions.bundling import about
from dekkend.publishing.models import SupportPoint
from dekkend.publishing.permissions import may_look_after_region


@transaction.atomic
def set_support_point(partnership: Partnership, given: dict[str, str], *, by: Any, scope: Scope, now: datetime) -> SupportPoint:
    """`given` are name, phone, email and website. From now on they stand in every document and on every page."""
    if not may_look_after_region(scope, partnership.pk):
        raise PermissionDenied(say("Alleen het samenwerkingsverband zegt wie ouders kunnen bellen."))
    point, _new = SupportPoint.anywhere.update_or_create(partnership=partnership, defaults=given)
    record(Event.SUPPORT_POINT_SET, actor=by, subject=about(partnership), area=Area(partnership.pk), now=now, details={"point": point.line})
    return point
