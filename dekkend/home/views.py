"""What does someone see first?"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from dekkend.home.gateways import accessibility_statement
from dekkend.home.rules import robots_txt, security_txt
from dekkend.profiles.queries import published_sites
from dekkend.ui.access import Access
from dekkend.ui.language import remember
from dekkend.ui.screens import Screen

MOST = 100  # schools in one list


class Start(Screen):
    access = Access.PUBLIC
    template_name = "home/start.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        name = request.GET.get("naam", "").strip()[:100]
        sites = list(published_sites(name, today=request.today)[:MOST])  # type: ignore[attr-defined]
        return self.render({"name": name, "sites": sites, "most": MOST})


class Accessibility(Screen):
    """What we know about how accessible these screens are, and whom to tell when something is not."""

    access = Access.PUBLIC
    template_name = "home/accessibility.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render({"statement": accessibility_statement(), "contact": settings.ACCESSIBILITY_CONTACT})


class SecurityTxt(Screen):
    """Whom to tell about a leak. Without an address there is no such file: half a file is worse than none."""

    access = Access.PUBLIC

    def get(self, request: HttpRequest) -> HttpResponse:
        if not settings.SECURITY_CONTACT:
            raise Http404
        address, languages = request.build_absolute_uri(request.path), ("nl", "en")
        text = security_txt(settings.SECURITY_CONTACT, languages, address=address, today=timezone.localdate())
        return HttpResponse(text, content_type="text/plain; charset=utf-8")


class RobotsTxt(Screen):
    access = Access.PUBLIC

    def get(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse(robots_txt(), content_type="text/plain; charset=utf-8")


class Language(Screen):
    """Remember in which language this person reads, and go back to the page where the choice was made."""

    access = Access.PUBLIC

    def get(self, request: HttpRequest, language: str) -> HttpResponse:
        if language not in dict(settings.LANGUAGES):
            raise Http404
        wanted = request.GET.get("terug", "")
        own = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
        response = redirect(wanted if own else "home:start")
        remember(response, language)
        return response
