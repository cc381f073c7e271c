"""When is each notice sent, and what does it say?

A subject names no person, school or file: it is read on locked screens and kept by mail servers. A text holds only what is needed to
know what to do; the rest is behind the link, where we ask who is reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from dekkend.notices.words.kinds import Notice
from dekkend.notices.words.letter import Letter, about_offer, changed

LETTERS: Mapping[Notice, Letter] = {
    Notice.INVITATION: Letter(
        trigger="Iemand geeft een ander een rol die nog geen account heeft.",
        subject="Uitnodiging voor Dekkend",
        text="""{inviter} nodigt u uit voor Dekkend. Daar werkt u mee aan het ondersteuningsaanbod van scholen.

Uw rol: {role}, {place}.

Open deze link om een account te maken. De link werkt één keer, tot en met {until}.
{link}

Kent u {inviter} niet, of verwacht u dit niet? Doe dan niets. Zonder de link gebeurt er niets.""",
        example={"inviter": "Yara Nijborg", "role": "Intern begeleider", "place": "De Vuursprot", "until": "16 maart 2026"},
        works=timedelta(days=14),
    ),
    Notice.BATCH_READ: Letter(
        trigger="Alle documenten van een stapel zijn klaar, en ten minste één is gelezen.",
        subject="Uw documenten zijn gelezen",
        text="""Wij hebben gelezen wat u inleverde: {count}. Bij elk document vragen wij u alleen wat niet zeker is.

Kijk de documenten na:
{link}""",
        example={"count": "12 documenten"},
    ),
    Notice.BATCH_REFUSED: Letter(
        trigger="Alle documenten van een stapel zijn klaar, en ten minste één kon niet worden gelezen.",
        subject="Wij konden niet alles lezen wat u inleverde",
        text="""Dit konden wij niet lezen: {count}. Bij elk bestand staat waarom, en wat u kunt doen.

Bekijk de bestanden:
{link}""",
        example={"count": "1 document"},
    ),
    Notice.DOCUMENT_HELD_APART: Letter(
        trigger="In een document staat een nummer dat een burgerservicenummer of onderwijsnummer kan zijn.",
        subject="Een document is apart gezet",
        text="""In een document dat u inleverde staat een nummer dat wij niet mogen bewaren. Wij hebben er niets uit bewaard.

Bekijk waar het nummer staat. Haal het weg en lever het document opnieuw in. Doet u niets, dan verwijderen wij het bestand na een dag.
{link}""",
        example={},
    ),
    Notice.OFFER_CONFIRM: Letter(
        trigger="Een ronde begint waarin het samenwerkingsverband laat vragen of het aanbod nog klopt: elk kwartaal of elk half jaar.",
        subject="Klopt uw aanbod nog? Het kost vijf minuten",
        text="""In het aanbod van {school} staat hulp die ouders nu zien. Aantal punten: {count}. Per punt is één klik \
genoeg: nog zo, nu even niet, of bestaat niet meer.

U hoeft niet in te loggen. De link werkt tot en met {until}, en alleen voor het aanbod van deze school:
{link}

Stuur deze mail niet door: wie de link heeft, kan voor u antwoorden.""",
        example={"school": "De Vuursprot", "count": "12", "until": "16 maart 2026"},
        works=timedelta(days=42),
    ),
    Notice.OFFER_REMINDER: Letter(
        trigger="Twee weken na de vraag of het aanbod nog klopt is nog niet alles beantwoord.",
        subject="Nog even: klopt uw aanbod nog?",
        text="""Wij vroegen of het aanbod van {school} nog klopt. Aantal punten dat nog open is: {count}. Wat u of een collega al \
beantwoordde, staat er niet meer bij.

U hoeft niet in te loggen. De link werkt tot en met {until}:
{link}

