"""How were the documents of the corpus made? `python -m tests.corpus.make` makes what is missing, `--all` makes everything anew.

A document is made once and then kept: a corpus that changes with its maker proves nothing. Word and PDF files hold the moment they were
made, so a second run gives other bytes and the same reading.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

from dekkend.profiles.gateways.templates import load_template
from tests.corpus.school import vuursprot
from tests.rendering.expected import expected_reading
from tests.rendering.layout_text import as_layout_text
from tests.rendering.pdf_cells import as_cell_pdf
from tests.rendering.pdf_typst import as_pdf
from tests.rendering.programs import office_pdf, pdfbox_text, pdftotext
from tests.rendering.raw_text import as_raw_text
from tests.rendering.style import Style
from tests.rendering.tika_text import as_tika_text
from tests.rendering.word import as_word

Json = dict[str, Any]
FOLDER = Path(__file__).parent / "items"
MAKERS: dict[str, Callable[[Any, Json, Style], bytes | str]] = {
    "docx": as_word,
    "pdf": as_pdf,
    "txt": as_tika_text,
    "layout": as_layout_text,
    "raw": as_raw_text,
    "office": lambda *form: office_pdf(as_word(*form)),
    "poppler": lambda *form: pdftotext(as_pdf(*form), "-layout"),
    "poppler-raw": lambda *form: pdftotext(as_pdf(*form), "-raw"),
    "poppler-office": lambda *form: pdftotext(office_pdf(as_word(*form)), "-layout"),
    "pdfbox": lambda *form: pdfbox_text(as_cell_pdf(*form)),
    "pdfbox-office": lambda *form: pdfbox_text(office_pdf(as_word(*form))),
}
SUFFIXES = {"docx": "docx", "pdf": "pdf", "office": "pdf"}


@dataclass(frozen=True)
class Item:
    """One document with one trap.

    `kind` names the maker; some need LibreOffice, poppler or PDFBox. `edits` are exact replacements in a text, each of which
    must apply once. `expect` is laid over the expected JSON of the perfect reader. `encoding` and `text` are for plain text only.
    """

    name: str
    about: str
    kind: str = "txt"
    style: Style = field(default_factory=Style)
    profile: Json = field(default_factory=vuursprot)
    edits: Mapping[str, str] = field(default_factory=dict)
    expect: Json = field(default_factory=dict)
    encoding: str = "utf-8"
    text: str = ""

    @property
    def file(self) -> str:
        return f"{self.name}.{SUFFIXES.get(self.kind, 'txt')}"


def document(item: Item) -> bytes:
    made = item.text or MAKERS[item.kind](load_template("haaglanden"), item.profile, item.style)
    if isinstance(made, bytes):
        return _packed(made) if item.file.endswith(".pdf") else made
    for old, new in item.edits.items():
        if made.count(old) != 1:
            raise ValueError(f"{item.name}: {old!r} stands {made.count(old)} times")
        made = made.replace(old, new)
    return made.encode(item.encoding)


def _packed(pdf: bytes) -> bytes:
    """The same PDF in half the bytes: its many small objects packed into streams, as office programs also write them."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(stream, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    return stream.getvalue()


def expected(item: Item) -> Json:
    if "refused" in item.expect:
        return {"about": item.about, **item.expect}
    perfect = expected_reading(load_template("haaglanden"), item.profile, item.style)
    return _laid_over({"about": item.about, **perfect}, item.expect)


def _laid_over(base: Json, change: Json) -> Json:
    made = dict(base)
    for key, value in change.items():
        made[key] = _laid_over(made[key], value) if isinstance(value, dict) and isinstance(made.get(key), dict) else value
    return {key: value for key, value in made.items() if (key, value) != ("is", None)}


def write(item: Item) -> None:
    (FOLDER / item.file).write_bytes(document(item))
    (FOLDER / f"{item.name}.json").write_text(_json(expected(item)), "utf-8")


def _json(value: Json) -> str:
    """One line for every row, so that the files stay readable and small."""
    return _lines(value, 0) + "\n"


def _lines(value: Any, depth: int) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + depth <= 110 or not isinstance(value, (dict, list)):
        return flat
    pad = " " * (depth + 1)
    if isinstance(value, dict):
        parts = [f"{pad}{json.dumps(key)}: {_lines(part, depth + 1)}" for key, part in value.items()]
        return "{\n" + ",\n".join(parts) + "\n" + " " * depth + "}"
    return "[\n" + ",\n".join(f"{pad}{_lines(part, depth + 1)}" for part in value) + "\n" + " " * depth + "]"


def main() -> None:
    from tests.corpus.list_of_items import ITEMS, NOT_YET

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="also make again what is there")
    parser.add_argument("names", nargs="*", help="only these")
    arguments = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    for item in ITEMS:
        missing = item.name not in NOT_YET and not (FOLDER / item.file).exists()
        if item.name in arguments.names or (not arguments.names and (missing or (arguments.all and item.name not in NOT_YET))):
            write(item)
            sys.stdout.write(f"{item.file}\n")


if __name__ == "__main__":
    main()
