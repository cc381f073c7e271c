"""How does a problem of RFC 9457 travel over HTTP?"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse

from dekkend.publishing.rules.problems import problem
from dekkend.publishing.words.open_data import PROBLEM


def as_problem(status: int, **said: Any) -> HttpResponse:
    """A problem of RFC 9457; `said` as in `rules.problems.problem`."""
    told = {"ensure_ascii": False}
    return JsonResponse(problem(status, **said), status=status, content_type=PROBLEM, json_dumps_params=told)
