"""Which pages of schools may a search engine find?"""

from __future__ import annotations

from xml.sax.saxutils import escape

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from dekkend.publishing.queries.editions import public_pages
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
MOST = 50_000  # addresses in one sitemap, by its standard; the country has 7,000 schools


class Sitemap(Screen):
    """The page of every school with a public offer, at its address without a year, and since when it says what it says."""

    access = Access.PUBLIC

    def get(self, request: HttpRequest) -> HttpResponse:
        lines = [
            f"<url><loc>{escape(settings.SITE_ADDRESS + reverse('profiles:school', args=[brin6]))}</loc><lastmod>{on}</lastmod></url>\n"
            for brin6, on in public_pages(today=request.today)[:MOST]  # type: ignore[attr-defined]
        ]
        return HttpResponse(f"{HEAD}{''.join(lines)}</urlset>\n", content_type="application/xml; charset=utf-8")
