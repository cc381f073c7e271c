"""What does someone see first?"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from dekkend.finder.queries.asked import understood_of
from dekkend.finder.queries.form import asking_context
from dekkend.finder.queries.index import index_on
from dekkend.finder.rules.naming import Meant, meant_by
from dekkend.finder.views.base import refuse_from_elsewhere
from dekkend.finder.words.asking import Asked
from dekkend.home.gateways import accessibility_statement
from dekkend.home.queries import my_day
from dekkend.home.rules import greeting, robots_txt, security_txt
from dekkend.law.gateways import every_value
from dekkend.law.rules import matching
from dekkend.profiles.queries import published_sites
from dekkend.ui.access import Access
from dekkend.ui.kept import answer, digest_of
from dekkend.ui.language import remember
from dekkend.ui.screens import Screen
from dekkend.ui.tables import Column, Table
from dekkend.ui.translation import translated

PER_PAGE = 25  # schools
KEPT = 24 * 60 * 60  # seconds that a drawn list is kept


@method_decorator(csrf_exempt, name="dispatch")  # nothing is stored, and a page that is the same for everyone holds no token
class Start(Screen):
    """What one looks for, and the schools that everyone can read about."""

    access = Access.PUBLIC
    template_name = "home/start.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        return self.list_of(request.GET.get("naam", "").strip()[:100])

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """The name of a school may stand in an address. Whatever else someone types here, perhaps what a child needs, does not."""
        refuse_from_elsewhere(request)
        name = request.POST.get("naam", "").strip()[:100]
        called_so = published_sites(name, today=self.request.today).exists()  # type: ignore[attr-defined]
        if not name or (called_so and not understood_of(Asked(name)).matches):
            return redirect(f"{reverse('home:start')}?{urlencode({'naam': name})}" if name else "home:start")
        response = self.list_of(name)
        response.headers["Cache-Control"] = "no-store, private"
        return response

    def list_of(self, name: str) -> HttpResponseBase:
        request, table = self.request, self.table(name)
        if table.wants_csv:
            return table.csv()
        meant = self.meant(name, table)
        posted = request.method == "POST"
        digest = digest_of({"name": name, "list": table.shown, "meant": [school.brin6 for school in meant.schools]})
        shown = asking_context(Asked()) | {"name": name, "table": table, "digest": digest, "kept": 0 if posted else KEPT, "meant": meant}
        return self.render(shown) if posted else answer(request, digest, lambda: self.render(shown))

    def meant(self, name: str, table: Table) -> Meant:
        """When no school is called so: those whose name looks like it."""
        if not name or table.page.paginator.count:
            return Meant()
        return replace(meant_by(name, index_on(self.request.today)), places=())  # type: ignore[attr-defined]

    def table(self, name: str) -> Table:
        return Table(
            caption=_("Scholen met een openbaar aanbod"),
            rows=published_sites(name, today=self.request.today),  # type: ignore[attr-defined]
            columns=(
                Column("school", _("School"), lambda site: site.name, ("name",)),
                Column("plaats", _("Plaats"), lambda site: site.place, ("place", "name")),
                Column("adres", _("Adres"), lambda site: f"{site.address}, {site.postcode}"),
                Column("soort", _("Soort"), lambda site: site.get_kind_display()),
                Column("bestuur", _("Bestuur"), lambda site: site.board.name, ("board__name", "name")),
            ),
            row_template="home/site_row.html",
            asked=self.request.GET.dict(),
            kept={"naam": name} if self.request.method != "POST" else {},
            only_in_file=(
                Column("vestigingscode", _("Vestigingscode"), lambda site: site.brin6),
                Column("gesloten", _("Gesloten per"), lambda site: site.closed_on.isoformat() if site.closed_on else ""),
            ),
            file_name="scholen",
            per_page=PER_PAGE,
        )


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
        return HttpResponse(robots_txt(settings.SITE_ADDRESS + reverse("publishing:sitemap")), content_type="text/plain; charset=utf-8")


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


class MyDay(Screen):
    """What waits for this person today, each one click away. The first screen after signing in."""

    access = Access.SIGNED_IN
    template_name = "home/my_day.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        parts = my_day(request.scope, today=request.today)  # type: ignore[attr-defined]
        hello = translated(greeting(timezone.localtime().hour))
        return self.render({"parts": parts, "today": request.today, "hello": hello, "waiting": sum(part.count for part in parts)})  # type: ignore[attr-defined]


class Law(Screen):
    """Every value of the law that the system uses: since when, until when, which article, and where it is used."""

    access = Access.PUBLIC
    template_name = "home/law.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        wanted = request.GET.get("zoek", "").strip()[:100]
        values = matching(every_value(), wanted)
        return self.render({"wanted": wanted, "values": values, "today": request.today})  # type: ignore[attr-defined]
