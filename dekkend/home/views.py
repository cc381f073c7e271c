"""What does someone see first?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from dekkend.profiles.queries import published_sites
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen

MOST = 100  # schools in one list


class Start(Screen):
    access = Access.PUBLIC
    template_name = "home/start.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        name = request.GET.get("naam", "").strip()[:100]
        sites = list(published_sites(name)[:MOST])
        return self.render({"name": name, "sites": sites, "most": MOST})
