"""What stands in the documents of a version, as everyone may know it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q

from dekkend.adoption.queries.public import record_of
from dekkend.adoption.words.procedure import ABOUT, Kind
from dekkend.files.models import StoredFile
from dekkend.files.words import JPEG, PNG
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import NOBODY
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.queries import public_version, public_versions
from dekkend.profiles.queries.comparing import profile_for, visible_version
from dekkend.profiles.queries.fixed_text import shared_texts
from dekkend.profiles.queries.now import stands_now
from dekkend.profiles.words.profile import LEFT_OUT_KEY
from dekkend.publishing.models import SupportPoint
from dekkend.publishing.rules.pupils_voice import voice_in
from dekkend.publishing.words.edition import Edition, Year


def version_to_print(brin6: str, school_year: str, number: int | None, *, today: date) -> ProfileVersion | None:
    """The version with this number, or the newest of the year, when it is public on this day."""
    if number is None:
        newest = public_version(brin6, school_year, today=today)
        number = newest.number if newest else 0
    return visible_version(NOBODY, brin6, school_year, number, today=today)


def edition_of(version: ProfileVersion, address: str, *, today: date) -> Edition:
    """The version for everyone: without what the school left out and without the names of who signed. `address` is where it stays."""
    published = version.published_on or today
    values = profile_for(NOBODY, version)["values"]
    lines = stands_now(version, today)
    confirmed = sorted(line.confirmed_on for line in lines if line.confirmed_on)
    return Edition(
        school=version.site.name,
        school_year=version.school_year,
        site=version.site.brin6,
        values=values,
        on=published.isoformat(),
        number=version.number,
        fingerprint=version.fingerprint,
        address=address,
        region=version.site.partnership.name,
        board=version.site.board.name,
        fixed={text.section: tuple(text.text.split("\n\n")) for text in shared_texts(version.site, version.school_year, today=published)},
        confirmed_on=confirmed[0].isoformat() if confirmed else "",
        confirmed_until=confirmed[-1].isoformat() if confirmed else "",
        unconfirmed=len(lines) - len(confirmed) if confirmed else 0,
        support_point=support_point_of(version.site.partnership_id),
        now={line.path: line for line in lines if line.sentence},
        today=today.isoformat(),
        years=years_until(version, today=today),
        standing=version.standing,
        **(_heard(version, today=today) or {"voices": voice_in(values.get("own_chapters"))}),
    )


def years_until(version: ProfileVersion, *, today: date) -> tuple[Year, ...]:
    """The public profiles of the site up to this version, newest first; of its own year this version itself."""
    earlier = [each for each in public_versions(version.site.brin6, today=today) if each.school_year < version.school_year]
    return tuple(_year(each) for each in (version, *earlier))


def _year(version: ProfileVersion) -> Year:
    shown = profile_for(NOBODY, version)
    return Year(version.school_year, version.template, shown["values"], tuple(piece["path"] for piece in shown.get(LEFT_OUT_KEY, ())))


def support_point_in(partnership: Partnership) -> SupportPoint | None:
    return SupportPoint.anywhere.filter(partnership=partnership).first()


def support_point_of(partnership_id: int) -> str:
    """Whom parents can ask in this region, in one line; "" when the region did not say."""
    found = SupportPoint.anywhere.filter(partnership_id=partnership_id).first()
    return found.line if found else ""


def pictures_of(files: list[str]) -> dict[str, bytes]:
    """The bytes of these pictures by their fingerprint; one that was destroyed is not among them."""
    kept = StoredFile.objects.filter(sha256__in=files, media_type__in=(PNG, JPEG), destroyed_at__isnull=True)
    found = {}
    for stored in kept:
        with stored.content.open("rb") as file:
            found[stored.sha256] = file.read()
    return found


def _heard(version: ProfileVersion, *, today: date) -> dict[str, str]:
    """What pupils said and when by the procedure, of the newest public version of the year; of an older version it says nothing."""
    record = record_of(version.site.brin6, version.school_year, today=today)
    if record is None or record.version.pk != version.pk:
        return {}
    step = next((step for step in record.steps if step.happened == ABOUT[Kind.PUPILS].happened), None)
    return {"voices": step.text, "voices_on": step.on.isoformat()} if step else {}


@dataclass(frozen=True, slots=True)
class Together:
    """Versions of several locations that go into one document, and what they are called together."""

    name: str
    versions: tuple[ProfileVersion, ...]


def together(code: str, school_year: str, *, today: date) -> Together | None:
    """What is public of all locations of a school (its number of four signs) or of a board (five digits); None when nothing is."""
    whose = Q(site__board__number=code) if code.isdigit() else Q(site__brin6__startswith=code)
    versions = _newest(whose, school_year, today)
    if not versions:
        return None
    return Together(versions[0].site.board.name if code.isdigit() else versions[0].site.name, versions)


def others_of_school(version: ProfileVersion, *, today: date) -> int:
    """How many locations of this school have something public this year, this one included."""
    return _how_many(Q(site__brin6__startswith=version.site.brin6[:4]), version.school_year, today)


def others_of_board(version: ProfileVersion, *, today: date) -> int:
    """How many locations of its board have something public this year, this one included."""
    return _how_many(Q(site__board_id=version.site.board_id), version.school_year, today)


def _newest(whose: Q, school_year: str, today: date) -> tuple[ProfileVersion, ...]:
    found = ProfileVersion.anywhere.filter(whose, school_year=school_year, published_on__lte=today).order_by(
        "site__name", "site_id", "-number"
    )
    newest: dict[int, ProfileVersion] = {}
    for version in found.select_related("site__board", "site__partnership", "source").prefetch_related("redactions"):
        newest.setdefault(version.site_id, version)
    return tuple(newest.values())


def _how_many(whose: Q, school_year: str, today: date) -> int:
    public = ProfileVersion.anywhere.filter(whose, school_year=school_year, published_on__lte=today)
    return public.values("site_id").distinct().count()


def public_pages(*, today: date) -> list[tuple[str, date]]:
    """Every site with a public version by its number, with the day on which its newest became public."""
    public = ProfileVersion.anywhere.filter(published_on__lte=today).order_by()
    return list(public.values_list("site__brin6").annotate(last=Max("published_on")).order_by("site__brin6"))
