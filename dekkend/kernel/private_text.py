"""Does a text tell who a child is? What is certain is refused and never stored; what may be so, a person decides.

No rule finds every name. Caught: given names of the list, a word with a capital after "heet", "leerling" and the like, dates of birth,
citizen's numbers, addresses, mail and phone, initials before "van" or "de" and a surname. Asked about: initials, other words with a
capital inside a sentence, two words with a hyphen and capitals, and given names of the list in small letters. Not caught: an unusual name
in small letters. The screen says what not to write, for that reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dekkend.kernel.bsn import find_bsn
from dekkend.kernel.dates import find_dates, first_day
from dekkend.kernel.given_names import AMBIGUOUS, GIVEN_NAMES, IN_SMALL_LETTERS
from dekkend.kernel.labels import Label
from dekkend.kernel.no_names import NO_NAMES
from dekkend.kernel.sentences import say

YOUNGEST, OLDEST = 2, 19  # years; a day on which someone of this age was born is taken for a date of birth
_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*")
_MAIL = re.compile(r"[^\s@,;:<>()]+@[^\s@,;:<>()]+\.[^\s@,;:<>().]{2,}")
_PHONE = re.compile(r"(?<![\d\w])(?:\+31|0031|0)[\s.-]{0,2}(?:\(0\))?[1-9](?:[\s./-]{0,3}\d){7,8}(?!\d)")
_BIRTH = re.compile(
    r"\b(?:geboren|geb\.|geboorte\w*|jarig|verjaar\w*)[^\n.;]{0,25}?(\d[\d\s./'’-]*(?:[a-z]{3,9}\s*(?:\d{2,4})?)?)", re.IGNORECASE
)
_POSTCODE = re.compile(r"(?<![\w€])[1-9]\d{3}\s?[A-Z]{2}(?!\w)")
_STREET = re.compile(r"\b[A-Z][\w'’-]*(?:straat|laan|weg|plein|kade|gracht|singel|dreef|steeg|hof|pad)\s\d+\w?\b")
_CALLED = re.compile(
    r"\b(?:heet|heette|genaamd|genoemd|(?:voor|achter|roep)?naam(?:\s+is|\s*:)?|(?:mevr?|mw|dhr)\.?|mevrouw|meneer|juf|meester|leerling|jongen|meisje"
    r"|zoon|dochter|broer(?:tje)?|zus(?:je)?|moeder|vader|kleuter|ouders?\s+van)\s+(?-i:(?P<name>[A-Z][^\W\d_]+))",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){1,4}(?=[\s,;)A-Z]|$)|\b(?:leerling|jongen|meisje|kind)\s(?P<pair>[A-Z]{1,2})(?![\w.])")
_SURNAME = re.compile(
    r"(?<![\w.])(?P<first>(?:[A-Z]\.\s?){1,4})(?P<between>(?:(?:van|von|de|der|den|ter|ten|te|el|al|'t|’t)\s+){0,3})(?P<last>[A-Z][^\W\d_]+)"
)
_BEGINS = re.compile(r"(?:^|[.!?:;…\n•*–-]|\d\))[\s\"'“‘(]*$")

NUMBER = say("Er staat een nummer dat een burgerservicenummer of onderwijsnummer kan zijn. Dat mogen wij niet bewaren. Haal het weg.")
MAIL = say("Er staat een e-mailadres. Haal het weg; uw eigen gegevens staan in het vak daarvoor.")
PHONE = say("Er staat een telefoonnummer. Haal het weg; uw eigen gegevens staan in het vak daarvoor.")
BIRTH = say("'{found}' lijkt een geboortedatum. Haal die weg; de groep of de leeftijd is genoeg.")
ADDRESS = say("'{found}' lijkt een adres of postcode. Haal het weg; vier cijfers van een postcode kunnen in het vak daarvoor.")
NAME = say("'{found}' lijkt een naam. Een naam mag er niet in staan. Schrijf liever: dit kind, de ouders.")
MAYBE_NAME = say("'{found}' kan een naam zijn. Is dat zo, haal het dan weg.")
INITIALS = say("'{found}' kan een naam of een deel van een naam zijn. Is dat zo, haal het dan weg.")


class Weight(Label):
    """REFUSED is never stored; WARNED a person decides about."""

    REFUSED = "refused", "Kan niet"
    WARNED = "warned", "Let op"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a text that may tell who a child is; `found` are the words themselves, `text` the sentence about them."""

    weight: Weight
    found: str
    text: str


