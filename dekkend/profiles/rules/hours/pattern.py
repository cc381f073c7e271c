"""How are amounts, periods and days written? One pattern, read from left to right; of two that fit the upper one wins.

Each line names what it recognises; `finding.py` gives it its meaning.
"""

from __future__ import annotations

import re

from dekkend.profiles.rules.hours.counts import NUMBER

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
SHORT_DAYS = tuple(day[:2] for day in WEEKDAYS)

_N = r"(?<![\w.,/-])"  # a number starts here, and is no part of another
_DAY = "|".join(WEEKDAYS)
_SHORT = "|".join(SHORT_DAYS)
_HALF = r"(?:ochtend|middag|morgen)(?:en|s)?"
_AND = r"\.?(?:\s?[,/+&-]\s?|\sen\s|\s)"
_UNIT = (
    r"(?:(?:klok)?uren|(?:klok)?uur|u\b\.?|hrs?|minuten|minuut|min\b\.?|kwartier(?:en)?|dagde(?:el|len)|dagd\b\.?"
    rf"|{_HALF}|(?:werk|les|school)?dag(?:en)?|dgn\b\.?|dgd\b\.?|fte|f\.t\.e\.?|wtf)(?!\w)"
)
_EVERY = r"(?:school)?weken|(?:school)?week|wkn?\b|w\b|maanden|maand|mnd|(?:school|kalender)?jaar|jaren|dagen|dag|ochtend|middag"
_ABOUT = (
    r"niet meer dan|minder dan|max\.?|maximaal|hooguit|hoogstens|ten hoogste|tot|niet minder dan|meer dan|minimaal|minstens"
    r"|ten ?minste|min\.|ca\.?|circa|ongeveer|gemiddeld|ruim|bijna"
)
_ADJECTIVE = "halve|half|hele|vaste|volle|volledige|extra|ambulante|losse"
_OPEN = (
    "in overleg|op afroep|op aanvraag|op verzoek|indien nodig|waar nodig|naar behoefte|flexibel|wisselend|variabel|afhankelijk"
    r"|nader te bepalen|n\.?t\.?b|soms|incidenteel|onbekend"
)
_SEASON = (
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|aug|sept?|okt|nov|dec"
    r"|zomer|herfst|kerst|winter|voorjaar|najaar|meivakantie"
)
_PIECES = (
    rf"(?P<season>\b(?:t/m|tot|vanaf|van|sinds|na|tot en met)\s(?:de\s)?(?:{_SEASON})\w*)",
    r"(?P<clock>\b\d{1,2}[:.]\d\d\s?(?:u\b|uur\b)?\s?(?:-|–|tot|t/m)\s?\d{1,2}[:.]\d\d|\b\d{1,2}:\d\d)",
    r"(?P<clock2>\b\d{1,2}[.,][0-5][05]\s?(?:uur|u)\b|\b(?:om|vanaf|na|voor|rond)\s\d{1,2}\s?(?:uur|u)\b)",
    rf"(?P<range>(?<![\w.,-]){NUMBER}\s?(?:à|a|-|–|tot|of|/)\s?{NUMBER}(?:\s[a-z]+)?\s?{_UNIT})",
    rf"(?P<range2>\btussen\s(?:de\s)?{NUMBER}\sen\s(?:de\s)?{NUMBER}\s?{_UNIT})",
    rf"(?:{_N}(?P<times>{NUMBER})\s?(?:x|×|keer|maal)(?!\w)|(?P<once>\b(?:eenmaal|tweemaal|driemaal|eens))\b)",
    r"(?:\b(?:fte|wtf|werktijdfactor)\s?:?\s?(?P<factor>[01][.,]\d{1,4}))",
    rf"(?:(?P<before>\b(?:{_ABOUT})\s|±\s?)?{_N}(?<!groep )(?<!gr )(?<!gr\. )(?<!groepen )(?P<count>{NUMBER})\s?"
    rf"(?:(?P<adjective>{_ADJECTIVE})\s+)?(?P<unit>{_UNIT}))",
    r"(?P<vague>\b(?:paar|enkele|aantal|diverse|meerdere)\s(?:uur|uren|dag(?:en)?|dagdelen)\b|\bbijna\sfull[\s-]?time)",
    rf"(?:\bom\s(?:de|het)\s(?P<omn>{NUMBER}\s)?(?P<omper>{_EVERY})(?!\w))",
    rf"(?:(?:\bper|\bp[./]|/|\bin\s(?:de|een)|\belke|\belk|\bieder|\biedere)\s?(?P<n>{NUMBER}\s?)?(?P<per>{_EVERY})(?!\w))",
    r"(?P<weekly>(?<![\w-])(?P<each>twee|drie|vier|[2-4])?\s?-?wekelijks\b)",
    r"(?P<adverb>(?<![\w-])(?:veertiendaags|14-daags|maandelijks|jaarlijks|dagelijks|pw|pj"
    r"|op\s(?:school)?jaarbasis|op\sweekbasis|op\smaandbasis|in\shet\s(?:school)?jaar)\b\.?)",
    r"(?P<shared>\bper\s(?!direct|mail|telefoon)[a-z][\w-]*|\belk\b|\bieder\b|\bbeide(?:n)?\b)",
    rf"(?P<weeks>{NUMBER}\s(?:weken|maanden)\b)",
    r"(?P<full>\bfull[\s-]?time\b|\bvoltijds?\b|\bvolledige\s(?:werk)?week\b|\b(?:hele|gehele)\sweek\b)",
    r"(?P<part>\bpart[\s-]?time\b|\bdeeltijd\b)",
    rf"(?:\b(?P<from>{_DAY}|{_SHORT})\.?\s?(?P<through>t/m|tot en met|-|–)\s?(?P<until>{_DAY}|{_SHORT})\b(?!\s?[-–,]|\sen\s|och|mid))",
    rf"(?:(?P<day>\b(?:{_DAY})(?:en)?)(?P<half>-|\s?{_HALF}(?!\w))?)",
    rf"(?P<shorthalf>\b(?:{_SHORT})\.?\s?{_HALF}\b)",
    rf"(?P<dayshort>\b(?:{_SHORT}){_AND}(?:(?:{_SHORT})(?:{_AND}|\b)(?!\w*dag))+(?P<eachhalf>{_HALF})?)",
    rf"(?P<open>\b(?:{_OPEN})\b)",
    r"(?P<none>\bgeen\b)",
    r"(?P<floor>\b(?:of|en) meer\b)",
    r"(?P<ceiling>\b(?:of|en) minder\b)",
    r"(?P<other_year>\b(?:vorig|afgelopen|volgend|komend)e? (?:school)?jaar\b)",
    r"(?P<temporary>\b(?:tijdelijk|gedurende)\b)",
)
MARK = re.compile("|".join(_PIECES), re.IGNORECASE)
PEOPLE = re.compile(
    r"(?<![\w.,/-])(?:[2-9]|1\d|twee|drie|vier|vijf)\s(?:\w+\s)?"
    r"(?:\w*leerkrachten|\w*specialisten|\w*begeleiders|\w*assistenten|\w*coördinatoren|collega['’]?s|medewerkers|personen|mensen|rt-?['’]?ers)\b",
    re.IGNORECASE,
)
# Beside a day these say that only some of it is meant, and not how much.
PART_OF_DAY = re.compile(
    r"\b(?:na|voor|onder|tijdens|buiten|tussen|binnen)\s(?:de\s)?(?:school(?:tijd(?:en)?)?|lestijd(?:en)?|les(?:sen)?)\b"
    r"|\b(?:na|voor)schools\w*|\btussen de middag\b|\b(?:lunch|pauze|overblijf)\w*"
    r"|\b(?:in|op|aan het begin van|aan het eind(?:e)? van)\sde\s(?:vroege\s|late\s)?(?:ochtend|middag|morgen|avond|dag)\b"
    r"|\b(?:['’`]?s\s)(?:ochtends|middags|morgens|avonds)\b|\b(?:deel|gedeelte) van de dag\b",
    re.IGNORECASE,
)
HALF_OF_NEXT = re.compile(rf"(?:\s?,?\s?(?:{_DAY})-)*\s?(?:en\s)?(?:{_DAY})\s?{_HALF}", re.IGNORECASE)
