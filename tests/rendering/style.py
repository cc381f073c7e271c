"""In how many ways can one and the same form be filled in, laid out and dumped?

Every knob is one habit seen in real forms. A document is made from a profile and a `Style`; the same pair gives the same document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MARKS = ("X", "x", "✓", "☒", "box", "ja")
ON_TRACK = ("Op orde", "Naar behoren", "Voldoende")
DATES = ("dashes", "slashes", "dots", "words", "short", "weekday", "iso")
MONEY = ("plain", "dash", "decimals", "tight", "words")
BULLETS = ("•", "-", "1.", "list", "plain")


@dataclass(frozen=True, slots=True)
class Style:
    """The habits of one document.

    `seed` decides what the other knobs leave open (which alias, where blank lines fall). Sets of paths name grid rows
    (`hgw.partners`) or, in `dropped`, also blocks and sections. Knobs from `ruled` on only matter for PDF, those from `line_width` on
    only for text dumps.
    """

    seed: int = 0
    mark: str = "X"
    on_track: str = "Op orde"
    wording: str = "form"  # form | alias: labels of rows and headings as the form has them, or as schools write them
    columns: str = "form"  # form | reversed: the order of the answer columns
    notes: str = "label"  # label | mark | column: under the label, beside the mark, in a column of their own
    facts: str = "table"  # table | rows | lines: two-column table as in the form, one row per fact, no table at all
    no_facts: str = "label"  # label | gone: an unanswered fact leaves its bare label, or nothing
    bullets: str = "•"
    dates: str = "dashes"
    money: str = "plain"
    merged: str = ""  # title | header: a first row over the whole width, or a header of two rows
    nested: bool = False  # every grid stands in the cell of a frame
    repeated_header: bool = False
    empty_rows: int = 0  # empty rows of the school's own under every grid
    split: frozenset[str] = frozenset()  # rows whose label runs on in the next table row
    two_marks: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()  # ids of the sections, () = as the form has them
    fixed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # section id -> the region's fixed paragraphs
    footnote: str = ""  # hangs on the first paragraph of the vision
    running_header: str = ""
    running_footer: str = ""  # "{page}" is the page number
    picture: str = ""  # the text alternative of a picture of the support scheme

    ruled: bool = True
    marks_at: str = "left"  # left | center
    label_width: str = "wide"  # wide | narrow
    page: str = "a4"  # a4 | short: short pages break inside tables

    line_width: int = 104
    page_lines: int = 54
    blank_lines: int = 0  # a blank line inside running text after about so many lines; 0 = never
    spread_blanks: bool = False  # blanks of a lone mark go to the lines above and below
    typed_blanks: frozenset[str] = frozenset()  # rows whose label cell ends in a blank typed by hand
