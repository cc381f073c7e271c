"""How does a test open bytes as a document, and how does it make a Word file or a PDF?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from dekkend.reading.gateways.intake import open_document
from dekkend.reading.words.document import Document
from dekkend.reading.words.result import DocumentRefused

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "r": OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Document]:
    """Write bytes (or a text, as UTF-8) to a file and open it."""

    def open_bytes(content: bytes | str, name: str = "profiel.txt") -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return open_document(path)

    return open_bytes


@pytest.fixture
def refusal(opened: Callable[..., Document]) -> Callable[..., DocumentRefused]:
    """Open bytes that must be refused, and give the refusal: a Dutch sentence or more, without program text."""

    def refuse(content: bytes | str, name: str = "profiel.txt") -> DocumentRefused:
        with pytest.raises(DocumentRefused) as caught:
            opened(content, name)
        message = caught.value.message
        assert message[0].isupper()
        assert message.endswith(".")
        assert not {"Error", "Traceback", "None", "!"} & set(message.replace(".", " ").split())
        return caught.value

    return refuse


@pytest.fixture
def word() -> Callable[..., bytes]:
    """A Word file with this body, and parts beside it: the contents of `styles`, `footnotes`, `header1` and so on.

    `links` are outside addresses with the ids link0, link1, ...; `raw` are whole parts by name, and win.
    """

    def build(body: str, *, links: tuple[str, ...] = (), raw: dict[str, str | bytes] | None = None, **parts: str) -> bytes:
        relations = [f'<Relationship Id="{name}" Type="{OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>' for name in parts]
        relations += [
            f'<Relationship Id="link{place}" Type="{OFFICE}/hyperlink" Target="{link}" TargetMode="External"/>'
            for place, link in enumerate(links)
        ]
        rels = "http://schemas.openxmlformats.org/package/2006/relationships"
        files: dict[str, str | bytes] = {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="main" Type="{OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{rels}">{"".join(relations)}</Relationships>',
            **{f"word/{name}.xml": f"<w:root {SPACES}>{content}</w:root>" for name, content in parts.items()},
            **(raw or {}),
        }
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in files.items():
                package.writestr(name, content)
        return target.getvalue()

    return build


PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0


class Paper:
    """A PDF drawn by hand. Distances in points from the left and top edge, as in the neutral document."""

    def __init__(self) -> None:
        self._target = io.BytesIO()
        self.canvas = Canvas(self._target, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1)

    def text(self, left: float, top: float, text: str, font: str = "Helvetica", size: float = 11) -> Paper:
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, PAGE_HEIGHT - top - 0.8 * size, text)
        return self

    def line(self, left: float, top: float, right: float, bottom: float) -> Paper:
        self.canvas.line(left, PAGE_HEIGHT - top, right, PAGE_HEIGHT - bottom)
        return self

    def rect(self, left: float, top: float, width: float, height: float, *, fill: str | None = None) -> Paper:
        if fill is not None:
            self.canvas.setFillColor(fill)
        drawn = {"stroke": int(fill is None), "fill": int(fill is not None)}
        self.canvas.rect(left, PAGE_HEIGHT - top - height, width, height, **drawn)
        self.canvas.setFillColor("black")
        return self

    def ruling(self, across: list[float], down: list[float]) -> Paper:
        for x in across:
            self.line(x, down[0], x, down[-1])
        for y in down:
            self.line(across[0], y, across[-1], y)
        return self

    def image(self, left: float, top: float, width: float, height: float) -> Paper:
        picture = ImageReader(Image.new("RGB", (8, 8), "gray"))
        self.canvas.drawImage(picture, left, PAGE_HEIGHT - top - height, width, height)
        return self

    def next_page(self) -> Paper:
        self.canvas.showPage()
        return self

    def done(self) -> bytes:
        self.canvas.save()
        return self._target.getvalue()


@pytest.fixture
def paper() -> Paper:
    """A blank sheet to draw a PDF on; `done()` gives its bytes."""
    return Paper()
