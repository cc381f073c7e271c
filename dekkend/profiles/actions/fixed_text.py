"""How does a region lay down its fixed text, and how does it judge a school that writes it otherwise?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.kernel.sentences import say
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice
from dekkend.organisations.models import Partnership, Site
from dekkend.organisations.queries import area_of_site, people_at
from dekkend.organisations.words import Refused
from dekkend.profiles.actions.journaling import about
from dekkend.profiles.actions.refusing import refuse_numbers
from dekkend.profiles.models import FixedText, OwnWording
from dekkend.profiles.queries.fixed_text import in_force, sections_with_text
from dekkend.profiles.rules.fixed_text import in_place, other_words
from dekkend.profiles.words.fixed_text import Verdict
from dekkend.profiles.words.roles import WRITERS


@transaction.atomic
def set_fixed_text(
    region: Partnership, school_year: str, section: str, text: str, *, effective_on: date, by: Any, now: datetime
) -> FixedText:
    """Add a version of the fixed text of this section, from this school year and day on. Raises EditRefused for a citizen's number."""
    refuse_numbers(text)
    Partnership.objects.select_for_update().get(pk=region.pk)
    of_year = FixedText.anywhere.filter(partnership=region, school_year=school_year, section=section)
    number = (of_year.aggregate(last=Max("number"))["last"] or 0) + 1
    made = FixedText.objects.create(
        partnership=region,
        school_year=school_year,
        section=section,
        number=number,
        text=text.strip(),
        effective_on=effective_on,
        made_by=by,
        made_at=now,
    )
    details = {"section": title_of(section), "year": school_year, "number": number}
    subject = Subject(SubjectKind.REGION, str(region.pk), region.name)
    record(Event.FIXED_TEXT_SET, actor=by, subject=subject, area=Area(region.pk), now=now, details=details)
    return made


@transaction.atomic
def tell_own_wording(site: Site, school_year: str, section: str, text: str, *, source: str = "", by: Any, now: datetime) -> OwnWording:
    """A school writes the fixed text of this section otherwise; the region is asked. A proposal that was still open is replaced.

    Raises Refused when there is no fixed text, or when nothing differs.
    """
    refuse_numbers(text)
    Site.anywhere.select_for_update().get(pk=site.pk)
    fixed = in_force(site.partnership_id, school_year, today=timezone.localdate(now)).get(section)
    if fixed is None:
        raise Refused(say("Bij dit onderdeel staat nu geen vaste tekst. U schrijft daar gewoon uw eigen tekst."))
    if not text.strip() or not other_words(fixed.text, text):
        raise Refused(say("Dit is dezelfde tekst als die van de regio. Verander eerst wat er bij u anders is."))
    given = {"fixed": fixed, "text": text.strip(), "source": source[:150], "told_by": by, "told_at": now}
    of_site: dict[str, Any] = {"site": site, "school_year": school_year, "section": section, "verdict": Verdict.OPEN.value}
    made, _ = OwnWording.anywhere.update_or_create(**of_site, defaults=given)
    details = {"year": school_year, "section": title_of(section)}
    record(Event.OWN_WORDING_TOLD, actor=by, subject=about(site), area=area_of_site(site), now=now, details=details)
    return made


def tell_found_wordings(site: Site, school_year: str, sentences: Iterable[str], *, source: str, by: Any, now: datetime) -> int:
    """Lay changed fixed sentences of a read document beside the region's text, to the word. Returns for how many sections one is told.

    What was judged before with the same words is not asked again.
    """
    changed = list(sentences)
    texts = in_force(site.partnership_id, school_year, today=timezone.localdate(now)) if changed else {}
    told = 0
    for section, fixed in texts.items():
        text = in_place(fixed.text, changed)
        if text is None or not other_words(fixed.text, text):
            continue
        if OwnWording.anywhere.filter(site=site, school_year=school_year, section=section, fixed=fixed, text=text.strip()).exists():
            continue
        tell_own_wording(site, school_year, section, text, source=source, by=by, now=now)
        told += 1
    return told


@transaction.atomic
def judge_wording(wording: OwnWording, verdict: Verdict, reason: str, *, by: Any, now: datetime) -> None:
    """Accept or refuse an own wording, with a reason; the school is told. Raises Refused when someone judged it already."""
    held = OwnWording.anywhere.select_for_update().select_related("site").get(pk=wording.pk)
    if held.verdict != Verdict.OPEN.value:
        raise Refused(say("Iemand anders oordeelde hier al over. Laad de pagina opnieuw."))
    held.verdict, held.reason, held.judged_by, held.judged_at = verdict.value, reason.strip(), by, now
    held.save(update_fields=["verdict", "reason", "judged_by", "judged_at"])
    site, year = held.site, held.school_year
    details = {"year": year, "section": title_of(held.section), "verdict": verdict.label.lower()}
    record(Event.OWN_WORDING_JUDGED, actor=by, subject=about(site), area=area_of_site(site), now=now, details=details)
    tell(
        Notice.WORDING_JUDGED,
        people_at(site, WRITERS, timezone.localdate(now)),
        about=f"wording-{held.pk}",
        now=now,
        link=reverse("profiles:own_wording", args=[site.brin6, year, held.section]),
        values={"school": site.name, "year": year, "verdict": verdict.label.lower()},
        area=area_of_site(site),
    )


def title_of(section: str) -> str:
    """What the section is called on the form."""
    return next((each.title for each in sections_with_text() if each.id == section), section)
