"""What is said first about this question, in the language of the screen?"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.utils.translation import get_language

from dekkend.finder.gateways.first_words import load_first_words, words_that_lead
from dekkend.finder.queries.asked import vocabulary
from dekkend.finder.rules.tokens import folded_words, holds
from dekkend.finder.rules.understanding import understand
from dekkend.finder.words.asking import Asked
from dekkend.finder.words.first import Spoken
from dekkend.finder.words.understanding import How

DUTCH = "nl"


def said_first(asked: Asked) -> list[dict[str, Any]]:
    """Also where a word is misspelt, sits in a longer one, or stands with a "not": better said once too often. Empty for most questions."""
    if not asked.text:
        return []
    known = {match.typed for match in understand(asked.text, vocabulary()).matches if match.how is How.LISTED}
    met = [
        match for match in understand(asked.text, words_that_lead()).matches if match.how is not How.SPELLING or match.typed not in known
    ]
    typed = folded_words(asked.text)
    literally = {note.name for note in load_first_words().values() if any(holds(typed, phrase) for phrase in note.literally)}
    names = literally | {name for match in met for name in match.codes}
    return [shown(name, asked) for name in load_first_words() if name in names]


def shown(name: str, asked: Asked) -> dict[str, Any]:
    found = load_first_words()[name]
    near = "?" + urlencode({"plaats": asked.place, "afstand": "alle", "soort": found.schools}) if found.schools and asked.place else ""
    links = [(link.to, spoken(link.text)) for link in found.links]
    return {"name": name, "urgent": found.urgent, "text": spoken(found.text), "links": links, "schools": found.schools, "near": near}


def spoken(text: Spoken) -> str:
    return text.get((get_language() or DUTCH)[:2]) or text[DUTCH]
