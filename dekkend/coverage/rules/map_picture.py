"""How does a map become a picture for a document, that prints without colour too?"""

from __future__ import annotations

from xml.sax.saxutils import escape

from dekkend.coverage.rules.map_drawing import DrawnArea, MapDrawing, Mark, Name, Scale

# On paper: the inks of the light theme (paper is always light), as a document cannot read a theme.
FILLS = {None: "#eeeeee", 1: "#ffffff", 2: "#c3ccf0", 3: "#93a2e0", 4: "#5a6cc2", 5: "#2a3a97"}
LINE, PALE, LATE = "#1b2130", "#8a90a0", "#f2c230"
FONT = "Source Sans 3"
HATCH = (
    '<pattern id="h" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="7" height="7" fill="none"/><path d="M0 0v7" stroke="{LINE}" stroke-width="2.2"/></pattern>'
)


def map_picture(drawing: MapDrawing) -> bytes:
    """The map with its names and scale as SVG that needs nothing from elsewhere. The legend is text of the document."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.wide:.0f}" height="{drawing.high:.0f}" viewBox="{drawing.view_box}">',
        f"<defs>{HATCH}</defs>",
        *(_area(area) for area in drawing.areas),
        *(f'<path d="{path}" fill="none" stroke="{LINE}" stroke-width="1.4"/>' for path in drawing.borders),
        *(_mark(mark) for mark in drawing.sites),
        *(_name(name) for name in drawing.names),
        _scale(drawing.scale) if drawing.scale else "",
        "</svg>",
    ]
    return "".join(parts).encode()


def _area(area: DrawnArea) -> str:
    drawn = f'<path d="{area.path}" fill="{FILLS[area.shade.ink]}" stroke="{PALE}" stroke-width="0.7"/>'
    return drawn + (f'<path d="{area.path}" fill="url(#h)"/>' if area.shade.maybe else "")


def _mark(mark: Mark) -> str:
    size, fill = (4.5, LATE) if mark.late else (2.6, "#ffffff")
    return f'<circle cx="{mark.x:g}" cy="{mark.y:g}" r="{size}" fill="{fill}" stroke="{LINE}" stroke-width="1"/>'


def _name(name: Name) -> str:
    """Written twice: white around it first, so that it can be read on every ink."""
    at = f'x="{name.x:g}" y="{name.y:g}" text-anchor="middle" font-family="{FONT}" font-weight="700" font-size="15"'
    text = escape(name.text)
    return f'<text {at} fill="#ffffff" stroke="#ffffff" stroke-width="4">{text}</text><text {at} fill="{LINE}">{text}</text>'


def _scale(scale: Scale) -> str:
    line = f"M{scale.x:g} {scale.y - 5:g}v5H{scale.to:g}v-5"
    middle = (scale.x + scale.to) / 2
    text = f'<text x="{middle:g}" y="{scale.y - 8:g}" text-anchor="middle" font-family="{FONT}" font-size="13" fill="{LINE}">'
    return f'<path d="{line}" fill="none" stroke="{LINE}" stroke-width="1.4"/>{text}{escape(scale.text)}</text>'
