"""Is a text that a stranger sends a report that people can use, and what may never be in it?"""

from __future__ import annotations

import re

from dekkend.kernel.bsn import find_bsn
from dekkend.kernel.sentences import say

SHORTEST = 10  # characters
MOST_LINKS = 1
QUICKEST = 3.0  # seconds in which nobody reads the page and writes a sentence
OLDEST = 24 * 60 * 60.0  # seconds
PER_SENDER = 8  # reports on a day from one network address: a school or a flat may share one
PER_SCHOOL = 40  # reports on a day to one school, from everyone together

LINK = re.compile(r"(?i)\bhttps?:|\bwww\.|\[url|<a\s|\b[\w-]+\.(?:com|net|org|info|biz|ru|cn|top|xyz|shop|online|site)\b")

TOO_SHORT = say("Dit is te kort om iets mee te doen. Schrijf in een zin wat er niet klopt, en wat het wel moet zijn.")
LINKS = say("Hier staat meer dan één link in. Haal de links weg, en schrijf in uw eigen woorden wat er niet klopt.")
NUMBER = say("Hier staat een nummer dat een burgerservicenummer of onderwijsnummer kan zijn. Wij bewaren dat niet. Haal het weg.")
NOT_EMPTY = say("Het veld dat leeg moet blijven is ingevuld, misschien door uw browser. Verstuur het nog een keer.")
TOO_QUICK = say("Dit ging erg snel. Lees uw melding nog één keer, en verstuur haar dan opnieuw.")
TOO_OLD = say("Deze pagina stond te lang open. Verstuur uw melding opnieuw; wat u schreef staat er nog.")


def text_problem(text: str) -> str:
    """What is wrong with a report or an answer, as a sentence; "" when nothing is."""
    if find_bsn(text):
        return NUMBER
    if len("".join(text.split())) < SHORTEST:
        return TOO_SHORT
    return LINKS if len(LINK.findall(text)) > MOST_LINKS else ""


def time_problem(seconds: float | None) -> str:
    """`seconds` between opening the form and sending it, None when that is not known."""
    if seconds is None or seconds > OLDEST or seconds < 0:
        return TOO_OLD
    return TOO_QUICK if seconds < QUICKEST else ""
