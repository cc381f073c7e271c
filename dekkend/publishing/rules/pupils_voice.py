"""Did the school write in a chapter of its own what pupils said about its offer (WPO 13b)? Only a heading that says so is believed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dekkend.profiles.words.redaction import LEFT_OUT

PUPILS = r"(?:leerling(?:en)?|kind(?:eren)?)"
OURS = r"(?:(?:de|het|een|onze|ons)\s)?"
# "Leerlingenraad" or "hoorrecht" alone is no sign: the first may be about who sits in it, the second is the right of one child.
HEADINGS = (
    rf"\bwat\s{OURS}{PUPILS}\s(?:(?:er|hier|daar|hier\s?van|er\s?van|hier\s?over|er\s?over|zelf|ons|van|over)\b.*\s)?"
    r"(?:vind(?:en|t)|vonden|vond|zeggen|zegt|zeiden|zei|vertellen|vertelden|willen|wilden)\b",
    rf"\bwat\s(?:vind(?:en|t)|vonden|zeggen|zeiden|vertellen|vertelden|willen)\s{OURS}{PUPILS}\b",
    rf"\b(?:mening(?:en)?|stem|inbreng|inspraak)\svan\s{OURS}{PUPILS}\b",
    rf"\b{PUPILS}\s(?:zijn\s|werden\s)?(?:gehoord|aan\shet\swoord|denken\smee|dachten\smee|praten\smee|praatten\smee)\b",
    r"\bleerlingen(?:stem|mening)\b",
)
_SAYS = re.compile("|".join(HEADINGS), re.IGNORECASE)


def voice_in(chapters: Iterable[Mapping[str, Any]] | None) -> str:
    """The text of the chapters whose heading says that it tells what pupils found, "" when there is none. They have a title and a text."""
    texts = [(chapter.get("text") or "").strip() for chapter in chapters or () if is_voice(chapter.get("title") or "")]
    return "\n\n".join(text for text in texts if text and text != LEFT_OUT)


def is_voice(heading: str) -> bool:
    return bool(_SAYS.search(" ".join(heading.split())))
