"""What is a profile as it travels: its format, its bounds, and a problem in it?

`dekkend-profile/1` is one JSON object: {"format", "template", "template_version", "site", "school_year", "values"}. Every block and every
fixed row is present; null means not answered, which differs from "no". The published schema stands in docs/schema.
"""

from __future__ import annotations

from dataclasses import dataclass

FORMAT = "dekkend-profile/1"
MEDIA_TYPE = "application/vnd.dekkend.profile+json"
KEYS = ("format", "template", "template_version", "site", "school_year", "values")
LEFT_OUT_KEY = "left_out"  # may be there: [{"path", "reason"}] of what was left out of a copy for everyone

MOST_BYTES = 5_000_000  # of one profile file
MOST_LINE = 1_000  # characters of a single value, a label, a name
MOST_NOTE = 4_000  # characters of a note in a grid
MOST_TEXT = 200_000  # characters of prose, of a cell, of a chapter
MOST_ITEMS = 500  # records in a block, rows that a school added
FIRST_YEAR, LAST_YEAR = 1990, 2098  # the calendar year in which a school year may start

# What no text may hold: control signs (except tab and newline) and halves of a character; databases and browsers refuse them.
BAD_SIGNS = "\\u0000-\\u0008\\u000b-\\u001f\\u007f\\ud800-\\udfff"
BRIN6 = "[0-9]{2}[A-Z]{2}[0-9]{2}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why this is no valid profile. `path` is a path of the profile, or the name of a key of the object; `message` a Dutch sentence."""

    path: str
    message: str
