"""How does an entry read that counts one? What is counted stands in the plural in the sentence of the event."""

from __future__ import annotations

from collections.abc import Mapping

from dekkend.audit.words import Details, Event
from dekkend.kernel.sentences import say

COUNTED = ("count", "places")
OF_ONE: Mapping[Event, str] = {
    Event.DOCUMENT_HELD_APART: say("{subject} is apart gezet: er staat op één plaats een nummer in dat niet bewaard mag worden."),
    Event.DOCUMENT_REMEMBERED: say("{actor} liet het antwoord op {path} in {subject} onthouden; ingevuld in één ander document."),
    Event.DRAFT_TAKEN_OVER: say("{actor} nam in het concept van {subject} voor {year} één antwoord over."),
    Event.DRAFT_CONFIRMED: say("{actor} bevestigde in het concept van {subject} voor {year} één antwoord."),
    Event.FORM_IN_FORCE: say("{actor} zette voor {subject} een nieuw formulier in werking, vanaf {year} (één concept)."),
    Event.OFFER_ASKED: say("Aan één mens van {subject} is gevraagd of het aanbod nog klopt."),
    Event.BUNDLE_ASKED: say("{actor} liet alle documenten van {subject} in één bestand maken (één school)."),
    Event.SIGNALS_WIPED: say("De bewaartermijn van één melding bij {subject} was voorbij; de tekst en het e-mailadres zijn gewist."),
    Event.REGISTER_READ: say("{actor} vergeleek lijsten met het register van {subject}: één verschil."),
    Event.REGISTER_APPLIED: say("{actor} nam één verschil over in het register van {subject}."),
    Event.REGISTER_DECLINED: say("{actor} liet één verschil met het register van {subject} zoals het was."),
    Event.REGISTER_RECONSIDERED: say("{actor} zette één verschil met het register van {subject} weer open."),
    Event.REGISTER_UNDONE: say("{actor} draaide één verschil in het register van {subject} terug."),
    Event.SCENARIO_MADE: say("{actor} maakte voor {subject} het scenario {name}, met één verandering."),
    Event.LIST_TAKEN: say("{actor} haalde één regel uit de lijst {subject} op als bestand."),
    Event.LOG_EXPORTED: say("{actor} haalde één regel uit het logboek op als bestand."),
    Event.LOG_EXPIRED: say("De bewaartermijn van één regel was voorbij; zij is verwijderd (zegel {seal})."),
}


def label_of(event: Event, details: Details) -> str:
    """The sentence of the event, with blanks, for what it counts."""
    is_one = any(details.get(name) == 1 for name in COUNTED)
    return OF_ONE.get(event, event.label) if is_one else event.label
