"""How does a document become a tagged PDF that everyone can read and that keeps for good (PDF/UA-1 and PDF/A-2a at once)?

A compiler serves one document and one thread at a time, and takes half a millisecond to make once the fonts are known: every document
gets its own, so that many may be asked for at once.
"""

from __future__ import annotations

import datetime
import functools
import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, cast

import typst

from dekkend.publishing.gateways.typst.letters import BOX, printable
from dekkend.publishing.gateways.typst.row_titles import with_row_titles
from dekkend.publishing.rules.letters import retold
from dekkend.publishing.rules.staying import is_short, origin_above, stays
from dekkend.publishing.words.paper import BOXED, Bullets, Heading, Line, Paper, Paragraph, Part, Picture, Table

HERE = Path(__file__).resolve().parent
FORM = HERE / "paper.typ"
DRAWING = """#set page(width: auto, height: auto, margin: 0pt)
#set text(font: "Source Sans 3")
#image(read("drawing", encoding: none), width: float(sys.inputs.wide) * 1cm)
"""
KINDS: dict[type, str] = {Heading: "heading", Paragraph: "paragraph", Bullets: "bullets", Picture: "picture"}


def as_pdf(paper: Paper, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The document as PDF. The same paper gives the same bytes: its date is the day of the paper, its font is in the product.

    `pictures` are the bytes (PNG, JPEG or SVG) by the key that a `Picture` of the paper names; one that is not there leaves its words.
    """
    paper = _drawable(paper)
    wanted = {part.file for part in paper.parts if isinstance(part, Picture)}
    held = {file: content for file, content in (pictures or {}).items() if file in wanted}
    if not held:
        return _made(_compiler_in(HERE), paper, {})
    with tempfile.TemporaryDirectory() as folder:
        names = {file: f"picture-{at}" for at, file in enumerate(held)}
        for file, content in held.items():
            (Path(folder) / names[file]).write_bytes(content)
        (Path(folder) / FORM.name).write_bytes(FORM.read_bytes())
        return _made(_compiler_in(Path(folder)), paper, names)


def _drawable(paper: Paper) -> Paper:
    """With only signs that the font can draw, and said so where one could not be; a heading of which nothing is left goes, for a heading
    without words is refused."""
    lacking: set[str] = set()

    def shown_as(text: str) -> str:
        shown = printable(text)
        if shown.count(BOX) > text.count(BOX):
            lacking.add(text)
        return shown

    shown = retold(paper, shown_as)
    parts = tuple(part for part in shown.parts if not isinstance(part, Heading) or part.text.strip())
    said = map(Line, BOXED[paper.lang] if lacking else ())
    return replace(shown, parts=parts, title=shown.title.strip() or BOX, origin=(*shown.origin, *said))


def drawn(svg: bytes, *, wide: float = 16, dots_per_inch: int = 144) -> bytes:
    """A drawing (SVG) as PNG, so many centimetres wide, for files that cannot hold drawings. Its words are in the font of the product."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "drawing").write_bytes(svg)
        (Path(folder) / FORM.name).write_text(DRAWING)
        return cast(bytes, _compiler_in(Path(folder)).compile(format="png", ppi=dots_per_inch, sys_inputs={"wide": str(wide)}))


def _made(compiler: typst.Compiler, paper: Paper, names: Mapping[str, str]) -> bytes:
    """`names` are the files of the pictures that are there; one that is not leaves its words."""
    shown = [Paragraph(part.alt) if isinstance(part, Picture) and part.file not in names else part for part in paper.parts]
    stay = stays(shown, last=bool(paper.origin) and not origin_above(paper))
    parts = [_plain(part, names) | {"stays": here} for part, here in zip(shown, stay, strict=True)]
    told = {"paper": json.dumps(asdict(paper) | {"parts": parts, "origin_above": origin_above(paper)})}
    moment = datetime.datetime.fromisoformat(paper.on).replace(tzinfo=datetime.UTC)
    made = compiler.compile(sys_inputs=told, format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=moment)
    return with_row_titles(cast(bytes, made), [part.caption for part in paper.parts if isinstance(part, Table)])


@functools.cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(HERE / "fonts")])


def _compiler_in(folder: Path) -> typst.Compiler:
    return typst.Compiler(str(folder / FORM.name), root=folder, font_paths=_fonts())


def _plain(part: Part, names: Mapping[str, str]) -> dict[str, Any]:
    fields = asdict(part)
    if isinstance(part, Paragraph):
        fields["style"] = fields.pop("kind")
    if isinstance(part, Picture):
        fields["file"] = names[part.file]
    if isinstance(part, Table | Bullets):
        fields["whole"] = is_short(part)
    return {"kind": KINDS.get(type(part), "table"), **fields}
