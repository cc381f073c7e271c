"""How do the screens of the login library answer when something is wrong? As ours do: everything stays, status 422."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse


class Refusing:
    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        if response.status_code == 200:
            response.status_code = 422
        return response