def remarks_on(text: str, *, today: date) -> tuple[Remark, ...]:
    """Everything in `text` that tells or may tell who a child is, the refused first, each piece once."""
    found = [*_refused(text, today), *_names(text)]
    once: dict[str, Remark] = {}
    for each in sorted(found, key=lambda remark: remark.weight is not Weight.REFUSED):
        if not any(each.found in other for other in once):
            once[each.found] = each
    return tuple(once.values())


def refused_in(text: str, *, today: date) -> tuple[Remark, ...]:
    return tuple(each for each in remarks_on(text, today=today) if each.weight is Weight.REFUSED)


def warned_in(text: str, *, today: date) -> tuple[Remark, ...]:
    return tuple(each for each in remarks_on(text, today=today) if each.weight is Weight.WARNED)


def _refused(text: str, today: date) -> Iterator[Remark]:
    yield from (Remark(Weight.REFUSED, text[each.start : each.end], NUMBER) for each in find_bsn(text))
    yield from (Remark(Weight.REFUSED, each.group(), MAIL) for each in _MAIL.finditer(text))
    yield from (Remark(Weight.REFUSED, each.group(), PHONE) for each in _PHONE.finditer(text))
    births = [each.group(1).strip() for each in _BIRTH.finditer(text)]
    births += [
        text[each.start : each.end] for each in find_dates(text) if len(each.value) == 10 and _is_birth(first_day(each.value), today)
    ]
    yield from (Remark(Weight.REFUSED, each, BIRTH.format(found=each)) for each in births)
    for pattern in (_POSTCODE, _STREET):
        yield from (Remark(Weight.REFUSED, each.group(), ADDRESS.format(found=each.group())) for each in pattern.finditer(text))


def _is_birth(day: date, today: date) -> bool:
    return YOUNGEST <= (today - day).days / 365.25 <= OLDEST


def _names(text: str) -> Iterator[Remark]:
    for called in _CALLED.finditer(text):
        if called["name"] not in NO_NAMES and not called["name"].isupper():
            yield Remark(Weight.REFUSED, called["name"], NAME.format(found=called["name"]))
    for match in _WORD.finditer(text):
        if weight := _weight(match.group(), begins=bool(_BEGINS.search(text[: match.start()]))):
            sentence = NAME if weight is Weight.REFUSED else MAYBE_NAME
            yield Remark(weight, match.group(), sentence.format(found=match.group()))
    for match in _SURNAME.finditer(text):
        if match["last"] not in NO_NAMES:
            sure = bool(match["between"]) or match["first"].count(".") > 1
            sentence = NAME if sure else MAYBE_NAME
            yield Remark(Weight.REFUSED if sure else Weight.WARNED, match.group(), sentence.format(found=match.group()))
    for match in _INITIALS.finditer(text):
        initials = (match["pair"] or match.group()).strip()
        yield Remark(Weight.WARNED, initials, INITIALS.format(found=initials))


def _weight(word: str, *, begins: bool) -> Weight | None:
    """How sure it is that a word is a name; `begins`: it begins a sentence, where every word has a capital."""
    plain = re.sub(r"['’]s$", "", word).lower()
    if not word[0].isupper():
        return Weight.WARNED if plain in IN_SMALL_LETTERS else None
    if len(word) < 2 or word in NO_NAMES:
        return None
    parts = word.split("-")
    if len(parts) > 1 and all(part.istitle() for part in parts):
        return Weight.REFUSED if any(part.lower() in IN_SMALL_LETTERS for part in parts) else Weight.WARNED
    known = plain in GIVEN_NAMES or (plain.endswith("s") and plain[:-1] in GIVEN_NAMES - AMBIGUOUS and len(plain) > 3)
    if known and not (begins and plain in AMBIGUOUS):
        return Weight.REFUSED
    if known:
        return Weight.WARNED
    return None if begins or word.isupper() or any(sign.isupper() for sign in word[1:]) else Weight.WARNED
