"""How are the codes and paths in an entry of the log called where a person reads them?

What is stored stays as it was written, so that the chain holds; an entry of years ago reads like one of today.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from dekkend.audit.words import Details, Event
from dekkend.kernel.sentences import say
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.naming import title_of
from dekkend.profiles.words.finding_kinds import KINDS
from dekkend.reading.words.refusals import REASONS, UNKNOWN

CODE = re.compile(r"[a-z]+(_[a-z]+)*")
PATH = re.compile(r"[a-z_]\w*(\[\d+\]|\.[a-z_][\w-]*)*")  # words of a form begin with a capital or hold a space
OF_REGION = say("een onderdeel van een eigen formulier")
OWN_ROW = say("een eigen regel")
OTHER_FINDING = say("een andere opmerking")


def in_words(event: str, details: Details) -> Details:
    """The same details, each said as a person would. What is in words already stays."""
    return {name: _said(event, name, value) for name, value in details.items()}


def _said(event: str, name: str, value: str | int) -> str | int:
    speak = SPEAK.get((event, name)) or SPEAK.get(("", name))
    return speak(value) if speak and isinstance(value, str) else value


def _reason(code: str) -> str:
    return REASONS.get(code, UNKNOWN)


def _finding(code: str) -> str:
    return KINDS.get(code, OTHER_FINDING) if CODE.fullmatch(code) else code


def _path(path: str) -> str:
    """The name on the form that is installed; a region may have a part of its own there, and only that region knows it."""
    if not PATH.fullmatch(path):
        return path
    if ".own-" in path:
        return OWN_ROW
    named = title_of(load_template(), path)
    return OF_REGION if named == path else named


# By event and detail; an empty event stands for all.
SPEAK: Mapping[tuple[str, str], Callable[[str], str]] = {
    (Event.DOCUMENT_REFUSED, "code"): _reason,
    (Event.FINDING_OVERRULED, "kind"): _finding,
    (Event.FINDING_BACK, "kind"): _finding,
    (Event.OFFER_UNDONE, "offer"): _path,
    ("", "path"): _path,
}
