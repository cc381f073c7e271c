"""What do people mean who write "niet", "geen" or "zonder"? By sentence what is searched on, asked, and not needed."""

from __future__ import annotations

from tests.rules.finder.sentences import (
    AUTISM,
    BEHAVIOUR,
    BLIND,
    CARE,
    DEAF,
    LIFT,
    MATHS,
    MOTOR,
    PSYCHOLOGIST,
    QUIET,
    READING,
    SICK,
    SO,
    SOCIAL,
    SPEECH,
    TOILET,
    WHEELCHAIR,
)

Codes = set[str]
NONE: Codes = set()

# The first code of each match is named.
NEGATIONS: list[tuple[str, Codes, Codes, Codes]] = [
    # more, and not less
    ("niet alleen autistisch maar ook doof", {AUTISM, DEAF}, NONE, NONE),
    ("niet alleen doof, ook blind", {DEAF, BLIND}, NONE, NONE),
    ("hij is niet slechts doof maar ook autistisch", {DEAF, AUTISM}, NONE, NONE),
    ("he is not only deaf but also autistic", {DEAF, AUTISM}, NONE, NONE),
    ("he is not just dyslexic, he has adhd too", {READING, BEHAVIOUR}, NONE, NONE),
    ("kan niet alleen naar de wc", NONE, {TOILET}, NONE),
    # what a child cannot do, or not do without
    ("zonder hulp kan hij niet lezen", {READING}, NONE, NONE),
    ("kan niet rekenen zonder hulp", {MATHS}, NONE, NONE),
    ("niet zonder rolstoel", {WHEELCHAIR}, NONE, NONE),
    ("kan niet zonder lift", {LIFT}, NONE, NONE),
    ("zonder rolstoel kan ze niet naar school", {WHEELCHAIR}, NONE, NONE),
    ("niet sterk in rekenen", {MATHS}, NONE, NONE),
    ("geen goede motoriek", {MOTOR}, NONE, NONE),
    ("hij begrijpt de sommen niet", {MATHS}, NONE, NONE),
    ("kan niet lezen en heeft hulp nodig", {READING}, NONE, NONE),
    ("geen vrienden", {SOCIAL}, NONE, NONE),
    # not yet, not got, not there: nobody knows whether it is needed
    ("nog geen diagnose autisme", NONE, {AUTISM}, NONE),
    ("nog niet getest op dyslexie", NONE, {PSYCHOLOGIST, READING}, NONE),
    ("nooit getest op adhd", NONE, {PSYCHOLOGIST, BEHAVIOUR}, NONE),
    ("heeft nog geen rolstoel", NONE, {WHEELCHAIR}, NONE),
    ("nog geen lift nodig", NONE, {LIFT}, NONE),
    ("geen hulp gekregen bij rekenen", NONE, {MATHS}, NONE),
    ("heeft geen logopedie gekregen", NONE, {SPEECH}, NONE),
    ("krijgt geen logopedie meer", NONE, {SPEECH}, NONE),
    ("he doesn't get help with reading", NONE, {READING}, NONE),
    ("er is geen lift", NONE, {LIFT}, NONE),
    ("de school heeft geen lift", NONE, {LIFT}, NONE),
    ("geen dyslexieverklaring", NONE, {READING}, NONE),
    ("geen autisme vastgesteld", NONE, {AUTISM}, NONE),
    ("weet niet of het autisme is", NONE, {AUTISM}, NONE),
    ("autisme heeft hij niet", NONE, {AUTISM}, NONE),
    ("houdt niet van drukte", NONE, {QUIET}, NONE),
    ("wij willen geen speciaal onderwijs", NONE, {SO}, NONE),
    ("zonder logopedie gaat het niet", NONE, {SPEECH}, NONE),
    ("er is niets mis met zijn gehoor", NONE, {DEAF}, NONE),
    ("misschien geen lift nodig", NONE, {LIFT}, NONE),
    ("is niet echt autistisch", NONE, {AUTISM}, NONE),
    ("geen dyslexie geen autisme", NONE, {AUTISM}, {READING}),
    ("is niet doof heeft autisme", NONE, {AUTISM}, {DEAF}),
    # said not to be needed
    ("hoeft geen logopedie", NONE, NONE, {SPEECH}),
    ("een lift hoeft niet", NONE, NONE, {LIFT}),
    ("lezen hoeft niet geoefend", NONE, NONE, {READING}),
    ("extra hulp met rekenen is niet nodig", NONE, NONE, {MATHS}),
    ("geen hulp nodig bij lezen", NONE, NONE, {READING}),
    ("he does not need help with reading", NONE, NONE, {READING}),
    ("geen sprake van autisme", NONE, NONE, {AUTISM}),
    ("heeft geen last van prikkels", NONE, NONE, {QUIET}),
    ("hij is niet doof of blind", NONE, NONE, {DEAF, BLIND}),
    ("kan goed lopen dus geen rolstoel nodig", NONE, NONE, {WHEELCHAIR}),
    ("geen autisme, geen adhd, wel dyslexie", {READING}, NONE, {AUTISM, BEHAVIOUR}),
    ("is niet vaak ziek", NONE, NONE, {SICK}),
    ("heeft geen luiers nodig", NONE, NONE, {CARE}),
]
