"""With which words does the one page for parents speak, in Dutch and in English?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Wording:
    """Every sentence of the summary; {words} are filled in. `lang` is the language of the page."""

    lang: Literal["nl", "en"]
    subtitle: str
    lead: str
    dutch: str  # said when the school's own words stand on a page in another language
    can: str
    away: str
    extras: str
    together: str
    cannot: str
    limits: str
    unknown: str
    more: tuple[str, str]  # for one, and for any other number
    and_more: str
    rest: str
    ask: str
    contact: str
    no_contact: str
    support_point: str
    rights: str
    your_rights: tuple[str, ...]
    confirmed: str
    confirmed_between: str
    confirmed_rest: tuple[str, str]
    now: Mapping[str, str]  # by kind of what is different today; empty: the sentence is known already
    version: str
    draft: str
    foot: str
    foot_of_draft: str


DUTCH = Wording(
    lang="nl",
    subtitle="Welke hulp krijgt een kind hier? Schooljaar {year}",
    lead="Heeft uw kind iets extra's nodig? Hier staat wat deze school kan doen, wat niet, en wat u nog moet vragen.",
    dutch="",
    can="Dit is er",
    away="Nu even niet",
    extras="Extra aanbod",
    together="Met wie de school samenwerkt",
    cannot="Dit is er niet",
    limits="Hier ligt voor de school een grens",
    unknown="Dit is niet bekend, vraag het de school",
    more=(
        "Er is nog meer: {count} ander punt staat op de pagina van de school.",
        "Er is nog meer: {count} andere punten staan op de pagina van de school.",
    ),
    and_more="en nog {count}: zie de pagina van de school",
    rest="De rest staat op de pagina van de school.",
    ask="Wie kunt u iets vragen?",
    contact="De school: {contact}. Vraag naar de intern begeleider.",
    no_contact="Vraag op school naar de intern begeleider.",
    support_point="Het ouder- en jeugdsteunpunt denkt met u mee, zonder kosten: {point}.",
    rights="Uw rechten",
    your_rights=(
        "U mag uw kind bij elke school aanmelden, ook als hier iets staat dat de school niet kan. Doe dat schriftelijk.",
        "De school beslist binnen {weeks} weken, en mag dat één keer ten hoogste {extra} weken langer maken (artikel 40 WPO).",
        "Kan de school niet helpen, dan zoekt de school een andere school die uw kind wil toelaten, en praat daar eerst met u over.",
    ),
    confirmed="Dit is bevestigd op {day}.",
    confirmed_between="Dit is bevestigd tussen {first} en {last}.",
    confirmed_rest=("Van {count} onderdeel is niet bekend wanneer.", "Van {count} onderdelen is niet bekend wanneer."),
    now={},
    version="Versie {number}.",
    draft="Concept.",
    foot="{school}, {year}, versie {number}, vingerafdruk {fingerprint}",
    foot_of_draft="{school}, {year}, concept",
)

ENGLISH = Wording(
    lang="en",
    subtitle="What help does a child get here? School year {year}",
    lead="Does your child need something extra? This page says what this school can do, what it cannot do, and what you still have to ask.",
    dutch="What stands between quotation marks is in the school's own words, in Dutch.",
    can="This is available",
    away="Not available for now",
    extras="Also on offer at this school",
    together="Who the school works with",
    cannot="This is not available",
    limits="This is where the school reaches its limit (in the school's own words, in Dutch)",
    unknown="This is not known, please ask the school",
    more=("There is more: {count} other point is on the school's page.", "There is more: {count} other points are on the school's page."),
    and_more="and {count} more: see the school's page",
    rest="The rest is on the school's page.",
    ask="Who can you ask?",
    contact="The school: {contact}. Ask for the support coordinator (intern begeleider).",
    no_contact="At the school, ask for the support coordinator (intern begeleider).",
    support_point="The parent and youth support centre thinks along with you, free of charge: {point}.",
    rights="Your rights",
    your_rights=(
        "You may apply to any school for your child, even if this page says the school cannot do something. Apply in writing.",
        "The school decides within {weeks} weeks and may extend this once, by at most {extra} weeks "
        "(article 40 of the Primary Education Act).",
        "If the school cannot help, it looks for another school that will admit your child, and talks with you about it first.",
    ),
    confirmed="The school confirmed this on {day}.",
    confirmed_between="The school confirmed this between {first} and {last}.",
    confirmed_rest=("For {count} part it is not known when.", "For {count} parts it is not known when."),
    now={
        "paused": "Not possible for now, until {day}.",
        "paused?": "Not possible for now. It is not known until when.",
        "planned": "This starts on {day}.",
        "planned?": "This is still to come. It is not known from when.",
        "gone": "The school no longer offers this.",
        "gone?": "The school no longer offers this.",
        "soon": "From {day} this will not be possible for a while.",
        "hours?": "Now there are {hours} hours a week.",
        "?": "This is different for now, please ask the school.",
    },
    version="Version {number}.",
    draft="Draft.",
    foot="{school}, {year}, version {number}, fingerprint {fingerprint}",
    foot_of_draft="{school}, {year}, draft",
)
