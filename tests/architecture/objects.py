"""Which objects does the walk of `test_no_way_in.py` attack? One of everything, at De Vuursprot in Zilverkust."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.adoption.models import Adoption, Attachment, StandIn, Step
from dekkend.adoption.words.procedure import Kind, Regime
from dekkend.audit.words import Area
from dekkend.coverage.models import OwnNorm
from dekkend.files.actions import keep
from dekkend.notices.actions import tell
from dekkend.notices.models import Outgoing
from dekkend.notices.words import Notice, Recipient
from dekkend.organisations.models import Invitation, Membership, Site
from dekkend.organisations.words import LEVEL_OF, Level, Role
from dekkend.profiles.actions import make_draft
from dekkend.profiles.actions.publishing import freeze_draft
from dekkend.profiles.actions.redacting import leave_out
from dekkend.profiles.models import FixedText, OwnWording, Question
from dekkend.reading.actions.taking_in import take_in
from dekkend.signals.models import Signal
from dekkend.signals.words import SignalKind
from tests.corpus.school import vuursprot
from tests.factories.bundles import a_bundle
from tests.factories.needcards import some_cards
from tests.factories.organisations import a_site
from tests.factories.plans import a_finished_plan
from tests.factories.registers import a_register
from tests.factories.reports import an_asked_report
from tests.factories.scenarios import a_scenario
from tests.factories.signals import a_cluster_answer, a_note

YEAR = "2024-2025"
SECTION = "vision"

# Where an argument with the same name means something else.
OTHERWISE = {
    "adoption:step": {"kind": Kind.TEAM.value},
    "coverage:report_file": {"suffix": "pdf"},
    "planning:compare_file": {"suffix": "xlsx"},
    "planning:plan_file": {"suffix": "xlsx"},
}


def someone(role: Role | None, site: Site | None = None) -> User:
    user = User.objects.create_user(f"{User.objects.count()}@zilverkust.example", "goed-wachtwoord", name="Iemand")
    if role:
        level = LEVEL_OF[role]
        Membership.objects.create(user=user, role=role.value, **{level.value: site if level is Level.SITE else getattr(site, level.value)})
    return user


def one_of_everything(site: Site) -> dict[str, object]:
    """What stands in an address, by the name of the argument."""
    now, adviser = timezone.now(), someone(Role.ADVISER, site)
    objects = names_without_object() | a_profile(site, now) | a_document(site, adviser, now) | people(site, adviser, now)
    objects |= {"bundle_id": a_bundle(site.partnership).pk, "asked_id": an_asked_report(site.partnership).pk, "code": site.board.number}
    objects |= {"vestigingscode": site.brin6, "schooljaar": YEAR, "versie": 1}
    objects |= a_question_to_a_school(site) | some_signals(site, now)
    objects |= a_scenario_of(site) | a_norm(site, now) | a_read_list(site)
    return objects | a_procedure(site, adviser, now) | a_form_of_the_region(site, now) | {"site": site, "brin6": site.brin6}


def names_without_object() -> dict[str, object]:
    """Secrets that are guessed, names of parts of a form, and keys that nobody elsewhere has."""
    guessed = {"secret": "geraden-geheim", "token": "geraden-link", "slot": "geraden", "session_id": 1, "account_id": 1, "job": uuid4()}
    return (
        guessed
        | {"offer_key": "expertise.remedial_teaching", "part": "vision", "block": "support_scheme", "section": SECTION}
        | {"document": "sop", "suffix": "html"}
    )


def a_profile(site: Site, now: datetime) -> dict[str, object]:
    profile, given = vuursprot() | {"school_year": YEAR}, {"evidence": {}, "source": None, "made_by": None, "now": now}
    version = freeze_draft(make_draft(site, profile, **given), by=None, now=now)
    make_draft(site, profile, **given)
    redaction = leave_out(version, "vision", "", reason="Een naam.", by=None, now=now)
    return {"school_year": YEAR, "number": version.number, "fingerprint": version.fingerprint, "redaction_id": redaction.pk}


def a_document(site: Site, adviser: User, now: datetime) -> dict[str, object]:
    taken = take_in([ContentFile(b"tekst", name="a.txt")], by=adviser, partnership=site.partnership, now=now)
    tell(Notice.DOCUMENT_HELD_APART, [Recipient(adviser.email)], about="a", now=now, area=Area(site.partnership_id))
    key = taken.documents[0].pk
    return {"document_id": key, "batch_id": taken.batch.pk, "kind": "document", "key": str(key), "outgoing_id": Outgoing.objects.get().pk}


def people(site: Site, adviser: User, now: datetime) -> dict[str, object]:
    invited = {"email": "nieuw@zilverkust.example", "role": Role.TEACHER.value, "site": site, "secret_hash": "0" * 64}
    invitation = Invitation.objects.create(**invited, invited_by=adviser, invited_at=now, expires_at=now + timedelta(days=14))
    membership = Membership.anywhere.get(user=someone(Role.TEACHER, site))
    today = timezone.localdate(now)
    named = {"role": Role.DIRECTOR.value, "person": membership.user, "reason": "Verlof.", "first": today, "last": today}
    stand_in = StandIn.objects.create(site=site, **named, named_at=now)
    return {"person_id": adviser.pk, "invitation_id": invitation.pk, "membership_id": membership.pk, "stand_in_id": stand_in.pk}


def a_procedure(site: Site, adviser: User, now: datetime) -> dict[str, object]:
    adoption = Adoption.objects.create(site=site, school_year=YEAR, regime=Regime.PROFILE.value, begun_at=now)
    taken = {"kind": Kind.TEAM.value, "on": timezone.localdate(now), "role": Role.DIRECTOR.value}
    step = Step.objects.create(adoption=adoption, round=1, **taken, by=adviser, at=now)
    return {"attachment_id": Attachment.objects.create(step=step, file=keep(ContentFile(b"verslag", name="verslag.txt"))).pk}


def a_question_to_a_school(site: Site) -> dict[str, object]:
    """What the school asks, with the answer of another."""
    keys = some_cards(site, a_site(site.partnership))
    return {"card_id": keys["card"], "inquiry_id": keys["asked_back"]}


def some_signals(site: Site, now: datetime) -> dict[str, object]:
    given = {"label": "Autisme", "text": "Dit klopt niet.", "nonce": "geheim", "board_told_on": timezone.localdate(now)}
    kept = {"partnership": site.partnership, "site": site, "kind": SignalKind.CORRECTION.value, "made_on": timezone.localdate(now)}
    signal = Signal.objects.create(school_year=YEAR, number=1, **kept, **given)
    return {"signal_id": signal.pk, "note_id": a_note(site.partnership).pk, "answer_id": a_cluster_answer(site).pk}


def a_read_list(site: Site) -> dict[str, object]:
    keys = a_register(site.partnership)
    return {"import_id": keys["register_import"], "register_code": keys["register_code"]}


def a_scenario_of(site: Site) -> dict[str, object]:
    key = a_scenario(site.partnership).pk
    return {"plan_id": a_finished_plan(site.partnership).pk, "scenario_id": key, "keys": str(key), "way": "school-sluit"}


def a_norm(site: Site, now: datetime) -> dict[str, object]:
    first = timezone.localdate(now)
    named = {"name": "eigen", "version": "1", "title": "Eigen norm", "source": "Verzonnen.", "valid_from": first, "items": []}
    return {"norm_id": OwnNorm.anywhere.create(partnership=site.partnership, at=now, **named).pk}


def a_form_of_the_region(site: Site, now: datetime) -> dict[str, object]:
    at = {"school_year": YEAR, "section": SECTION}
    from_when = {"effective_on": timezone.localdate(now), "made_at": now}
    fixed = FixedText.objects.create(partnership=site.partnership, number=1, text="Zo werken wij.", **at, **from_when)
    wording = OwnWording.objects.create(site=site, fixed=fixed, text="Zo werken wij hier.", told_at=now, **at)
    question = Question.objects.create(site=site, school_year=YEAR, label="Visie", asked_at=now, touched_at=now)
    return {"wording_id": wording.pk, "question_id": question.pk}
