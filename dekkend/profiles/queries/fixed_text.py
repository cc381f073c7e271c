"""Which text do all schools of a region share in a school year, and which schools write it otherwise?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from dekkend.organisations.models import Site
from dekkend.organisations.words import Scope
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import FixedText, OwnWording
from dekkend.profiles.rules.fixed_text import hashes_of
from dekkend.profiles.words.fixed_text import SharedText, Verdict
from dekkend.profiles.words.roles import REGION
from dekkend.profiles.words.template import Section


def sections_with_text() -> tuple[Section, ...]:
    """The sections of the form that can have a fixed text, in their order."""
    return tuple(section for section in load_template().sections if section.id != "other")


def in_force(partnership_id: int, school_year: str, *, today: date) -> dict[str, FixedText]:
    """Per section the newest version that holds in this school year. An empty one ended it."""
    found = FixedText.anywhere.filter(partnership_id=partnership_id, school_year__lte=school_year, effective_on__lte=today)
    newest: dict[str, FixedText] = {}
    for each in found.order_by("-school_year", "-number"):
        newest.setdefault(each.section, each)
    return {section: each for section, each in newest.items() if each.text}


def history_of(partnership_id: int, section: str) -> list[FixedText]:
    """Every version of one section, the newest first."""
    found = FixedText.anywhere.filter(partnership_id=partnership_id, section=section).select_related("made_by")
    return list(found.order_by("-school_year", "-number"))


def known_hashes(partnership_id: int) -> frozenset[str]:
    """What the reader recognises every text by that this region ever had: a document may be of an earlier year."""
    return hashes_of(FixedText.anywhere.filter(partnership_id=partnership_id).values_list("text", flat=True))


def shared_texts(site: Site, school_year: str, *, today: date) -> tuple[SharedText, ...]:
    """The fixed texts as this school shows them: the region's, or its own wording where the region accepted that."""
    texts = in_force(site.partnership_id, school_year, today=today)
    if not texts:
        return ()
    wordings = OwnWording.anywhere.filter(site=site, school_year=school_year, fixed__in=texts.values()).order_by("told_at", "pk")
    accepted = {each.section: each for each in wordings if each.verdict == Verdict.ACCEPTED.value}
    asked = {each.section for each in wordings if each.verdict == Verdict.OPEN.value}
    return tuple(
        shown(section, texts[section.id], accepted.get(section.id), asked=section.id in asked)
        for section in sections_with_text()
        if section.id in texts
    )


def shown(section: Section, fixed: FixedText, own: OwnWording | None, *, asked: bool) -> SharedText:
    title = f"{section.number} {section.title}".strip()
    return SharedText(section.id, title, own.text if own else fixed.text, own=own is not None, asked=asked)


def wordings_within(scope: Scope) -> QuerySet[OwnWording]:
    """Own wordings of the schools of the own region, the newest first."""
    found = OwnWording.objects.within(scope.only(*REGION))
    return found.select_related("site", "fixed", "told_by", "judged_by").order_by("-told_at", "-pk")


def wordings_of(site: Site, school_year: str, section: str) -> list[OwnWording]:
    """What this school proposed for this section in this year, the newest first."""
    found = OwnWording.anywhere.filter(site=site, school_year=school_year, section=section).select_related("judged_by")
    return list(found.order_by("-told_at", "-pk"))


def standing_on_old_text(partnership_id: int, school_year: str, section: str) -> int:
    """How many schools have an accepted own wording beside the text that holds now: a new text takes its place."""
    found = OwnWording.anywhere.filter(site__partnership_id=partnership_id, school_year=school_year, section=section)
    return found.filter(verdict=Verdict.ACCEPTED.value).values("site").distinct().count()


def open_wordings(sites: Iterable[Site], school_year: str) -> dict[int, int]:
    """How many own wordings of each site wait for the region."""
    found: dict[int, int] = {}
    waiting = OwnWording.anywhere.filter(site__in=list(sites), school_year=school_year, verdict=Verdict.OPEN.value)
    for site_id in waiting.values_list("site_id", flat=True):
        found[site_id] = found.get(site_id, 0) + 1
    return found
