"""How does a screen about coverage get its map, and the script that moves it its data?"""

from __future__ import annotations

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _

from dekkend.adoption.words.campaign import Place
from dekkend.coverage.queries.late import places_seen
from dekkend.coverage.rules.figures import of_region
from dekkend.coverage.rules.listed import percent
from dekkend.coverage.rules.map_drawing import MapDrawing, Shade, draw_map
from dekkend.coverage.rules.map_geojson import geojson
from dekkend.coverage.rules.shading import legend_of_all, legend_of_kind, shades_of_all, shades_of_kind
from dekkend.coverage.views.base import CoverageScreen
from dekkend.kernel.school_years import SchoolYear
from dekkend.register.words import Geography
from dekkend.ui.kept import digest_of
from dekkend.ui.translation import translated


class MapScreen(CoverageScreen):
    """A screen with a map: of all kinds together, or of one."""

    @property
    def year_of_round(self) -> str:
        return str(SchoolYear.of(self.today))

    @cached_property
    def places(self) -> list[Place]:
        """Where every school that is looked at stands in the round of this year; a board sees its own."""
        scope = self.request.scope  # type: ignore[attr-defined]
        found = places_seen(scope, self.region, self.year_of_round, today=self.today)
        return [place for place in found if not self.board_ids or place.site.board_id in self.board_ids]

    @cached_property
    def late_places(self) -> list[Place]:
        return [place for place in self.places if place.late]

    @cached_property
    def late(self) -> frozenset[str]:
        """The schools that are marked on the map."""
        return frozenset(place.site.brin6 for place in self.late_places)

    def shades(self, code: str) -> dict[str, Shade]:
        column = self.coverage.column(code)
        found = shades_of_all(self.coverage) if column is None else shades_of_kind(self.coverage, column)
        return {place: Shade(shade.ink, shade.maybe, translated(shade.says)) for place, shade in found.items()}

    def drawing(self, code: str = "") -> MapDrawing:
        column = self.coverage.column(code)
        title, says = self.words(column)
        legend = legend_of_all(len(self.coverage.kinds)) if column is None else legend_of_kind()
        return draw_map(self.ground, self.shades(code), title=title, says=says, legend=legend, late=self.late)

    @property
    def ground(self) -> Geography:
        coverage = self.coverage
        sites = coverage.sites[: coverage.ground.inside]
        return Geography(coverage.region, sites, coverage.areas, borders=coverage.borders if not self.municipality else ())

    def words(self, column: int | None) -> tuple[str, str]:
        """The title of the map and what is to be seen, for who cannot see it."""
        if column is None:
            title = _("Hoeveel van de {total} soorten hulp zijn er dichtbij, per postcodegebied").format(total=len(self.coverage.kinds))
            return title, _("Hoe meer inkt, hoe meer soorten hulp. De lijst met witte vlekken geeft dezelfde gegevens.")
        kind, figure = self.coverage.kinds[column], of_region(self.coverage)[column]
        title = _("{kind}: waar is een school dichtbij, per postcodegebied").format(kind=translated(kind.label))
        says = _("{least}% van de kinderen is gedekt. De lijst van plekken geeft dezelfde gegevens.").format(least=percent(figure.low) or 0)
        return title, says

    def map_data(self, code: str = "") -> dict[str, Any]:
        """What the script of the map needs; the address asks the same as this screen."""
        asked = urlencode(self.kept | ({"soort": code} if code else {}))
        return {
            "map_address": f"{reverse('coverage:map')}?{asked}" if asked else reverse("coverage:map"),
            "map_tiles": settings.MAP_TILES,
            "map_attribution": settings.MAP_ATTRIBUTION,
        }

    def shown(self, more: Any) -> dict[str, Any]:
        return super().shown(self.map_data() | dict(more))


class MapData(MapScreen):
    """The same map as GeoJSON."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        code = self.asked.code
        links = {area.postcode: reverse("coverage:place", args=[area.postcode]) + self.query for area in self.coverage.areas}
        data = geojson(self.ground, self.shades(code), links, self.late)
        etag = f'"{digest_of({"map": self.coverage.key, "code": code, "asked": self.kept, "late": sorted(self.late)})}"'
        response = get_conditional_response(request, etag=etag)
        if response is None:
            response = JsonResponse(data, content_type="application/geo+json")
        response.headers["ETag"] = etag
        patch_cache_control(response, no_cache=True, private=True)
        return response
