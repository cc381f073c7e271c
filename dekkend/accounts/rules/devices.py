"""From which device does someone work, in words that a person recognises?"""

from __future__ import annotations

from dekkend.kernel.sentences import say

ON = " op "
UNKNOWN = say("Onbekend apparaat")
# The order matters: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def device_name(user_agent: str) -> str:
    """`Firefox op Windows`, from the text with which a browser introduces itself; that text is often not to be trusted."""
    browser = named(user_agent, BROWSERS)
    system = named(user_agent, SYSTEMS)
    return ON.join(part for part in (browser, system) if part) or UNKNOWN


def named(user_agent: str, known: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in known if mark in user_agent), "")
