"""What is each reason not to read a document called, in a few words that fit in a sentence of the log?"""

from __future__ import annotations

from dekkend.kernel.sentences import say

REASONS: dict[str, str] = {
    "empty": say("leeg bestand"),
    "missing": say("bestand niet gevonden"),
    "too_large": say("te groot"),
    "too_many_pages": say("te veel bladzijden"),
    "encrypted": say("beveiligd met een wachtwoord"),
    "old_word": say("oud Word-bestand (.doc)"),
    "truncated": say("bestand niet compleet"),
    "broken": say("beschadigd bestand"),
    "broken_xml": say("beschadigd Word-bestand"),
    "unsafe_xml": say("onveilige inhoud"),
    "zip_bomb": say("wordt bij het uitpakken te groot"),
    "image_only": say("scan zonder tekst"),
    "garbled": say("letters niet te herkennen"),
    "unknown_type": say("soort bestand dat niet wordt gelezen"),
    "unreadable": say("zit anders in elkaar dan verwacht"),
    "too_slow": say("lezen duurde te lang"),
    "too_much_memory": say("lezen vroeg te veel geheugen"),
    "crashed": say("lezen ging halverwege mis"),
    "private_number": say("nummer dat een burgerservicenummer kan zijn"),
    "other_document": say("geen profiel volgens dit formulier"),
    "lost": say("lezen lukte na meer keer proberen niet"),
}
UNKNOWN = say("onbekende reden")
