"""How big may a document be before it is refused?"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from dekkend.kernel.settings import whole_setting

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one document. A real profile is 20 KB of text, 10 pages and at most a few MB with its pictures.

    `max_bytes`: the file itself. `max_pages`: PDF pages, or pages counted in Word and text.
    `max_unzipped`, `max_part`, `max_ratio`: for zipped files (Word) the declared size of all parts, the size of one XML
    part in bytes, and how many times larger than its packed size a part may be (looked at above 5 MB only).
    `max_stream`: one compressed stream of a PDF, in bytes after unpacking; pictures are never unpacked.
    `max_characters`, `max_lines`: the text itself. `max_edges`: ruled lines on one PDF page, above which its tables are
    not looked for (the text still is).
    """

    max_bytes: int = 40 * MEGABYTE
    max_pages: int = 120
    max_unzipped: int = 200 * MEGABYTE
    max_part: int = 20 * MEGABYTE
    max_ratio: int = 200
    max_stream: int = 50 * MEGABYTE
    max_characters: int = 2_000_000
    max_lines: int = 60_000
    max_edges: int = 4_000


DEFAULT_LIMITS = Limits()
MOST_PAGES = 2_000  # a reading has ten seconds: of more pages than this it is never done


def limits_in_force(environment: Mapping[str, str] = os.environ) -> Limits:
    """The limits of this installation: `DEKKEND_MAX_PAGES` from the environment. Raises WrongSetting."""
    return Limits(max_pages=whole_setting(environment, "DEKKEND_MAX_PAGES", DEFAULT_LIMITS.max_pages, least=1, most=MOST_PAGES))
