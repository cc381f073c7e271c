"""How does an advice that several members of the council write at once become one, without losing a word of anyone?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from dekkend.profiles.rules.merge import merge_text


@dataclass(frozen=True, slots=True)
class Page:
    """An advice as one browser shows it: the outcome, the text of the whole, and the remarks by path."""

    outcome: str = ""
    text: str = ""
    remarks: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> str:
        return json.dumps({"outcome": self.outcome, "text": self.text, "remarks": dict(self.remarks)}, ensure_ascii=False)


def page_from(told: str) -> Page:
    """What a browser says that it showed. What cannot be read counts as an empty page: then nothing is taken away."""
    try:
        known = json.loads(told)
        return Page(str(known["outcome"]), str(known["text"]), {str(path): str(text) for path, text in known["remarks"].items()})
    except (ValueError, TypeError, KeyError, AttributeError):
        return Page()


def together(shown: str, mine: str, stored: str) -> str:
    """My words and those that another stored since. Where both changed the same words both stand, those of the other first."""
    merged = merge_text(shown, mine, stored)
    if merged is not None:
        return merged.strip()
    return "\n\n".join(text for text in (stored, mine) if text)


def chosen(shown: str, mine: str, stored: str) -> str:
    """Who did not touch the choice leaves what another chose."""
    return stored if mine == shown else mine
