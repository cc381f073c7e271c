"""On which ground do the figures of a region stand? Read once, kept in this process until the register or a school changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from django.db.models import Count, Max, Sum
from django.db.models.functions import Length

from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership, Place, Site
from dekkend.register.models import AreaShape, Border, PostcodeRegion, PupilCount, RegisterRevision, RegisterSite
from dekkend.register.queries.closures import closed_sites, reached, still_open, with_closures
from dekkend.register.rules.children import children_of_4_to_11
from dekkend.register.rules.kinds import OUR_KIND
from dekkend.register.rules.nearness import Neighbourhood
from dekkend.register.rules.outlines import box, unflat
from dekkend.register.words import Area, Geography, Point, Ring, SiteOnMap

DRAWN_AROUND = 3_000.0  # metres: how far outside the region municipalities are drawn
KEPT = 8  # regions in the memory of one process
COUNTRY = ""  # the region of everything


def geography_of(partnership: Partnership) -> Geography:
    """The ground of one region: its own sites and areas, and what lies within 10 km around. Two queries when nothing changed."""
    return _read(partnership.pk, partnership.code, revision_of_register(partnership.pk))


def geography_of_country() -> Geography:
    """The ground of everything that is loaded. Two queries when nothing changed."""
    return _read(None, COUNTRY, revision_of_register())


def revision_of_register(partnership_id: int | None = None) -> str:
    """Changes with anything of the register, and with the schools that take part (of one region, or all), also on the day one closes."""
    token = RegisterRevision.objects.values_list("token", flat=True).first() or ""
    sites = Site.anywhere.all() if partnership_id is None else Site.anywhere.filter(partnership_id=partnership_id)
    counted = sites.aggregate(
        closed=Count("pk", filter=reached("closure__")),
        closing=Count("closure"),
        many=Count("pk"),
        last=Max("pk"),
        names=Sum(Length("name")),
        boards=Sum("board_id"),
        boarded=Sum(Length("board__name")),
    )
    return "-".join([token, *(str(number or 0) for number in counted.values())])


def forget() -> None:
    """Let go of everything that was kept in this process: for tests, in which databases come and go."""
    _read.cache_clear()


@lru_cache(maxsize=KEPT)
def _read(partnership_id: int | None, region: str, revision: str) -> Geography:
    own, others = _sites(partnership_id, region)
    areas = tuple(_areas(region))
    ground = [site.point for site in own if site.point] + [area.point for area in areas]
    return Geography(
        region=region,
        sites=own,
        areas=areas,
        around=tuple(_near(others, ground)),
        borders=tuple(_borders(areas, ground, region)),
        sources=_sources(region),
        fingerprint=f"{region or 'NL'}-{revision}",
    )


def _sites(partnership_id: int | None, region: str) -> tuple[tuple[SiteOnMap, ...], tuple[SiteOnMap, ...]]:
    """Open sites of the region, and the other ones, each by brin6. To which region a school that takes part belongs, it says itself."""
    taking_part = {site.brin6: site for site in still_open(with_closures(Site.anywhere.select_related("board", "partnership")))}
    gone = set(Site.anywhere.filter(pk__in=closed_sites()).values_list("brin6", flat=True))
    pupils = pupils_on_last_count()
    known = {row.brin6: row for row in RegisterSite.objects.all()}
    own: list[SiteOnMap] = []
    others: list[SiteOnMap] = []
    for brin6 in sorted(known.keys() | taking_part.keys()):
        row, site = known.get(brin6), taking_part.get(brin6)
        if brin6 in gone or (site is None and row is not None and row.closed_on):
            continue
        shown = on_map(brin6, row, site, pupils)
        mine = partnership_id is None or (site.partnership_id == partnership_id if site else shown.region == region)
        (own if mine else others).append(shown)
    return tuple(own), tuple(others)


def pupils_on_last_count() -> dict[int, int | None]:
    """Per register row the last count; None when it is masked."""
    counts = PupilCount.objects.order_by("counted_on").values_list("site_id", "low", "high")
    return {site_id: low if low == high else None for site_id, low, high in counts}


def on_map(brin6: str, row: RegisterSite | None, site: Site | None, pupils: dict[int, int | None]) -> SiteOnMap:
    """What the school that takes part says goes first; where it lies and how large it is, only the register knows."""
    source = site or row
    assert source is not None  # noqa: S101
    return SiteOnMap(
        brin6=brin6,
        site_id=site.pk if site else None,
        name=source.name,
        kind=site.kind if site else OUR_KIND[row.kind].value if row else "",
        postcode=source.postcode.replace(" ", ""),
        place=source.place,
        municipality=row.municipality if row else "",
        region=site.partnership.code if site else row.region if row else "",
        board_id=site.board_id if site else None,
        board=site.board.name if site else row.board_name if row else "",
        point=(row.x, row.y) if row and row.x is not None and row.y is not None else None,
        pupils=pupils.get(row.pk) if row else None,
        closes_on=site.closes_on if site else None,  # type: ignore[attr-defined]  # with_closures
    )


def _areas(region: str) -> Iterator[Area]:
    """Postcode areas of the region, or all; one whose region nobody knows belongs to none."""
    region_of = regions_by_postcode()
    places = Place.objects.order_by("postcode")
    if region:
        own = [postcode for postcode, code in region_of.items() if code == region]
        places = places.filter(postcode__in=own) | places.filter(postcode__regex=r"^.{6}$")
    shapes = dict(AreaShape.objects.filter(place__in=places).values_list("place_id", "rings"))
    for place in places:
        code = region_of.get(place.postcode[:4], "")
        if region and code != region:
            continue
        yield Area(
            postcode=place.postcode,
            name=place.name,
            municipality=place.municipality,
            region=code,
            point=(place.x, place.y),
            children=children_of_4_to_11(place.children),
            outlines=unflat(shapes.get(place.pk, ())),
        )


def regions_by_postcode() -> dict[str, str]:
    """Per PC4 the partnership by the newest table that names it."""
    return dict(PostcodeRegion.objects.order_by("valid_from").values_list("postcode", "region"))


def _near(sites: Iterable[SiteOnMap], ground: list[Point]) -> Iterator[SiteOnMap]:
    """Sites within AROUND of anything of the region."""
    neighbourhood = Neighbourhood(ground)
    return (site for site in sites if site.point and site.point in neighbourhood)


def _borders(areas: tuple[Area, ...], ground: list[Point], region: str) -> Iterator[tuple[str, tuple[Ring, ...]]]:
    """Borders of municipalities, all of them or those that touch the box around the region."""
    borders = Border.objects.all()
    if region:
        if not ground:
            return
        west, south, east, north = box([tuple(ground), *(ring for area in areas for ring in area.outlines)])
        borders = borders.filter(
            west__lte=east + DRAWN_AROUND, east__gte=west - DRAWN_AROUND, south__lte=north + DRAWN_AROUND, north__gte=south - DRAWN_AROUND
        )
    for border in borders:
        yield border.municipality, unflat(border.rings)


def _sources(region: str) -> tuple[str, ...]:
    """Whose figures these are and of when, one sentence each."""
    sites = RegisterSite.objects.filter(region=region) if region else RegisterSite.objects.all()
    listed = sites.exclude(source="").order_by("source").values_list("source").annotate(until=Max("last_seen"))
    told = [_listed(source, until) for source, until in listed]
    rough = sites.exclude(point_from="").filter(closed_on__isnull=True).count()
    if rough == 1:
        told.append(say("Van 1 school is de ligging geschat: het midden van haar postcode."))
    if rough > 1:
        told.append(say("Van {count} scholen is de ligging geschat: het midden van hun postcode.", count=rough))
    counted = PupilCount.objects.filter(site__in=sites).aggregate(last=Max("counted_on"))["last"]
    if counted:
        told.append(say("Leerlingen: telling van {day}.", day=say_date(counted.isoformat())))
    places = Place.objects.exclude(source="")
    if region:
        places = places.filter(postcode__in=PostcodeRegion.objects.filter(region=region).values("postcode"))
    told += [say("Kinderen per postcode: {source}.", source=source) for source in sorted(set(places.values_list("source", flat=True)))]
    tables = PostcodeRegion.objects.exclude(source="").order_by("source").values_list("source").annotate(since=Max("valid_from"))
    if region:
        tables = tables.filter(region=region)
    told += [
        say("Indeling in samenwerkingsverbanden: {source}, {day}.", source=source, day=say_date(since.isoformat()))
        for source, since in tables
    ]
    return tuple(told)


def _listed(source: str, until: date | None) -> str:
    if until is None:
        return say("Scholen: {source}.", source=source)
    return say("Scholen: {source}, {day}.", source=source, day=say_date(until.isoformat()))
