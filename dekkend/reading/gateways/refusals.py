"""What does a person read when a document cannot be read: what, why, and what now?

Every function returns the refusal; the caller raises it. The codes are stable for programs.
"""

from __future__ import annotations

from dekkend.kernel.sentences import say
from dekkend.reading.words.result import DocumentRefused

WORD = say("Word-bestand")
PDF = say("PDF-bestand")
AGAIN_AS = say("Sla het document op als Word (.docx), PDF of tekst (.txt) en probeer het opnieuw.")
ASK_FOR_WORD = say("Vraag om het Word-bestand, of om een PDF die uit Word is gemaakt.")


def empty() -> DocumentRefused:
    return DocumentRefused(
        "empty",
        say("Dit bestand is leeg: er staat geen tekst in. Controleer of u het goede bestand hebt gekozen, en kies het opnieuw."),
    )


def missing() -> DocumentRefused:
    return DocumentRefused(
        "missing",
        say("Dit bestand is er niet, of het is geen gewoon bestand. Controleer de naam en de plaats, en probeer het opnieuw."),
    )


def too_large(size: int, limit: int) -> DocumentRefused:
    return DocumentRefused(
        "too_large",
        say(
            "Dit bestand is te groot: {size}. Meer dan {limit} wordt niet gelezen, omdat een profiel nooit zo groot is. "
            "Maak de foto's kleiner of haal bijlagen weg, en probeer het opnieuw.",
            size=_megabytes(size),
            limit=_megabytes(limit),
        ),
    )


def too_much_text(limit: int) -> DocumentRefused:
    return DocumentRefused(
        "too_large",
        say(
            "In dit bestand staat te veel tekst: meer dan {limit} tekens of heel veel regels. "
            "Een profiel is nooit zo lang. Controleer of u het goede bestand hebt gekozen.",
            limit=_thousands(limit),
        ),
    )


def too_many_pages(limit: int) -> DocumentRefused:
    return DocumentRefused(
        "too_many_pages",
        say(
            "Dit document heeft meer dan {limit} bladzijden, en zo veel wordt er niet gelezen. "
            "Bewaar alleen het profiel zelf in een bestand, en probeer het opnieuw.",
            limit=limit,
        ),
    )


def encrypted() -> DocumentRefused:
    return DocumentRefused(
        "encrypted",
        say(
            "Dit bestand is beveiligd met een wachtwoord, dus de tekst is niet te lezen. "
            "Sla het op zonder wachtwoord, en probeer het opnieuw."
        ),
    )


def old_word() -> DocumentRefused:
    return DocumentRefused(
        "old_word",
        say(
            "Dit is een oud Word-bestand (.doc), en dat soort wordt niet gelezen. "
            "Open het in Word, sla het op als .docx, en probeer het opnieuw."
        ),
    )


def truncated() -> DocumentRefused:
    return DocumentRefused(
        "truncated",
        say(
            "Dit bestand is niet compleet: het einde ontbreekt, dus een deel van de tekst is weg. "
            "Download of kopieer het opnieuw, en probeer het dan nog een keer."
        ),
    )


def broken(kind: str) -> DocumentRefused:
    """`kind` is the Dutch name of what it should be, such as "Word-bestand"."""
    return DocumentRefused(
        "broken",
        say(
            "Dit {kind} is beschadigd, dus de tekst is niet te lezen. "
            "Download of kopieer het opnieuw, of open het zelf en sla het opnieuw op.",
            kind=kind,
        ),
    )


def broken_xml() -> DocumentRefused:
    return DocumentRefused(
        "broken_xml",
        say(
            "De inhoud van dit Word-bestand is beschadigd (de XML klopt niet), dus de tekst is niet te lezen. "
            "Open het in Word, sla het opnieuw op, en probeer het nog een keer."
        ),
    )


def unsafe_xml() -> DocumentRefused:
    return DocumentRefused(
        "unsafe_xml",
        say(
            "In dit Word-bestand staat iets dat onveilig is om te lezen (een DTD of entiteit in de XML). "
            "Daarom is het niet geopend. Open het in Word, sla het opnieuw op als .docx, en probeer het nog een keer."
        ),
    )


def zip_bomb() -> DocumentRefused:
    return DocumentRefused(
        "zip_bomb",
        say(
            "Dit bestand wordt bij het uitpakken veel groter dan een gewoon document. Voor de veiligheid is "
            "het niet geopend. Vraag de school om een nieuw bestand, of open het zelf en sla het opnieuw op."
        ),
    )


def image_only(kind: str) -> DocumentRefused:
    """`kind` is the Dutch name of what it is, such as "PDF-bestand"."""
    return DocumentRefused(
        "image_only",
        say(
            "Dit {kind} heeft geen tekstlaag: het bestaat uit plaatjes, waarschijnlijk is het een scan. "
            "Daarom valt er niets te lezen. {ask_for_word}",
            kind=kind,
            ask_for_word=ASK_FOR_WORD,
        ),
    )


def garbled() -> DocumentRefused:
    return DocumentRefused(
        "garbled",
        say(
            "De tekst van dit PDF-bestand is onleesbaar: het bestand vertelt niet welke letters bij de tekens horen. {ask_for_word}",
            ask_for_word=ASK_FOR_WORD,
        ),
    )


def unknown_type(name: str) -> DocumentRefused:
    """`name` says in Dutch what it is, article included: "een afbeelding (JPEG)"."""
    return DocumentRefused("unknown_type", say("Dit is {name}, en dat soort wordt niet gelezen. {again_as}", name=name, again_as=AGAIN_AS))


def unreadable() -> DocumentRefused:
    return DocumentRefused(
        "unreadable",
        say(
            "Dit bestand is niet te lezen: het zit anders in elkaar dan verwacht. Open het zelf om te zien of het klopt. {again_as}",
            again_as=AGAIN_AS,
        ),
    )


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",").replace(",0 MB", " MB")


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def too_slow(seconds: float) -> DocumentRefused:
    return DocumentRefused(
        "too_slow",
        say(
            "Het lezen van dit bestand duurde langer dan {seconds} en is gestopt. "
            "Een gewoon profiel is in een paar tellen gelezen. {ask_for_word}",
            seconds=_seconds(seconds),
            ask_for_word=ASK_FOR_WORD,
        ),
    )


def too_much_memory() -> DocumentRefused:
    return DocumentRefused(
        "too_much_memory",
        say(
            "Dit bestand vraagt meer geheugen dan een gewoon profiel, daarom is het lezen gestopt. "
            "Maak de plaatjes kleiner of haal ze weg, en probeer het opnieuw. {ask_for_word}",
            ask_for_word=ASK_FOR_WORD,
        ),
    )


def crashed() -> DocumentRefused:
    return DocumentRefused(
        "crashed",
        say(
            "Het lezen van dit bestand is halverwege misgegaan, en er is niets van bewaard. "
            "Open het zelf om te zien of het klopt. {again_as}",
            again_as=AGAIN_AS,
        ),
    )


def _seconds(number: float) -> str:
    return f"{number:g} seconden".replace(".", ",")


def private_number(where: str) -> DocumentRefused:
    """A number that looks like a citizen's number: nothing of the document may be kept. `where` is the place in words."""
    return DocumentRefused(
        "private_number",
        say(
            "Hier staat een nummer dat een burgerservicenummer kan zijn: {where}. Zo'n nummer mogen wij niet "
            "bewaren, dus er is niets overgenomen. Haal het nummer weg uit het document en lees het opnieuw in.",
            where=where,
        ),
    )
