"""Which events are written down, with which Dutch sentence, about what, and how long is each kept?"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, Self

from dekkend.kernel.labels import Label

Details = Mapping[str, str | int]
NO_HASH = "0" * 64  # stands before the first entry of a chain
SYSTEM = "Dekkend"  # who did it when nobody asked for it


class Kept(enum.StrEnum):
    """Why an entry is kept; the setting AUDIT_KEPT_DAYS says for how many days. CHAIN holds no person and stays for ever."""

    SECURITY = "security"
    READS = "reads"
    CHANGES = "changes"
    CHAIN = "chain"


class Event(Label):
    """Everything that is written down. `label` is its sentence; beside {actor} and {subject} it names exactly the details it needs."""

    kept: Kept

    def __new__(cls, code: str, label: str = "", kept: Kept = Kept.CHANGES) -> Self:
        member = str.__new__(cls, code)
        member._value_, member.label, member.kept = code, label, kept
        return member

    SIGNED_IN = "account.signed_in", "{actor} logde in.", Kept.SECURITY
    SIGNED_OUT = "account.signed_out", "{actor} logde uit.", Kept.SECURITY
    SIGN_IN_FAILED = "account.sign_in_failed", "Iemand probeerde in te loggen als {subject}, met een verkeerd wachtwoord.", Kept.SECURITY
    PASSWORD_CHANGED = "account.password_changed", "{actor} koos een nieuw wachtwoord.", Kept.SECURITY
    ACCOUNT_OPENED = "account.opened", "{actor} maakte een account aan, met {way}.", Kept.SECURITY
    APP_ON = "account.app_on", "{actor} zette de app met codes aan.", Kept.SECURITY
    APP_OFF = "account.app_off", "{actor} zette de app met codes uit.", Kept.SECURITY
    PASSKEY_MADE = "account.passkey_made", "{actor} maakte een passkey.", Kept.SECURITY
    PASSKEY_RENAMED = "account.passkey_renamed", "{actor} gaf een passkey een andere naam: {name}.", Kept.SECURITY
    PASSKEY_REMOVED = "account.passkey_removed", "{actor} haalde een passkey weg.", Kept.SECURITY
    CODES_MADE = "account.codes_made", "{actor} kreeg nieuwe herstelcodes.", Kept.SECURITY
    CODES_SEEN = "account.codes_seen", "{actor} bekeek de herstelcodes.", Kept.SECURITY
    SESSION_ENDED = "account.session_ended", "{actor} logde een ander apparaat uit: {device}.", Kept.SECURITY
    SESSIONS_ENDED = "account.sessions_ended", "{actor} logde alle andere apparaten uit ({count}).", Kept.SECURITY
    SCHOOL_COUPLED = "account.school_coupled", "{actor} koppelde een schoolaccount.", Kept.SECURITY
    SCHOOL_UNCOUPLED = "account.school_uncoupled", "{actor} ontkoppelde een schoolaccount.", Kept.SECURITY
    STEPPED_IN = "demo.stepped_in", "Een bezoeker van de demo stapte in als {subject}.", Kept.SECURITY

    ROLE_GIVEN = "membership.given", "{actor} gaf {subject} de rol {role} bij {place}."
    ROLE_ENDED = "membership.ended", "{actor} beëindigde de rol {role} van {subject} bij {place}."
    ROLE_RESTORED = "membership.restored", "{actor} gaf {subject} de rol {role} bij {place} terug."
    ROLE_RENEWED = "membership.renewed", "{actor} verlengde de rol {role} van {subject} bij {place} tot en met {until}."
    INVITED = "membership.invited", "{actor} stuurde {subject}, voor de rol {role} bij {place}."
    INVITATION_REVOKED = "membership.invitation_revoked", "{actor} trok {subject} in, voor de rol {role} bij {place}."

    DOCUMENT_HANDED_IN = "document.handed_in", "{actor} leverde {subject} in."
    DOCUMENT_READ = "document.read", "{subject} is gelezen: {certain} zeker, {likely} waarschijnlijk, {unsure} onzeker."
    DOCUMENT_REFUSED = "document.refused", "{subject} is niet gelezen (reden: {code})."
    DOCUMENT_HELD_APART = (
        "document.held_apart",
        "{subject} is apart gezet: er staat op {places} plaatsen een nummer in dat niet bewaard mag worden.",
    )
    DOCUMENT_DESTROYED = "document.destroyed", "Het bestand van {subject} is verwijderd door {actor}."
    DOCUMENT_ANSWERED = "document.answered", "{actor} keek in {subject} de vraag {path} na: {answer}."
    DOCUMENT_TAKEN_BACK = "document.taken_back", "{actor} zette in {subject} het antwoord op {path} terug."
    DOCUMENT_REMEMBERED = (
        "document.remembered",
        "{actor} liet het antwoord op {path} in {subject} onthouden; ingevuld in {count} andere documenten.",
    )
    DOCUMENT_ACCEPTED = "document.accepted", "{actor} nam {subject} over als concept van {site} voor {year}."
    DOCUMENT_DOWNLOADED = "document.downloaded", "{actor} haalde het bestand van {subject} op.", Kept.READS

    DRAFT_MADE = "profile.draft_made", "{actor} maakte het concept van {subject} voor {year}."
    DRAFT_EDITED = "profile.draft_edited", "{actor} werkte aan het concept van {subject} voor {year}."
    DRAFT_PUT_BACK = "profile.draft_put_back", "{actor} zette in het concept van {subject} voor {year} een eerder moment terug."
    DRAFT_COPIED = "profile.draft_copied", "{actor} begon het concept van {subject} voor {year} met de antwoorden van {before}."
    DRAFT_TAKEN_OVER = "profile.draft_taken_over", "{actor} nam in het concept van {subject} voor {year} {count} antwoorden over."
    DRAFT_CONFIRMED = "profile.draft_confirmed", "{actor} bevestigde in het concept van {subject} voor {year} {count} antwoorden."
    FINDING_OVERRULED = "profile.finding_overruled", "{actor} legde bij {subject} voor {year} een opmerking opzij ({kind})."
    FINDING_BACK = "profile.finding_back", "{actor} haalde bij {subject} voor {year} een opmerking weer terug ({kind})."
    PROFILE_FROZEN = (
        "profile.frozen",
        "{actor} legde het profiel van {subject} voor {year} vast als versie {number} (vingerafdruk {cited}).",
    )
    PROFILE_ADOPTED = (
        "profile.adopted",
        "Het profiel van {subject} voor {year} (versie {number}) is vastgesteld; opgeschreven door {actor}.",
    )
    PROFILE_PUBLISHED = "profile.published", "{actor} maakte het profiel van {subject} voor {year} openbaar (versie {number})."
    PROFILE_LEFT_OUT = (
        "profile.left_out",
        "{actor} liet in het profiel van {subject} voor {year} (versie {number}) een stuk weg voor buiten de school: {path}.",
    )
    PROFILE_SHOWN_AGAIN = (
        "profile.shown_again",
        "{actor} liet in het profiel van {subject} voor {year} (versie {number}) een weggelaten stuk weer zien: {path}.",
    )

    FIXED_TEXT_SET = "profile.fixed_text_set", "{actor} legde voor {subject} de vaste tekst bij {section} vast, vanaf {year} ({number})."
    FORM_IN_FORCE = (
        "profile.form_in_force",
        "{actor} zette voor {subject} een nieuw formulier in werking, vanaf {year} ({count} concepten).",
    )
    OWN_WORDING_TOLD = "profile.own_wording_told", "{actor} legde voor {subject} ({year}) een eigen tekst voor bij {section}."
    OWN_WORDING_JUDGED = (
        "profile.own_wording_judged",
        "{actor} oordeelde over de eigen tekst van {subject} ({year}) bij {section}: {verdict}.",
    )
    QUESTION_ASKED = "profile.question_asked", "{actor} vroeg {subject} ({year}) iets over {about}."
    QUESTION_ANSWERED = "profile.question_answered", "{actor} schreef bij een vraag aan {subject} ({year}) over {about}."
    QUESTION_CLOSED = "profile.question_closed", "{actor} sloot een vraag aan {subject} ({year}) over {about} af."

    ADOPTION_STEP = "adoption.step", "{actor} legde voor {subject} ({year}) vast: {step}, als {role}, op {day}, bij versie {number}."
    ATTACHMENT_READ = "adoption.attachment_read", "{actor} haalde bij {subject} ({year}) de bijlage {file} op.", Kept.READS
    DETAIL_DECIDED = "adoption.detail_decided", "{actor} besloot bij {subject} ({year}, versie {number}) over {path}: {decision}."
    STAND_IN_NAMED = "adoption.stand_in_named", "{actor} liet {subject} van {first} tot en met {last} de {role} van {site} vervangen."
    STAND_IN_ENDED = "adoption.stand_in_ended", "{actor} beëindigde dat {subject} de {role} van {site} vervangt."
    CAMPAIGN_SET = "adoption.campaign_set", "{actor} koos voor {subject} de ronde {year}: van {opens} tot en met {deadline}."
    SCHOOL_REMINDED = "adoption.school_reminded", "{actor} herinnerde {subject} aan het aanbod voor {year}."
    TERMS_SET = "adoption.terms_set", "{actor} koos voor {subject} de dagen: advies {advice}, besluit {decision}, vooraf {remind}."

    OFFER_SAID = "offer.said", "{actor} zei hoe het aanbod {offer} van {subject} ervoor staat: {state}."
    OFFER_CONFIRMED = "offer.confirmed", "{actor} bevestigde het aanbod {offer} van {subject}: {state}."
    OFFER_UNDONE = "offer.undone", "{actor} zette terug wat er over het aanbod {offer} van {subject} was gezegd."
    OFFER_ASKED = "offer.asked", "Aan {count} mensen van {subject} is gevraagd of het aanbod nog klopt."
    OFFER_NAMED = "offer.named", "{actor} koos in {subject} wat '{words}' van scholen is: {kind}."
    OFFER_NAME_FORGOTTEN = "offer.name_forgotten", "{actor} zette in {subject} terug wat '{words}' van scholen is."
    FINDER_TAUGHT = "finder.taught", "{actor} leerde de zoeker dat '{word}' dit betekent: {kind}."
    FINDER_UNTAUGHT = "finder.untaught", "{actor} nam terug wat de zoeker leerde over '{word}'."
    OFFERS_CHOSEN = "offer.chosen", "{actor} koos voor {subject}: vragen {rhythm}, norm {norm}."

    BUNDLE_ASKED = "publishing.bundle_asked", "{actor} liet alle documenten van {subject} in één bestand maken ({count} scholen)."
    BUNDLE_TAKEN = "publishing.bundle_taken", "{actor} haalde alle documenten van {subject} op, stand van {day}.", Kept.READS
    SUPPORT_POINT_SET = "publishing.support_point_set", "{actor} koos voor {subject} wie ouders kunnen bellen: {point}."

    CARD_WRITTEN = "needcard.written", "{actor} schreef aan {subject}."
    CARD_SENT = "needcard.sent", "{actor} stuurde {subject} aan scholen ({count})."
    CARD_READ = "needcard.read", "{actor} las {subject}, voor {site}.", Kept.READS
    CARD_REPLIED = "needcard.replied", "{actor} antwoordde voor {site} op {subject}."
    CARD_ANSWERED = "needcard.answered", "{actor} beantwoordde bij {subject} een vraag van {site}."
    CARD_CLOSED = "needcard.closed", "{actor} sloot {subject} af."
    CARD_WITHDRAWN = "needcard.withdrawn", "{actor} trok {subject} in."
    CARD_REOPENED = "needcard.reopened", "{actor} zette {subject} weer open."
    CARD_DISCARDED = "needcard.discarded", "{actor} gooide het concept van {subject} weg."
    CARD_LAPSED = "needcard.lapsed", "De {subject} is afgesloten, omdat niemand dat deed."
    CARD_WIPED = "needcard.wiped", "De inhoud van {subject} is gewist, omdat de bewaartermijn voorbij was (gevraagde scholen: {count})."

    SIGNAL_RECEIVED = "signal.received", "Er kwam {subject} binnen, over: {about}."
    SIGNAL_SEEN = "signal.seen", "{actor} las {subject}.", Kept.READS
    SIGNAL_ANSWERED = "signal.answered", "{actor} antwoordde op {subject}: {state}."
    SIGNAL_SPAM = "signal.spam", "{actor} zette {subject} weg als geen echte melding."
    SIGNAL_UNDONE = "signal.undone", "{actor} zette bij {subject} de laatste stap terug; nu: {state}."
    SIGNAL_WITHDRAWN = "signal.withdrawn", "De melder trok {subject} in."
    SIGNAL_ESCALATED = "signal.escalated", "Het bestuur leest mee bij {subject}."
    SIGNALS_WIPED = (
        "signal.wiped",
        "De bewaartermijn van {count} meldingen bij {subject} was voorbij; de tekst en het e-mailadres zijn gewist.",
    )
    SIGNAL_NOTED = "signal.noted", "{actor} schreef voor {subject} op wat het steunpunt hoorde, over: {about}."
    SIGNAL_NOTE_UNDONE = "signal.note_undone", "{actor} trok bij {subject} een notitie van het steunpunt in, over: {about}."
    SIGNAL_NOTE_RESTORED = "signal.note_restored", "{actor} zette bij {subject} een notitie van het steunpunt terug, over: {about}."
    CLUSTER_ANSWERED = "signal.cluster_answered", "{actor} antwoordde namens {board} in {subject} op signalen over {about}: {state}."
    CLUSTER_ANSWER_UNDONE = "signal.cluster_undone", "{actor} trok namens {board} in {subject} het antwoord op signalen over {about} in."

    COVERAGE_SET = "coverage.set", "{actor} koos voor {subject} hoe de dekking wordt geteld: {choice}."
    COVERAGE_SET_BACK = "coverage.set_back", "{actor} zette voor {subject} terug hoe de dekking wordt geteld: {choice}."
    VIEW_SAVED = "coverage.view_saved", "{actor} bewaarde voor {subject} de weergave {name}."
    VIEW_REMOVED = "coverage.view_removed", "{actor} haalde voor {subject} de weergave {name} weg."
    VIEW_BACK = "coverage.view_back", "{actor} zette voor {subject} de weergave {name} terug."
    RATE_SET = "coverage.rate_set", "{actor} legde voor {subject} vast wat {kind} kost in {year}: {amount}."
    RATE_SET_BACK = "coverage.rate_set_back", "{actor} zette voor {subject} terug wat {kind} kost in {year}: {amount}."
    NORM_ADDED = "coverage.norm_added", "{actor} voegde voor {subject} de norm {norm} toe, versie {version}."
    NORM_WITHDRAWN = "coverage.norm_withdrawn", "{actor} trok voor {subject} de norm {norm} in, versie {version}."
    NORM_BACK = "coverage.norm_back", "{actor} zette voor {subject} de norm {norm} terug, versie {version}."

    REPORT_ASKED = "coverage.report_asked", "{actor} vroeg het rapport over de dekking van {subject}, over: {about}."
    REPORT_TAKEN = (
        "coverage.report_taken",
        "{actor} haalde het rapport over de dekking van {subject} op ({format}), over: {about}, stand van {day}.",
        Kept.READS,
    )

    PLAN_ASKED = "planning.asked", "{actor} vroeg voor {subject} een plan: ‘{question}’."
    PLAN_REMOVED = "planning.removed", "{actor} haalde voor {subject} een plan weg: ‘{question}’."
    PLAN_BACK = "planning.back", "{actor} zette voor {subject} een plan terug: ‘{question}’."

    SCENARIO_MADE = "scenario.made", "{actor} maakte voor {subject} het scenario {name}, met {count} veranderingen."
    SCENARIO_CHANGED = "scenario.changed", "{actor} veranderde voor {subject} het scenario {name}: {change}."
    SCENARIO_RENAMED = "scenario.renamed", "{actor} beschreef voor {subject} het scenario {name} opnieuw."
    SCENARIO_REMOVED = "scenario.removed", "{actor} haalde voor {subject} het scenario {name} weg."
    SCENARIO_BACK = "scenario.back", "{actor} zette voor {subject} het scenario {name} terug."

    REGISTER_READ = "register.read", "{actor} vergeleek lijsten met het register van {subject}: {count} verschillen."
    REGISTER_APPLIED = "register.applied", "{actor} nam {count} verschillen over in het register van {subject}."
    REGISTER_DECLINED = "register.declined", "{actor} liet {count} verschillen met het register van {subject} zoals het was."
    REGISTER_RECONSIDERED = "register.reconsidered", "{actor} zette {count} verschillen met het register van {subject} weer open."
    REGISTER_UNDONE = "register.undone", "{actor} draaide {count} verschillen in het register van {subject} terug."

    MAIL_SENT_AGAIN = "mail.sent_again", "{actor} liet het bericht {subject} opnieuw versturen."

    JOB_TRIED_AGAIN = "job.tried_again", "{actor} liet een mislukte taak opnieuw doen: {subject}."

    LIST_TAKEN = "list.taken", "{actor} haalde {count} regels uit de lijst {subject} op als bestand.", Kept.READS
    LOG_OF_PERSON_READ = "log.person_read", "{actor} bekeek het logboek van {subject}.", Kept.READS
    LOG_EXPORTED = "log.exported", "{actor} haalde {count} regels uit het logboek op als bestand.", Kept.READS
    LOG_EXPIRED = "log.expired", "De bewaartermijn van {count} regels was voorbij; zij zijn verwijderd (zegel {seal}).", Kept.CHAIN


class SubjectKind(Label):
    """What an entry can be about."""

    PERSON = "person", "Persoon"
    DOCUMENT = "document", "Document"
    SITE = "site", "School"
    INVITATION = "invitation", "Uitnodiging"
    MAIL = "mail", "Bericht"
    LOG = "log", "Logboek"
    REGION = "region", "Samenwerkingsverband"
    JOB = "job", "Taak"
    LIST = "list", "Lijst"
    SIGNAL = "signal", "Melding"
    NEED_CARD = "need_card", "Rondvraag"


# What we call ourselves, so that it can be said in another language; the others are names, and stay as they are.
OWN_WORDS = frozenset({"invitation", "mail", "log", "job", "list", "signal", "need_card"})


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about: its kind, its key as text, and what it was called at that moment."""

    kind: SubjectKind
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Area:
    """Where something lies, by key: which partnership, board, site. Its administrators may read the entry."""

    partnership_id: int | None = None
    board_id: int | None = None
    site_id: int | None = None


NOWHERE = Area()


class Reach(Protocol):
    """How far the reader of the log reaches: the part of `request.scope` that this feature needs."""

    @property
    def user_id(self) -> int | None: ...

    def administers(self) -> frozenset[int]:
        """The keys of the partnerships that this person administers."""
        ...
