"""Has every region someone who can invite people, today and next month?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone

from dekkend.config.doctor.words import Finding, good, problem, tip, warning
from dekkend.kernel.dates import say_date
from dekkend.organisations.models import Partnership
from dekkend.organisations.queries import administrators_invited, regions_by_care

SOON = timedelta(days=30)
BEGIN = "Draai dekkend begin --code {code} --administrator E-MAILADRES: dat nodigt een beheerder uit."


def administrators(now: datetime) -> Iterator[Finding]:
    today = timezone.localdate(now)
    regions = regions_by_care(today)
    if not regions:
        yield warning(
            "no_region",
            "Er is nog geen samenwerkingsverband.",
            "Niemand kan inloggen of iemand uitnodigen.",
            "Draai dekkend begin --code CODE --partnership NAAM --administrator E-MAILADRES.",
        )
        return
    invited = administrators_invited(now)
    wrong = [finding for region, many, last in regions for finding in _of(region, many, last, invited.get(region.pk), today)]
    yield from wrong or [good("administrators", f"Elk samenwerkingsverband heeft een beheerder ({len(regions)}).")]


def _of(region: Partnership, many: int, last: date | None, invited: datetime | None, today: date) -> Iterator[Finding]:
    if not many and invited is not None:
        yield tip(
            "administrator_invited",
            f"Een beheerder van {region.name} is uitgenodigd tot en met {say_date(timezone.localdate(invited).isoformat())}.",
            "Zodra die de link opent, heeft het samenwerkingsverband een beheerder. Tot dan kan niemand daar mensen uitnodigen.",
            f"Kwam de mail niet aan? {BEGIN.format(code=region.code)} De oude link vervalt dan.",
        )
    elif not many:
        yield problem(
            "no_administrator",
            f"{region.name} heeft geen beheerder.",
            "Niemand kan daar mensen uitnodigen, rollen verlengen of het logboek lezen.",
            BEGIN.format(code=region.code),
        )
    elif last is not None and last <= today + SOON:
        yield warning(
            "administrator_leaves",
            f"De rol van de laatste beheerder van {region.name} loopt tot en met {last:%d-%m-%Y}.",
            "Daarna kan niemand daar mensen uitnodigen of rollen verlengen.",
            "Laat die beheerder op het scherm Mensen de rol verlengen (kan vanaf 1 juni) of een tweede beheerder uitnodigen.",
        )
