"""Which states and steps has the procedure, who does each, and what is it called on a screen?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dekkend.kernel.labels import Label
from dekkend.kernel.sentences import say
from dekkend.organisations.words import Role


class Regime(Label):
    """In which document the offer stands; the law of the first day of the school year decides."""

    PROFILE = "profile", "Schoolondersteuningsprofiel"
    GUIDE = "guide", "Onderdeel van de schoolgids"


class State(Label):
    """How far the offer of one site for one school year is."""

    DRAFT = "draft", "Concept"
    TEAM = "team", "Besproken met het team"
    PUPILS = "pupils", "Leerlingen gehoord"
    ASKED = "asked", "Advies gevraagd aan de MR"
    ADVISED = "advised", "Advies van de MR ontvangen"
    REACTED = "reacted", "Reactie van het bestuur"
    TALKED = "talked", "Gesprek met de MR gevoerd"
    ADOPTED = "adopted", "Vastgesteld"
    PUBLISHED = "published", "Openbaar"
    DELIVERED = "delivered", "Bij het samenwerkingsverband"


class Kind(Label):
    """What can be done, as the button says it."""

    TEAM = "team", "Leg het gesprek met het team vast"
    PUPILS = "pupils", "Leg de mening van leerlingen vast"
    ASK = "ask", "Vraag advies aan de MR"
    ADVISE = "advise", "Geef advies"
    REACT = "react", "Reageer op het advies"
    TALK = "talk", "Leg het gesprek met de MR vast"
    ADOPT = "adopt", "Stel het aanbod vast"
    PUBLISH = "publish", "Maak het aanbod openbaar"
    DELIVER = "deliver", "Stuur het naar het samenwerkingsverband"
    RETURN = "return", "Stuur het terug"
    CORRECT = "correct", "Begin een correctie"


class Outcome(Label):
    """What the council says."""

    POSITIVE = "positive", "Positief"
    REMARKS = "remarks", "Positief met opmerkingen"
    NEGATIVE = "negative", "Negatief"
    WAIVED = "waived", "De MR geeft geen advies"


class Answer(Label):
    """What the board does with a remark."""

    OPEN = "open", "Nog geen antwoord"
    FOLLOWED = "followed", "Overgenomen"
    PARTLY = "partly", "Deels overgenomen"
    NOT_FOLLOWED = "not_followed", "Niet overgenomen"


class Verdict(Label):
    """What was decided on a personal detail in a text that will be public. Mending is not here: then it is gone."""

    KEPT = "kept", "Mag blijven staan"
    LEFT_OUT = "left_out", "Weglaten op de openbare pagina"


@dataclass(frozen=True, slots=True)
class About:
    """What a screen says of one step. `happened` is its name once done; `effect` what it brings about; `day` asks for the day of the
    thing itself; `text` asks for words, which are needed when `needs_text`. `law` is the legal value it rests on."""

    happened: str
    effect: str
    day: str
    text: str
    roles: tuple[Role, ...]
    needs_text: bool = False
    law: str = ""


SCHOOL = (Role.DIRECTOR, Role.COORDINATOR)
REASON = say("Waarom? De school leest dit terug.")

ABOUT: Mapping[Kind, About] = {
    Kind.TEAM: About(
        say("Besproken met het team"),
        say("De tekst ligt daarna vast als versie. Wilt u later nog iets veranderen, dan haalt u haar terug."),
        say("Op welke dag besprak het team de tekst?"),
        say("Wat vond het team? Dit hoeft niet."),
        SCHOOL,
    ),
    Kind.PUPILS: About(
        say("Leerlingen gehoord"),
        say("Wat u hier schrijft, hoort in algemene woorden in de schoolgids. Schrijf geen namen op."),
        say("Op welke dag gaven de leerlingen hun mening?"),
        say("Hoe deden zij dat, wat zeiden zij, en wat is daardoor veranderd?"),
        SCHOOL,
        needs_text=True,
        law="adoption.pupils_voice",
    ),
    Kind.ASK: About(
        say("Advies gevraagd aan de MR"),
        say("De leden van de MR krijgen een mail. Zij zien vooral wat er veranderd is."),
        say("Op welke dag vroeg u advies?"),
        say("Wat wilt u de MR erbij zeggen? Dit hoeft niet."),
        (Role.DIRECTOR,),
        law="adoption.advice",
    ),
    Kind.ADVISE: About(
        say("Advies van de MR"),
        say("De directeur en het bestuur krijgen een mail. Het advies gaat over precies deze versie en verandert daarna niet meer."),
        say("Op welke dag gaf de MR het advies?"),
        say("Het advies in uw eigen woorden"),
        (Role.COUNCIL,),
        law="adoption.advice",
    ),
    Kind.REACT: About(
        say("Reactie van het bestuur"),
        say("De MR krijgt een mail en ziet per opmerking uw antwoord. Neemt u iets niet over, dan praat u eerst met de MR."),
        say("Op welke dag stuurde u de MR uw reactie?"),
        say("Uw reactie aan de MR"),
        (Role.BOARD,),
        needs_text=True,
        law="adoption.advice_procedure",
    ),
    Kind.TALK: About(
        say("Gesprek met de MR"),
        say("Daarna kan het bestuur het aanbod vaststellen, ook als het van het advies afwijkt."),
        say("Op welke dag was het gesprek?"),
        say("Wat is er besproken, en wat blijft het besluit?"),
        (Role.BOARD,),
        needs_text=True,
        law="adoption.advice_procedure",
    ),
    Kind.ADOPT: About(
        say("Vastgesteld door het bestuur"),
        say("Dit is het besluit van het bestuur over deze versie. De school en de MR krijgen een mail."),
        say("Op welke dag stelde het bestuur het aanbod vast?"),
        say("Wat hoort bij het besluit? Dit hoeft niet."),
        (Role.BOARD,),
    ),
    Kind.PUBLISH: About(
        say("Openbaar gemaakt"),
        say("Iedereen kan deze versie daarna lezen op de pagina van de school."),
        say("Vanaf welke dag is het aanbod openbaar?"),
        say("Een opmerking voor uw eigen dossier. Dit hoeft niet."),
        (Role.DIRECTOR, Role.BOARD),
        law="adoption.guide_years",
    ),
    Kind.DELIVER: About(
        say("Gestuurd naar het samenwerkingsverband"),
        say("De adviseurs van het samenwerkingsverband krijgen een mail. Hiermee is het klaar voor dit schooljaar."),
        say("Op welke dag stuurde u het?"),
        say("Wat wilt u het samenwerkingsverband erbij zeggen? Dit hoeft niet."),
        (Role.DIRECTOR, Role.COORDINATOR, Role.BOARD),
    ),
    Kind.RETURN: About(
        say("Teruggestuurd"),
        say("Er komt een nieuw concept met de tekst van deze versie. Wat er al gebeurde, blijft bewaard bij de versie waar het over ging."),
        say("Op welke dag stuurde u het terug?"),
        REASON,
        (Role.DIRECTOR, Role.BOARD),
        needs_text=True,
    ),
    Kind.CORRECT: About(
        say("Correctie begonnen"),
        say("Er komt een nieuw concept. De openbare versie blijft staan tot de nieuwe is vastgesteld, en blijft daarna te lezen."),
        say("Op welke dag begon de correctie?"),
        REASON,
        (Role.DIRECTOR, Role.BOARD),
        needs_text=True,
    ),
}

# Who may do the work of another role without being named first: then it is done "namens".
STANDS_IN: Mapping[Role, tuple[Role, ...]] = {Role.DIRECTOR: (Role.BOARD,)}
