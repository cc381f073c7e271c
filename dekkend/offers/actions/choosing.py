"""What can a region choose about the offers of its schools: how often they are asked, which norm counts, and what own words mean?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.kernel.sentences import say
from dekkend.offers.actions.projecting import project
from dekkend.offers.gateways import load_norms
from dekkend.offers.models import Offer, RegionOffers, RememberedCode
from dekkend.offers.permissions import may_choose_for, may_oversee_region
from dekkend.offers.rules.claims import label_key
from dekkend.offers.words import Refused, Rhythm
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.models import ProfileVersion

NO_SUCH_CODE = say("Deze soort staat niet in de catalogus. Kies een soort uit de lijst.")


@transaction.atomic
def choose(partnership: Partnership, rhythm: Rhythm, norm: str, *, by: Any, scope: Scope, now: datetime) -> RegionOffers:
    """How often schools are asked, and which norm is laid beside their offers ("" for none)."""
    if not may_choose_for(scope, partnership.pk):
        raise PermissionDenied(say("Alleen de directeur en de beheerder van het samenwerkingsverband kiezen dit."))
    if norm and norm not in {each.name for each in load_norms()}:
        raise Refused(say("Deze norm is er niet. Kies een norm uit de lijst."))
    RegionOffers.anywhere.get_or_create(partnership=partnership)
    chosen = RegionOffers.anywhere.select_for_update().get(partnership=partnership)
    chosen.rhythm, chosen.norm = rhythm.value, norm
    chosen.save(update_fields=["rhythm", "norm"])
    details = {"rhythm": rhythm.label.lower(), "norm": norm or "geen"}
    record(Event.OFFERS_CHOSEN, actor=by, subject=about(partnership), area=Area(partnership.pk), now=now, details=details)
    return chosen


@transaction.atomic
def name_words(partnership: Partnership, words: str, code: str, *, by: Any, scope: Scope, now: datetime) -> int:
    """What own rows with these words are, everywhere in the region and from now on; "" for no kind. Returns how many profiles changed."""
    if not may_oversee_region(scope, partnership.pk):
        raise PermissionDenied(say("Alleen het samenwerkingsverband zegt wat eigen woorden van scholen betekenen."))
    if code and load_catalogue().item(code) is None:
        raise Refused(NO_SUCH_CODE)
    key = label_key(words)
    if not key:
        raise Refused(say("Er staan geen woorden in. Kies een regel uit de lijst."))
    RememberedCode.anywhere.update_or_create(partnership=partnership, words=key, defaults={"code": code, "by": by, "at": now})
    item = load_catalogue().item(code)
    details = {"words": words, "kind": item.label if item else say("geen soort van de catalogus")}
    record(Event.OFFER_NAMED, actor=by, subject=about(partnership), area=Area(partnership.pk), now=now, details=details)
    return project(_with_words(partnership, key))


@transaction.atomic
def forget_words(partnership: Partnership, words: str, *, by: Any, scope: Scope, now: datetime) -> None:
    """Undo: the words have no kind again and are asked about."""
    if not may_oversee_region(scope, partnership.pk):
        raise PermissionDenied(say("Alleen het samenwerkingsverband zegt wat eigen woorden van scholen betekenen."))
    key = label_key(words)
    if not RememberedCode.anywhere.filter(partnership=partnership, words=key).delete()[0]:
        raise Refused(say("Hierover is niets onthouden."))
    details = {"words": words}
    record(Event.OFFER_NAME_FORGOTTEN, actor=by, subject=about(partnership), area=Area(partnership.pk), now=now, details=details)
    project(_with_words(partnership, key))


def _with_words(partnership: Partnership, key: str) -> list[ProfileVersion]:
    """Every projected version of the region in which a school added a row with these words."""
    own = Offer.anywhere.filter(version__site__partnership=partnership, key__contains=".own-").values_list("version_id", "label")
    versions = {version for version, label in own if label_key(label) == key}
    return list(ProfileVersion.anywhere.filter(pk__in=versions).select_related("site").prefetch_related("redactions").order_by("pk"))


def about(partnership: Partnership) -> Subject:
    return Subject(SubjectKind.REGION, str(partnership.pk), partnership.name)
