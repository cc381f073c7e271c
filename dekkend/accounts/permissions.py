"""Who has shown enough to see personal data of pupils? Someone who gave a second factor in this session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from dekkend.accounts.queries import gave_second_factor


def has_second_factor(request: HttpRequest) -> bool:
    """In a demo stepping into a role is enough: all data are made up. `production` cannot be a demo."""
    return settings.DEMO or (request.user.is_authenticated and gave_second_factor(request))


def needs_second_factor(view: Callable[..., Any]) -> Callable[..., Any]:
    """Declare that a view function shows personal data. A `Screen` says `personal_data = True` instead.

    The middleware asks everyone who opens such a view for a second factor first.
    """
    view.personal_data = True  # type: ignore[attr-defined]
    return view


def shows_personal_data(view: Callable[..., Any]) -> bool:
    return bool(getattr(getattr(view, "view_class", view), "personal_data", False))
