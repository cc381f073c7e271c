"""How does a row of differences say what it was and what it becomes?"""

from __future__ import annotations

from django import template

from dekkend.register.models import RegisterChange
from dekkend.register.rules.telling import told
from dekkend.ui.translation import translated

register = template.Library()


@register.filter
def was(change: RegisterChange) -> str:
    return translated(told(change.kind, change.before))


@register.filter
def becomes(change: RegisterChange) -> str:
    return translated(told(change.kind, change.after))
