"""How does an entry read as a Dutch sentence, and which details may it carry?"""

from __future__ import annotations

import unicodedata
from string import Formatter

from dekkend.audit.rules.of_one import label_of
from dekkend.audit.words import Details, Event
from dekkend.kernel.bsn import find_bsn

LONGEST = 120  # characters of any text in an entry: a quote is cut
ALWAYS = frozenset({"actor", "subject"})


class NotRecordable(ValueError):
    """This event is not registered, or its details are not those that its sentence names."""


def placeholders(sentence: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)


def checked_event(event: str) -> Event:
    """The registered event with this code; any other raises."""
    try:
        return Event(event)
    except ValueError:
        raise NotRecordable(f"{event!r} is no registered event: add it to dekkend.audit.words.Event") from None


def checked_details(event: Event, details: Details) -> dict[str, str | int]:
    """The details, tidy, when they are exactly those that the sentence of the event names; otherwise it raises.

    So nothing can be slipped into the log that its sentence does not show.
    """
    wanted = placeholders(event.label) - ALWAYS
    if set(details) != wanted:
        raise NotRecordable(f"{event.value} needs the details {sorted(wanted)}, not {sorted(details)}")
    return {name: tidy_value(value) for name, value in details.items()}


def tidy_value(value: object) -> str | int:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise NotRecordable(f"a detail is a text or a whole number, not {type(value).__name__}")
    return tidy(value) if isinstance(value, str) else value


def tidy(text: str) -> str:
    """One line, cut after 120 characters, with every number that may be a citizen's number blotted out."""
    line = " ".join("".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in text).split())
    for found in find_bsn(line):
        line = line[: found.start] + "•" * (found.end - found.start) + line[found.end :]
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def sentence(event: str, *, actor: str, subject: str, details: Details) -> str:
    """The entry in words. An event of another version of this program is shown by its code."""
    try:
        template = label_of(Event(event), details)
    except ValueError:
        return f"{actor}: {event} ({subject})"
    known = {"actor": actor, "subject": subject, **details}
    return template.format_map({name: known.get(name, "onbekend") for name in placeholders(template)})


def outline(event: Event) -> str:
    """The sentence with dots where names come: "… logde in."."""
    return "".join(text + ("…" if name is not None else "") for text, name, _, _ in Formatter().parse(event.label))
