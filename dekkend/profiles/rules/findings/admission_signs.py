"""By which words does a sentence about admission give itself away, and which words take that back?"""

from __future__ import annotations

import re


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_PUPILS = r"(?:leerling(?:en)?|kind(?:eren)?)"
_NEEDS = r"(?:zorg|ondersteuning|hulp|begeleiding|gedrag|rugzak|opp\b|arrangement|diagnose|speciale|beperking)\w*"
_CARE_PUPILS = (
    rf"(?:(?:zorg|rugzak|risico)[\s-]?{_PUPILS}|['‘’]?zorg['’]?[\s-]?{_PUPILS}"
    rf"|{_PUPILS}\s(?:met|die)\s(?:veel\s|een\s|extra\s|intensieve\s|specifieke\s){{0,3}}{_NEEDS})"
)
_COUNT = r"(?:\d{1,2}|een|één|twee|drie|vier|vijf|zes)"
_MAXIMUM = r"(?:maximaal|max\.?|ten\shoogste|hooguit|niet\smeer\sdan|maximum\s(?:van|aantal))"
_PLACED = r"(?:plaatsen|aannemen|toelaten|opnemen|inschrijven|geplaatst|aangenomen|toegelaten|ingeschreven|plaatsbaar)"
_NO_PLACE = (
    rf"(?:geen\s(?:\w+\s)?(?:plek|plaats|ruimte)\b|niet\s(?:\w+\s){{0,2}}{_PLACED}|weiger(?:t|en|d)?\b|geweigerd|afwijzen|afgewezen)"
)
_SCHOOL = r"(?:wij|we|school|directie|bestuur|team)"
_PLACED_PAST = r"(?:niet\s(?:\w+\s){0,2}(?:geplaatst|aangenomen|toegelaten|ingeschreven|plaatsbaar)|geweigerd|afgewezen)"
_AGAINST = r"(?:pest|geweld|discrimin|racis|agress|schelden|uitsluit)"

NO_PLACE = _pattern(
    _NO_PLACE,
    rf"\bgeen\s(?:\w+\s){{0,2}}{_PUPILS}\s(?:\w+\s){{0,4}}(?:aan|op|toe|{_PLACED})\b",
    r"\bof\s(?:wij|we|er)\s(?:\w+\s)?(?:plek|plaats)\b",
)
QUOTA = _pattern(
    rf"\b{_MAXIMUM}\s(?:\w+\s){{0,2}}?(?:{_COUNT}\s)?(?:\w+\s){{0,2}}?{_CARE_PUPILS}",
    rf"\baantal\s{_CARE_PUPILS}[^.;]{{0,40}}\b(?:{_MAXIMUM}|beperkt\stot)\s{_COUNT}\b",
)
GROUP_IS_HEAVY = _pattern(
    rf"\b(?:al\s|te\s){{1,2}}(?:veel|voldoende|genoeg|meer(?:dere)?)\s(?:\w+\s)?{_CARE_PUPILS}",
    rf"\bveel\s{_CARE_PUPILS}",
    r"\bbalans\b",
    r"\b(?:samenstelling|zwaarte)\svan\s(?:de|een)\s(?:groep|klas)",
)
REFUSES = _pattern(
    rf"\b{_SCHOOL}\b[^.;]{{0,80}}\b{_NO_PLACE}",
    rf"\b{_NO_PLACE}\s(?:wij|we|de\sschool)\b",
    rf"\b{_PUPILS}\b[^.;]{{0,80}}\b{_PLACED_PAST}",
    rf"\bgeen\s(?:plek|plaats)\b[^.;]{{0,60}}\b{_PUPILS}",
    rf"\bgeen\s(?:\w+\s)?{_PUPILS}\s(?:\w+\s){{0,2}}(?:{_PLACED}|aan|toe|op)\s(?:met|die|zonder)\b",
    rf"\b{_PUPILS}\b[^.;]{{0,60}}\bniet\s(?:\w+\s){{0,2}}terecht\b",
    rf"\bom\s(?:\w+\s){{0,3}}{_PUPILS}\s(?:\w+\s)?te\sweigeren\b",
    rf"\b(?:toelating|plaatsing|inschrijving)\svan\s{_PUPILS}\b[^.;]{{0,60}}\bniet\smogelijk\b",
    rf"\b{_PUPILS}\b[^.;]{{0,80}}\b(?:laten|nemen)\s(?:wij|we)\s(?:\w+\s){{0,2}}niet\s(?:toe|aan|op)\b",
)
DISTURBS = _pattern(r"\b(?:ver)?sto(?:ren|rend|rende|ort|ord|orde)\b", r"\bverstoo?r[dt]\b", r"\bontregel\w*")
OTHERS = _pattern(
    r"\b(?:onderwijs)?proces\b",
    r"\b(?:lesgeven|lessen|les|groep|groepen|klas|klassen|orde|rust)\b",
    r"\b(?:andere\s(?:leerlingen|kinderen)|medeleerlingen|klasgenoten)\b",
)
SOMEONE = _pattern(rf"\b(?:{_PUPILS}|hij|zij|gedrag)\b")
CONDITION = _pattern(
    rf"\b{_PUPILS}\b[^.;]{{0,50}}\b(?:moet(?:en)?|dien(?:t|en)|behor(?:t|en))\s(?:te\s)?(?:\w+\s){{0,3}}(?:zindelijk|zelfredzaam)",
    r"\bzindelijk\w*\b[^.;]{0,40}\b(?:voorwaarde|vereist|verplicht|eis)\b",
    rf"\b(?:alleen|uitsluitend|slechts)\s{_PUPILS}\s(?:die|met|zonder)\b[^.;]{{0,60}}\b(?:toe|aan|geplaatst|plaatsen|welkom)\b",
)

