"""How does the made-up region get into a database? Twice does no harm."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.demo.actions.adopting import first_rounds, put_on_the_way
from dekkend.demo.actions.asking_around import ask_around
from dekkend.demo.actions.going_round import go_round
from dekkend.demo.actions.living_on import live_on
from dekkend.demo.actions.mapping import announce_closings, put_on_the_map
from dekkend.demo.actions.recognising import refuse_real_data
from dekkend.demo.actions.speaking_up import speak_up
from dekkend.demo.actions.thinking_ahead import think_ahead
from dekkend.demo.gateways.files import document, facts, story
from dekkend.demo.queries import adviser_address
from dekkend.demo.rules.clock import STORY_DAY, day_in_demo
from dekkend.demo.words.region import School
from dekkend.organisations.models import Board, Membership, Partnership, Site
from dekkend.organisations.rules.terms import end_of_role
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from dekkend.profiles.queries import as_profile
from dekkend.profiles.rules.values import fingerprint
from dekkend.reading.actions.accepting import accept
from dekkend.reading.actions.reading_files import read_waiting
from dekkend.reading.actions.taking_in import take_in
from dekkend.reading.jobs import read_later
from dekkend.reading.models import SourceDocument, UploadBatch
from dekkend.reading.words.states import State

Json = dict[str, Any]
PUBLISHED = (7, 20)  # month and day on which the offer of a school year is made public
ROLES_END = end_of_role(STORY_DAY)  # not of the real day: every day of the story that a visitor can choose lies before it


def fill(password: str, *, now: datetime) -> list[SourceDocument]:
    """Load region, profiles and documents; returns the documents that were handed in just now. Raises NotADemo among data of others."""
    refuse_real_data()
    adviser = next(person for person in load_region(password) if person.email == adviser_address())
    load_profiles(by=adviser, now=now)
    documents = hand_in_samples(by=adviser, now=now)
    put_on_the_way(today=day_in_demo("", real=timezone.localdate(now)), now=now)
    region, today = Partnership.objects.get(memberships__user=adviser), day_in_demo("", real=timezone.localdate(now))
    live_on(region, now=now)
    go_round(region, by=adviser, today=today, now=now)
    ask_around(region, today=today, now=now)
    speak_up(region, by=adviser, today=today, now=now)
    think_ahead(region, by=adviser, today=today, now=now)
    return documents


@transaction.atomic
def load_region(password: str) -> list[User]:
    """Make the partnership, its postcode areas, boards, sites and people; every person gets this password."""
    made_up, hashed = facts(), make_password(password)  # once: hashing is slow on purpose
    partnership, _ = Partnership.objects.get_or_create(code=made_up["partnership"]["code"], defaults=made_up["partnership"])
    boards = {row["number"]: Board.objects.get_or_create(number=row["number"], defaults=row)[0] for row in made_up["boards"]}
    put_on_the_map(story().region, partnership.code, made_up["municipality"])
    sites = {school.name: add_site(school, partnership, boards) for school in story().region.schools}
    announce_closings(made_up["closings"], sites, timezone.localdate())
    return [add_person(row, hashed, partnership, boards.get(row.get("board")), sites.get(row.get("school"))) for row in made_up["people"]]


@transaction.atomic
def load_profiles(*, by: User, now: datetime) -> int:
    """Make every profile public that was handed in and is not still a document; of the late ones a draft. Returns how many are new."""
    told = story()
    sites = {site.brin6: site for site in Site.anywhere.filter(brin6__in={brin6 for brin6, _ in told.profiles})}
    known = set(ProfileVersion.anywhere.filter(site__in=sites.values()).values_list("site__brin6", "school_year"))
    new = [key for key in told.profiles if key not in known | told.as_documents() | told.late | first_rounds()]
    ProfileVersion.anywhere.bulk_create(version_of(sites[brin6], told.profiles[brin6, year]) for brin6, year in new)
    for event in told.events:
        if not event.hands_in and event.changes:
            brin6 = told.region.school(event.school).brin6
            keep_draft(sites[brin6], told.profiles[brin6, event.years[-1]], by=by, now=now)
    return len(new)


def hand_in_samples(*, by: User, now: datetime) -> list[SourceDocument]:
    """Hand in the documents in this person's name. The first is read and published here, the others wait for the worker.

    Nothing happens when it was done before.
    """
    if UploadBatch.anywhere.filter(uploaded_by=by).exists():
        return []
    samples = story().samples
    files = [File(BytesIO(document(sample).read_bytes()), name=sample.file) for sample in samples]
    taken = take_in(files, by=by, partnership=Partnership.objects.get(memberships__user=by), now=now)
    first, *others = taken.documents
    publish_first(first, samples[0].school, by=by, now=now)
    read_later(other.pk for other in others)
    return list(taken.documents)


def publish_first(first: SourceDocument, school: str, *, by: User, now: datetime) -> None:
    """Read one document and make it public, so that there is a page with proof to look at."""
    if read_waiting(first.pk, now=now) is State.READ:
        first.refresh_from_db()
        publish_draft(accept(first, Site.anywhere.get(name=school), first.school_year, by=by, now=now), on=published_on(first.school_year))


def add_site(school: School, partnership: Partnership, boards: dict[str, Board]) -> Site:
    fields = {
        "name": school.name,
        "kind": school.kind,
        "street": school.street,
        "house_number": school.house_number,
        "postcode": school.postcode,
        "place": school.place,
        "website": f"www.{school.host}",
        "board": boards[school.board],
        "partnership": partnership,
    }
    return Site.anywhere.get_or_create(brin6=school.brin6, defaults=fields)[0]


def add_person(row: Json, hashed: str, partnership: Partnership, board: Board | None = None, site: Site | None = None) -> User:
    user = User.objects.filter(email=row["email"]).first()
    if user is None:
        user = User.objects.create_user(row["email"], None, name=row["name"])
        user.password = hashed
        user.save(update_fields=["password"])
    region_wide = None if site or board else partnership
    place = {"site": site, "board": board, "partnership": region_wide}
    Membership.anywhere.get_or_create(user=user, role=row["role"], **place, defaults={"ends_on": ROLES_END})
    return user


def version_of(site: Site, profile: Json) -> ProfileVersion:
    """The first public version of this profile, not saved yet."""
    on = published_on(profile["school_year"])
    frozen_at = datetime.combine(on, time(12), UTC)
    version = ProfileVersion(site=site, number=1, frozen_at=frozen_at, adopted_on=on, published_on=on, **_kept(profile))
    version.fingerprint = fingerprint(as_profile(version))
    return version


def keep_draft(site: Site, profile: Json, *, by: User, now: datetime) -> None:
    if not ProfileDraft.anywhere.filter(site=site, school_year=profile["school_year"]).exists():
        make_draft(site, profile, evidence={}, source=None, made_by=by, now=now)


def published_on(school_year: str) -> date:
    return date(int(school_year[:4]), *PUBLISHED)


def _kept(profile: Json) -> Json:
    return {name: profile[name] for name in ("school_year", "template", "template_version", "values")}