Stuur deze mail niet door: wie de link heeft, kan voor u antwoorden.""",
        example={"school": "De Vuursprot", "count": "4", "until": "16 maart 2026"},
        works=timedelta(days=28),
    ),
    Notice.WORDING_JUDGED: about_offer(
        "Het samenwerkingsverband las de eigen tekst van de school naast de vaste tekst. Het oordeel: {verdict}. De reden staat erbij.",
        trigger="Het samenwerkingsverband oordeelt over een eigen tekst van een school.",
        subject="Er is een oordeel over uw eigen tekst",
        verdict="goedgevonden",
    ),
    Notice.QUESTION_ASKED: about_offer(
        "Het samenwerkingsverband heeft een vraag over het aanbod van de school. U kunt meteen antwoorden.",
        trigger="Het samenwerkingsverband stelt een school een vraag, of schrijft erbij.",
        subject="Een vraag over uw aanbod",
    ),
    Notice.QUESTION_ANSWERED: about_offer(
        "De school antwoordde op uw vraag over haar aanbod.",
        trigger="Een school antwoordt op een vraag van het samenwerkingsverband.",
        subject="Een school gaf antwoord",
    ),
    Notice.OFFER_AWAITED: about_offer(
        "Het samenwerkingsverband verwacht het aanbod van de school uiterlijk op {day}. In Dekkend staat wat er nog te doen is.",
        trigger="Het samenwerkingsverband herinnert een school aan haar aanbod.",
        subject="Uw aanbod wordt verwacht",
        day="30 september 2026",
    ),
    Notice.ADVICE_ASKED: about_offer(
        "De school vraagt de MR om advies over haar aanbod. U ziet alleen wat er veranderde; dat kost ongeveer twintig minuten.",
        trigger="De directeur vraagt de MR om advies over het aanbod.",
        subject="De MR wordt om advies gevraagd",
    ),
    Notice.ADVICE_DUE: about_offer(
        "Het advies van de MR over het aanbod wordt verwacht op {day}. Wat u al schreef, is bewaard.",
        trigger="De termijn die de regio voor het advies koos loopt bijna af.",
        subject="Het advies van de MR wordt verwacht",
        day="16 maart 2026",
    ),
    Notice.ADVICE_LATE: about_offer(
        "Het advies van de MR werd verwacht op {day} en is er nog niet. Er gebeurt niets vanzelf: spreek samen af wanneer het komt.",
        trigger="De termijn die de regio voor het advies koos is voorbij.",
        subject="Het advies van de MR is er nog niet",
        day="16 maart 2026",
    ),
    Notice.ADVICE_GIVEN: about_offer(
        "De MR gaf advies over het aanbod. Het bestuur leest het en beslist, of reageert eerst op de opmerkingen.",
        trigger="De MR geeft advies.",
        subject="De MR gaf advies",
    ),
    Notice.BOARD_REACTED: about_offer(
        "Het bestuur antwoordde op het advies van de MR. Bij elke opmerking staat wat ermee gebeurt.",
        trigger="Het bestuur reageert op het advies van de MR.",
        subject="Het bestuur antwoordde de MR",
    ),
    Notice.DECISION_DUE: about_offer(
        "De MR gaf advies over het aanbod. Het besluit van het bestuur wordt verwacht op {day}.",
        trigger="De termijn die de regio voor het besluit koos loopt bijna af, of is voorbij.",
        subject="Het bestuur is aan zet",
        day="16 maart 2026",
    ),
    Notice.OFFER_ADOPTED: about_offer(
        "Het bestuur stelde het aanbod vast. De school kan het nu openbaar maken.",
        trigger="Het bestuur stelt het aanbod vast.",
        subject="Uw aanbod is vastgesteld",
    ),
    Notice.OFFER_RETURNED: about_offer(
        "Het aanbod is teruggestuurd, met een reden. Er staat een nieuw concept klaar met dezelfde tekst.",
        trigger="Iemand stuurt het aanbod terug, of begint een correctie.",
        subject="Uw aanbod is teruggestuurd",
    ),
    Notice.OFFER_DELIVERED: about_offer(
        "Een school stuurde haar vastgestelde aanbod. Het is openbaar.",
        trigger="Een school stuurt haar openbare aanbod naar het samenwerkingsverband.",
        subject="Een school stuurde haar aanbod",
    ),
    Notice.SIGNAL_RECEIVED: Letter(
        trigger="Een bezoeker meldt dat iets op de pagina van een school niet klopt.",
        subject="Iemand meldt dat iets niet klopt",
        text="""Op de pagina van {school} klopt volgens een bezoeker iets niet. Lees de melding en geef antwoord; wie het meldde, ziet uw \
antwoord meteen.

Komt er geen antwoord, dan leest het bestuur mee vanaf {day}.
{link}""",
        example={"school": "De Vuursprot", "day": "16 maart 2026"},
    ),
    Notice.SIGNAL_WAITING: Letter(
        trigger="De school gaf na een week nog geen antwoord op een melding.",
        subject="Een melding wacht op antwoord",
        text="""Over de pagina van {school} is een melding gedaan die nog geen antwoord heeft. Het bestuur leest mee vanaf {day}.

Lees de melding en geef antwoord:
{link}""",
        example={"school": "De Vuursprot", "day": "16 maart 2026"},
    ),
    Notice.SIGNAL_TO_BOARD: Letter(
        trigger="De school gaf na twee weken nog geen antwoord op een melding, of niemand van de school heeft een account.",
        subject="Een melding heeft nog geen antwoord",
        text="""Over de pagina van {school} is op {day} een melding gedaan die nog geen antwoord heeft. U leest vanaf nu mee en kunt zelf \
