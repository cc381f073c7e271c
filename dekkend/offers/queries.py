"""What can a school do on a day, who has which kind of support, and what was said about it? A school that closed offers nothing.

Reading never depends on the projection being ready: a public version without rows, or with rows of older rules, is worked out on the spot.
So no public profile is ever missing, and what stands in the rows is only a way to be quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from sys import intern
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery, Sum

from dekkend.offers.gateways import made_with
from dekkend.offers.models import Ask, Offer, OfferState, RegionOffers, RememberedCode
from dekkend.offers.rules.claims import claims
from dekkend.offers.rules.standing import NOTHING_SAID, is_about, offer_on
from dekkend.offers.rules.telling import now_line
from dekkend.offers.words import Availability, Claim, PlainOffer, Said, SiteOffer, Standing
from dekkend.organisations.models import Membership, Partnership, Site
from dekkend.organisations.models import within as within_scope
from dekkend.organisations.queries import sites_within, standing_on
from dekkend.organisations.words import Role, Scope
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import Profile, ProfileDraft, ProfileVersion
from dekkend.profiles.queries import counting_first
from dekkend.profiles.queries.outside import for_outsiders
from dekkend.profiles.words.school_page import Now
from dekkend.register.queries.closures import closed_sites, still_open

PLAIN = ("key", "code", "label", "level", "choice", "note", "quote", "confirmed_on")
COLUMNS = ("key", "code", "label", "block", "path", "level", "choice", "note", "quote", "hours", "hours_rule", "confirmed_on")


def offers_of(site: Site, *, today: date) -> tuple[SiteOffer, ...]:
    """The offers of one site on this day, in the order of its profile; none when it has no public profile or closed. For everyone."""
    return _offers(Q(site_id=site.pk), today)


def offers_in(partnership: Partnership, *, today: date) -> tuple[SiteOffer, ...]:
    """The offers of every open site of a region on this day, site by site. One query for the profiles, one for what was said since."""
    return _offers(Q(site__partnership_id=partnership.pk), today)


def known_in(partnership: Partnership, *, today: date) -> tuple[dict[int, str], list[PlainOffer], tuple[SiteOffer, ...]]:
    """What `offers_in` says of kinds with a code, for whoever reads a whole country, in half the time.

    First the school year of each public profile by site. Then the offers of which it is known whether they are there, of sites that said
    nothing else since: by site, in the order of the profile. Then all offers of the other sites: those that said that something changed,
    or have no rows that count.
    """
    where = Q(site__partnership_id=partnership.pk)
    versions, said = counting(where, today).exclude(site_id__in=closed_sites()), said_at(where)
    changed = {site_id for (site_id, _key), standing in said.items() if standing.said != NOTHING_SAID}
    counts = list(versions.order_by("site_id").values_list("pk", "site_id", "school_year", F("projection__made_with")))
    ready = {pk: (site, intern(year)) for pk, site, year, made in counts if made == made_with() and site not in changed}
    rows = Offer.anywhere.filter(version__in=ready, level__isnull=False).exclude(code="").order_by("version_id", "number")
    plain = [_plain(ready[pk], row, said) for pk, *row in rows.values_list("version_id", *PLAIN).iterator(chunk_size=5000)]
    others = versions.filter(pk__in=[pk for pk, *_ in counts if pk not in ready])
    return {site: year for _, site, year, _ in counts}, plain, _offers_in(others, said, today)


def _plain(of: tuple[int, str], row: Sequence[Any], said: Mapping[tuple[int, str], Standing]) -> PlainOffer:
    """Words that stand in every profile are kept once."""
    key, code, label, level, choice, note, quote, day = row
    later = said.get((of[0], key)) if said else None
    if later is not None and is_about(later, level, choice):
        day = later.confirmed_on if day is None else max(day, later.confirmed_on)
    return PlainOffer(*of, intern(key), intern(code), intern(label), level, intern(choice), note, quote, day)


def offers_at(site_ids: Iterable[int], *, today: date) -> tuple[SiteOffer, ...]:
    """The offers of these sites on this day, of whichever region. For everyone."""
    return _offers(Q(site_id__in=list(site_ids)), today)


def offers_of_year(partnership: Partnership, school_year: str, *, today: date) -> tuple[SiteOffer, ...]:
    """What the newest public profiles of this school year say, site by site, without what was said between adoptions."""
    mine = ProfileVersion.anywhere.filter(site_id=OuterRef("site_id"), school_year=school_year, published_on__lte=today)
    versions = ProfileVersion.anywhere.filter(site__partnership_id=partnership.pk, pk=Subquery(mine.order_by("-number").values("pk")[:1]))
    return _offers_in(versions, {}, today)


def years_in(partnership: Partnership, *, today: date) -> list[str]:
    """The school years of which sites of this region have a public profile, the oldest first."""
    public = ProfileVersion.anywhere.filter(site__partnership_id=partnership.pk, published_on__lte=today)
    return sorted(set(public.values_list("school_year", flat=True)))


def offers_within(scope: Scope, *, today: date) -> tuple[SiteOffer, ...]:
    """The offers of every site that this person reaches."""
    return _offers(within_scope(scope, "site__"), today)


def now_lines(profile: Profile, today: date) -> tuple[Now, ...]:
    """For the public page: how what the school says that it has stands today; empty for a profile that does not count on this day."""
    offers = offers_of(profile.site, today=today)
    return tuple(now_line(offer, today) for offer in offers if offer.offered and offer.version_id == profile.pk)


def revision_of(partnership: Partnership) -> int:
    """Goes up with every change in the offers of a region. What changes with the day (pauses, 1 August) is for the caller."""
    return RegionOffers.anywhere.filter(partnership=partnership).values_list("revision", flat=True).first() or 0


def revisions() -> dict[int, int]:
    """Of every region what `revision_of` says, by its key. One query."""
    return dict(RegionOffers.anywhere.values_list("partnership_id", "revision"))


def state_of(codes: Iterable[str], *, today: date) -> tuple[int, int, int]:
    """Another one after every change in the offers of the regions with these codes, also of what no worker projected yet. Two queries."""
    regions = list(codes)
    revisions = RegionOffers.anywhere.filter(partnership__code__in=regions).aggregate(all=Sum("revision"))
    public = ProfileVersion.anywhere.filter(site__partnership__code__in=regions, published_on__lte=today)
    counted = public.aggregate(many=Count("pk"), last=Max("pk"))
    return revisions["all"] or 0, counted["many"], counted["last"] or 0


def counting(where: Q, today: date) -> QuerySet[ProfileVersion]:
    """Of each site the version that counts on this day: what is published ahead does so from 1 August on."""
    best = counting_first(ProfileVersion.anywhere.filter(site_id=OuterRef("site_id")), today)
    return ProfileVersion.anywhere.filter(where, pk=Subquery(best.values("pk")[:1]))


def unprojected() -> QuerySet[ProfileVersion]:
    """Versions that are or will be public and whose rows are missing or made with other rules."""
    public = ProfileVersion.anywhere.filter(published_on__isnull=False)
    return public.exclude(projection__made_with=made_with()).order_by("pk")


def claims_of(version: ProfileVersion, codes: Mapping[str, str]) -> tuple[Claim, ...]:
    """The offers in this version as it is shown outside the school, worked out anew. `codes` are those of its region, see `codes_of`."""
    shown = for_outsiders(version)
    return claims(
        load_template(version.template),
        load_catalogue(),
        shown.values,
        shown.evidence,
        standing=version.standing,
        hours=hours_in_force(),
        codes=codes,
        public_since=version.adopted_on or version.published_on,
    )


def codes_of(partnership_ids: Iterable[int]) -> dict[int, dict[str, str]]:
    """Per region what its people said that own words mean."""
    found: dict[int, dict[str, str]] = {key: {} for key in partnership_ids}
    for region, words, code in RememberedCode.anywhere.filter(partnership_id__in=found).values_list("partnership_id", "words", "code"):
        found[region][words] = code
    return found


def _offers(where: Q, today: date) -> tuple[SiteOffer, ...]:
    return _offers_in(counting(where, today).exclude(site_id__in=closed_sites()), said_at(where), today)


def _offers_in(versions: QuerySet[ProfileVersion], said: Mapping[tuple[int, str], Standing], today: date) -> tuple[SiteOffer, ...]:
    rows = versions.order_by("site__name", "site_id", "offers__number")
    columns = [f"offers__{name}" for name in COLUMNS]
    found: list[tuple[int, int, str, Claim | None]] = []
    open_: list[int] = []
    for pk, site_id, year, made, *row in rows.values_list("pk", "site_id", "school_year", F("projection__made_with"), *columns):
        if made != made_with() or row[0] is None:
            open_ = open_ if open_ and open_[-1] == pk else [*open_, pk]
            found.append((pk, site_id, year, None))
        else:
            found.append((pk, site_id, year, Claim(*row)))
    worked_out = _worked_out(open_)
    offers: list[SiteOffer] = []
    for pk, site_id, year, claim in found:
        for each in (claim,) if claim else worked_out.pop(pk, ()):
            offers.append(offer_on(site_id, pk, year, each, said.get((site_id, each.key)), today))
    return tuple(offers)


def _worked_out(keys: list[int]) -> dict[int, tuple[Claim, ...]]:
    if not keys:
        return {}
    versions = list(ProfileVersion.anywhere.filter(pk__in=keys).select_related("site").prefetch_related("redactions"))
    codes = codes_of({version.site.partnership_id for version in versions})
    return {version.pk: claims_of(version, codes[version.site.partnership_id]) for version in versions}


def said_at(where: Q) -> dict[tuple[int, str], Standing]:
    """What stands of what schools said, by site and key."""
    return {(state.site_id, state.key): standing_of(state) for state in OfferState.anywhere.filter(where, ended_at=None)}


def standing_of(state: OfferState) -> Standing:
    return Standing(said_in(state), state.confirmed_on, state.level, state.choice)


def said_in(state: OfferState) -> Said:
    return Said(Availability(state.state), state.from_day, state.until, state.note_for_parents, state.role, state.persons, state.hours)


def history_of(site: Site, key: str) -> QuerySet[OfferState]:
    """Everything that was said of this offer, the newest first."""
    return OfferState.anywhere.filter(site=site, key=key).select_related("confirmed_by", "overtaken_by").order_by("-pk")


def reported_gone(site: Site) -> list[str]:
    """The keys of the offers that the school no longer has, in the order it said so: what to look at in the next profile."""
    gone = OfferState.anywhere.filter(site=site, ended_at=None, state=Availability.GONE.value)
    return list(gone.order_by("pk").values_list("key", flat=True))


def open_drafts(site: Site, school_year: str) -> list[ProfileDraft]:
    """The drafts of this year and later years that someone is working on."""
    return list(ProfileDraft.anywhere.filter(site=site, closed_at=None, school_year__gte=school_year).order_by("school_year"))


def site_within(scope: Scope, brin6: str) -> Site | None:
    return sites_within(scope).filter(brin6=brin6).first()


def choices_of(partnership: Partnership) -> RegionOffers:
    """What the region chose; what it never chose is as usual (not saved)."""
    return RegionOffers.anywhere.filter(partnership=partnership).first() or RegionOffers(partnership=partnership)


ASKED = (Role.COORDINATOR, Role.DIRECTOR)


def to_ask(partnership: Partnership, today: date) -> QuerySet[Membership]:
    """The running roles at schools of this region by which someone can say how the offer stands, with an address to write to."""
    roles = standing_on(today).filter(role__in=[role.value for role in ASKED], site__partnership=partnership, user__is_active=True)
    roles = roles.exclude(site_id__in=closed_sites())
    return roles.exclude(user__email=None).exclude(user__email="").select_related("user", "site").order_by("site_id", "pk")


def still_standing(ask: Ask, today: date) -> bool:
    """The role by which this person was asked still runs."""
    return standing_on(today).filter(pk=ask.membership_id, user__is_active=True, site_id=ask.site_id).exists()


def ask_of(key: int, nonce: str) -> Ask | None:
    """The asking that a signed link belongs to. Whoever has the link may see it: it was mailed to one address."""
    return Ask.anywhere.select_related("site", "membership__user").filter(pk=key, nonce=nonce).first()


def clicks_since(ask: Ask, moment: datetime) -> int:
    return OfferState.anywhere.filter(ask=ask, said_at__gte=moment).count()


def answered_by(ask: Ask) -> set[str]:
    """The keys that were answered in this round, by whoever of the school: nobody is asked what a colleague answered."""
    said = OfferState.anywhere.filter(site=ask.site, ended_at=None, confirmed_on__gte=ask.round)
    return set(said.values_list("key", flat=True))


def said_by(site: Site) -> set[str]:
    """The keys about which something stands, so that it can be undone."""
    return set(OfferState.anywhere.filter(site=site, ended_at=None).values_list("key", flat=True))


def said_through(ask: Ask) -> set[str]:
    """The keys that were answered through this link and can be undone there."""
    return set(OfferState.anywhere.filter(ask=ask, ended_at=None).values_list("key", flat=True))


def sites_of_region(scope: Scope, partnership: Partnership) -> QuerySet[Site]:
    """The open schools of a region, as far as this person reaches."""
    return still_open(sites_within(scope).filter(partnership=partnership))


def remembered_in(partnership: Partnership) -> QuerySet[RememberedCode]:
    return RememberedCode.anywhere.filter(partnership=partnership).order_by("words")


def place_of(code: str) -> Site | Partnership | None:
    """The site or the region with this code; for whoever runs the machine."""
    return Site.anywhere.filter(brin6=code).first() or Partnership.objects.filter(code=code).first()
