"""Which kind of picture are these bytes?"""

from __future__ import annotations

PNG, JPEG, SVG = "image/png", "image/jpeg", "image/svg+xml"


def kind_of(content: bytes) -> str:
    """The media type by the first bytes; what is no PNG or JPEG is a drawing (SVG)."""
    if content.startswith(b"\x89PNG"):
        return PNG
    return JPEG if content.startswith(b"\xff\xd8") else SVG