antwoorden.
{link}""",
        example={"school": "De Vuursprot", "day": "2 maart 2026"},
    ),
    Notice.SIGNAL_ANSWERED: Letter(
        trigger="Een school antwoordt op een melding, en wie het meldde gaf daarvoor een e-mailadres.",
        subject="Er is antwoord op uw melding",
        text="""U meldde dat iets op de pagina van {school} niet klopt. De school gaf antwoord. Lees het hier, zonder in te loggen:
{link}

Uw e-mailadres gebruiken wij alleen voor dit antwoord, en wij wissen het daarna. Stuur deze mail niet door: wie de link heeft, ziet uw \
melding.""",
        example={"school": "De Vuursprot"},
        works=timedelta(days=30),
        kept=timedelta(days=30),
        anonymous=True,  # someone without an account, who was promised that nobody sees the address
    ),
    Notice.PASSWORD_CHANGED: Letter(
        trigger="Iemand kiest een nieuw wachtwoord.",
        subject="Uw wachtwoord is veranderd",
        text="""Het wachtwoord van uw account is veranderd op {moment}.

Hebt u dat niet zelf gedaan? Bel dan nu de beheerder van uw samenwerkingsverband. In uw account ziet u wat er is gebeurd:
{link}""",
        example={"moment": "2 maart 2026 om 10.30 uur"},
    ),
    Notice.NEW_SIGN_IN: Letter(
        trigger="Iemand logt in met een browser die wij nog niet kennen.",
        subject="Er is ingelogd op een nieuw apparaat",
        text="""Met uw account is ingelogd op {moment}, in een browser die wij nog niet kenden.

Was u dat? Dan hoeft u niets te doen. Was u het niet? Kies dan meteen een nieuw wachtwoord:
{link}""",
        example={"moment": "2 maart 2026 om 10.30 uur"},
    ),
    Notice.PASSWORD_RESET: Letter(
        trigger="Iemand met een account vraagt om een nieuw wachtwoord.",
        subject="Kies een nieuw wachtwoord voor Dekkend",
        text="""U vroeg om een nieuw wachtwoord voor Dekkend. Kies het met deze link:
{link}

De link werkt één dag, en maar één keer. Vroeg u dit niet? Dan hoeft u niets te doen, er is niets veranderd.""",
        example={},
        works=timedelta(days=1),
    ),
    Notice.UNKNOWN_ACCOUNT: Letter(
        trigger="Iemand vraagt om een nieuw wachtwoord met een e-mailadres dat wij niet kennen.",
        subject="Geen account bij Dekkend",
        text="""Iemand vroeg om een nieuw wachtwoord voor Dekkend met dit e-mailadres. Wij kennen geen account met dit adres.

Was u dit, probeer dan een ander e-mailadres. Hebt u nog geen account, vraag dan de beheerder van uw samenwerkingsverband om een \
uitnodiging. Was u dit niet, dan hoeft u niets te doen.
{link}""",
        example={},
        kept=timedelta(days=2),  # the address of someone we do not know
    ),
    Notice.APP_ON: changed(
        "De app met codes van uw account is aangezet.",
        trigger="Iemand zet de app met codes aan.",
        subject="De app met codes staat aan",
    ),
    Notice.APP_OFF: changed(
        "De app met codes van uw account is uitgezet.",
        trigger="Iemand zet de app met codes uit.",
        subject="De app met codes staat uit",
    ),
    Notice.CODES_MADE: changed(
        "Er zijn nieuwe herstelcodes gemaakt voor uw account. De oude werken niet meer.",
        trigger="Iemand maakt nieuwe herstelcodes.",
        subject="Nieuwe herstelcodes",
    ),
    Notice.PASSKEY_MADE: changed(
        "Er is een passkey gemaakt voor uw account.", trigger="Iemand maakt een passkey.", subject="U hebt een nieuwe passkey"
    ),
    Notice.PASSKEY_REMOVED: changed(
        "Er is een passkey van uw account weggehaald.", trigger="Iemand haalt een passkey weg.", subject="Er is een passkey weggehaald"
    ),
    Notice.SCHOOL_COUPLED: changed(
        "Een schoolaccount is gekoppeld aan uw account. Daarmee kan nu ook worden ingelogd.",
        trigger="Iemand koppelt een schoolaccount.",
        subject="Uw schoolaccount is gekoppeld",
    ),
    Notice.SCHOOL_UNCOUPLED: changed(
        "Een schoolaccount is losgemaakt van uw account. Daarmee kan niet meer worden ingelogd.",
        trigger="Iemand ontkoppelt een schoolaccount.",
        subject="Uw schoolaccount is ontkoppeld",
    ),
}
