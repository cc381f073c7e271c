"""How does a text become a QR code that stands in the page itself, without style, script or image from elsewhere?"""

from __future__ import annotations

import qrcode
from django.utils.html import format_html
from django.utils.safestring import SafeString

QUIET = 4  # cells of white around a code, ISO/IEC 18004


def qr_svg(text: str, *, label: str) -> SafeString:
    """An SVG element of one path on a white ground: a code must stay dark on light, in the dark theme too."""
    code = qrcode.QRCode(border=QUIET, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make()
    cells = code.get_matrix()
    size = len(cells)
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(cells) for x, dark in enumerate(row) if dark)
    return format_html(
        '<svg class="dk-qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}" shape-rendering="crispEdges">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path fill="#000" d="{2}"/></svg>',
        size,
        label,
        path,
    )