_NEVER = (
    r"\bnooit\b",
    r"\bweiger\w*\s(?:wij\s|we\s|de\sschool\s)?(?:\w+\s)?(?:geen|niet)\b",
    rf"\bgeen\s(?:\w+\s)?(?:enkel\s)?{_PUPILS}\s(?:te\s)?weiger",
    rf"\bgeen\sreden\b[^.;]{{0,40}}\b(?:weiger|{_PLACED})",
)
NEVER = _pattern(*_NEVER)
NO_NUMBERS = _pattern(
    r"\bgeen\s(?:\w+\s){0,2}(?:maximum|aantal|aantallen|quotum|grens)", r"\bniet\s(?:\w+\s){0,3}(?:aantal|aantallen|maximum)"
)
NO_REFUSAL = _pattern(
    *_NEVER,
    r"\b(?:school|groep|klas|groepen)\b[^.]{0,30}\bvol\b",  # no room is a ground of its own, under the admission policy
    r"\bvol(?:le)?\s(?:is|zijn|zit|groep|klas)",
    r"\b(?:wachtlijst|toelatingsbeleid|groepsgrootte)\b",
    r"\bandere\s(?:school|onderwijsplek|plek)\b[^.]{0,60}\bbereid",
    r"\bbereid\b[^.]{0,40}\bandere\sschool",
    rf"\bgeen\s(?:plek|plaats|ruimte)\s(?:is\s)?(?:voor|aan)\s(?:\w+\s)?{_AGAINST}",
    rf"\b{_AGAINST}\w*\b[^.]{{0,30}}\bgeen\splaats",
    rf"\b(?:{_PUPILS}|ouders?)\s(?:(?!te\b)\w+\s){{0,3}}weiger(?:t|en)?\b",
    r"\bniet\s(?:zonder|zomaar)\b",
    r"\bzonder\s(?:\w+\s)?(?:overleg|onderzoek|gesprek)",
    r"\bgeen\s(?:aparte\s)?ruimte\s(?:voor|om)\b",
)
NO_DISTURBANCE = _pattern(
    r"\bverstoorde\s(?:ontwikkeling|prikkel|taal|hechting|informatie)",
    r"\bniet\s(?:ge|ver)?stoor[dt]\b",
    r"\bzonder\s(?:\w+\s){0,4}(?:ver|ge)?sto",
    r"\b(?:voorkom|vermijd|beperk)\w*\b",
    r"\bongestoord",
    r"\b(?:krijg(?:t|en)|helpen\s(?:wij|we)|(?:wij|we)\shelpen|begeleiden\s(?:wij|we)|(?:wij|we)\sbegeleiden|daarom|werkplek)\b",
)
NO_CONDITION = NEVER
