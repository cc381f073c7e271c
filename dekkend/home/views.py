"""What does someone see first?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from dekkend.ui.access import Access
from dekkend.ui.screens import Screen


class Start(Screen):
    access = Access.PUBLIC
    template_name = "home/start.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render()
