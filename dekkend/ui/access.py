"""Who may open a screen? Nobody, until the screen says so."""

from __future__ import annotations

import enum
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _
from rules.predicates import Predicate


class Access(enum.Enum):
    """The two answers that need no predicate."""

    PUBLIC = "public"
    SIGNED_IN = "signed in"


open_to_all = login_not_required


def refuse_unless(request: HttpRequest, may: Access | Predicate, about: Any = None) -> None:
    """Stop with a 403 when this person may not; strangers were sent to the login page before.

    A predicate is asked about (request.scope, about); features compose theirs in `permissions`.
    """
    if may is Access.PUBLIC:
        return
    if not request.user.is_authenticated:
        raise PermissionDenied
    if isinstance(may, Predicate) and not may.test(request.scope, about):  # type: ignore[attr-defined]
        raise PermissionDenied(_("Uw rol geeft geen toegang tot dit scherm."))
