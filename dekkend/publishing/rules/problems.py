"""How is said to a program what went wrong: what, why, and what now?

In Dutch, whatever the language of a screen: the rules for Dutch APIs ask for one language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

MOST_TOLD = 50  # errors in one answer: an address can hold thousands of keys
MOST_NAME = 100  # characters of a name that came from outside

# Status: what it is called, and what to do.
_SAID = {
    400: ("De vraag klopt niet", "Verbeter de vraag en stel haar opnieuw. De beschrijving van de API noemt wat kan."),
    403: ("Dit mag niet", "Deze gegevens zijn niet openbaar."),
    404: ("Niet gevonden", "Op dit adres staat niets openbaars. Begin bij de wortel van de API en volg de links."),
    405: ("Deze methode kan hier niet", "Open data is alleen te lezen: gebruik GET, HEAD of OPTIONS."),
    406: ("Niet in deze vorm", "Vraag in de kop Accept om een vorm die hier bestaat."),
    412: ("Intussen veranderd", "Vraag dit adres opnieuw op, zonder voorwaarde."),
    413: ("De vraag is te groot", "Stel een kortere vraag."),
    414: ("Het adres is te lang", "Stel een kortere vraag."),
    429: ("Te veel vragen", "Wacht het aantal seconden dat in de kop Retry-After staat en vraag dan verder."),
    500: ("Er ging hier iets mis", "Het ligt niet aan uw vraag. Probeer het later opnieuw."),
    503: ("Even niet bereikbaar", "Probeer het later opnieuw."),
}
# What a check of a query found, by the kind of fault; {limit} and {known} are filled in where the check knows them.
_FAULTS = {
    "missing": "Dit moet u meegeven.",
    "unknown": "Deze sleutel bestaat hier niet. Wel: {known}.",
    "unknown_here": "Dit adres neemt geen sleutels.",
    "repeated": "Deze sleutel mag maar een keer voorkomen.",
    "int_parsing": "Dit moet een geheel getal zijn.",
    "int_parsing_size": "Dit getal is te groot.",
    "greater_than_equal": "Dit moet ten minste {limit} zijn.",
    "less_than_equal": "Dit mag ten hoogste {limit} zijn.",
    "literal_error": "Dit kan niet. Wel: {known}.",
    "unknown_code": "Deze code bestaat hier niet. Alle codes staan op {known}.",
    "enum": "Dit kan niet. Wel: {known}.",
    "string_pattern_mismatch": "Dit heeft niet de vorm die de beschrijving van de API noemt.",
    "string_too_long": "Dit mag ten hoogste {limit} tekens lang zijn.",
    "string_too_short": "Dit mag niet leeg zijn.",
}


def problem(status: int, *, detail: str = "", errors: Iterable[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """A problem of RFC 9457 with `status`, `title` and `detail`; `errors` are all faults of the query at once."""
    title, now = _SAID.get(status) or (_SAID[500] if status >= 500 else _SAID[400])
    told = [dict(error) for error in errors][:MOST_TOLD]
    return {"status": status, "title": title, "detail": detail or now} | ({"errors": told} if told else {})


def fault(place: str, name: str, kind: str, *, limit: object = "", known: str = "") -> dict[str, str]:
    """One fault: where it stands (query, path), under which name, its code and a sentence."""
    sentence = _FAULTS.get(kind, "Dit klopt niet.").format(limit=limit, known=known)
    return {"in": place, "name": name[:MOST_NAME], "code": kind, "detail": sentence}


def strange_keys(given: Mapping[str, int], known: Iterable[str]) -> list[dict[str, str]]:
    """Faults for keys that the address does not know, and for those that are said more than once. `given` counts per key."""
    names = tuple(known)
    faults = []
    for name, times in given.items():
        if name not in names:
            faults.append(fault("query", name, "unknown" if names else "unknown_here", known=", ".join(names)))
        elif times > 1:
            faults.append(fault("query", name, "repeated"))
    return faults
