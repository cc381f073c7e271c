"""Which words did this installation learn, and which does it not know yet?"""

from __future__ import annotations

from django.db.models import QuerySet

from dekkend.finder.models import LearnedWord


def standing() -> QuerySet[LearnedWord]:
    """The links that hold now."""
    return LearnedWord.objects.filter(ended_at__isnull=True).select_related("by").order_by("stem")


def learned() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each stem with what it means, as the vocabulary takes it. One query."""
    rows = LearnedWord.objects.filter(ended_at__isnull=True).order_by("stem").values_list("stem", "code")
    return tuple((stem, (code,) if code else ()) for stem, code in rows)
