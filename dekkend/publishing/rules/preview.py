"""How does the card look that a message shows beside a link to a school? As SVG, 1200 by 630."""

from __future__ import annotations

import textwrap
from xml.sax.saxutils import escape

WIDE, MOST_LINES = 30, 3  # letters in a line of the name, and lines
INK, PAPER, GREY = "#1f3a8a", "#ffffff", "#444c5c"


def card(name: str, place: str, line: str) -> str:
    """A name that does not fit on three lines ends in "..."."""
    lines = textwrap.wrap(name, WIDE, max_lines=MOST_LINES, placeholder=" ...") or [place]
    top = 250 - 42 * (len(lines) - 1)
    names = "".join(_text(80, top + 92 * at, 84, INK, words, "bold") for at, words in enumerate(lines))
    below = top + 92 * len(lines)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">'
        f'<rect width="1200" height="630" fill="{PAPER}"/><rect width="1200" height="18" fill="{INK}"/>'
        f"{names}{_text(80, below, 44, GREY, place)}{_text(80, 500, 38, GREY, line)}"
        f'<circle cx="98" cy="568" r="18" fill="{INK}"/><circle cx="114" cy="568" r="18" fill="{INK}" fill-opacity="0.6"/>'
        f"{_text(146, 581, 38, INK, 'Dekkend', 'bold')}</svg>"
    )


def _text(x: int, y: int, size: int, colour: str, words: str, weight: str = "normal") -> str:
    font = f'font-family="Source Sans 3" font-size="{size}" font-weight="{weight}" fill="{colour}"'
    return f'<text x="{x}" y="{y}" {font}>{escape(words)}</text>'
