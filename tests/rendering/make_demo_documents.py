"""How were the sample documents of the demo made? `python -m tests.rendering.make_demo_documents` makes them anew from its story."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from docx import Document
from PIL import Image

from dekkend.demo.gateways.files import DOCUMENTS, story
from dekkend.demo.rules.story import with_changes
from dekkend.demo.words.story import Sample
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.words.template import Template
from tests.rendering.layout_text import as_layout_text
from tests.rendering.pdf_cells import as_cell_pdf
from tests.rendering.pdf_typst import as_pdf
from tests.rendering.raw_text import as_raw_text
from tests.rendering.style import Style
from tests.rendering.tika_text import as_tika_text
from tests.rendering.word import as_word

Json = dict[str, Any]
Maker = Callable[[Template, Json, Style], bytes]
SETS = ("typed_blanks", "two_marks", "dropped", "split")
DOTS = 110 / 72  # a scan of 110 dots to the inch


def profile_of(sample: Sample) -> Json:
    """The profile that the document shows, as the form knows it: without the code of the site."""
    told = story()
    profile = told.profiles[told.region.school(sample.school).brin6, sample.year]
    values = with_changes(profile["values"], sample.changes, load_template(profile["template"]))
    return {**profile, "site": None, "values": values}


def style_of(sample: Sample) -> Style:
    return Style(**{name: frozenset(value) if name in SETS else value for name, value in sample.style.items()})


def make(sample: Sample) -> bytes:
    if sample.how == "newsletter":
        return newsletter()
    return MAKERS[sample.how](load_template("haaglanden"), profile_of(sample), style_of(sample))


def scan(form: Template, profile: Json, style: Style) -> bytes:
    """The pages as pictures, without any text, as a scanner makes them."""
    pages = [page.render(scale=DOTS, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(as_pdf(form, profile, style))]
    stream, small = io.BytesIO(), [page.quantize(4).convert("L") for page in pages[:2]]
    Image.Image.save(small[0], stream, "PDF", save_all=True, append_images=small[1:], quality=35)
    return stream.getvalue()


def encrypted(form: Template, profile: Json, style: Style) -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(as_pdf(form, profile, style))) as pdf:
        pdf.save(stream, encryption=pikepdf.Encryption(owner="golfslag", user="golfslag"))
    return stream.getvalue()


def cut(form: Template, profile: Json, style: Style) -> bytes:
    whole = as_pdf(form, profile, style)
    return whole[: len(whole) // 3]


def newsletter() -> bytes:
    document, stream = Document(), io.BytesIO()
    document.add_heading("Nieuwsbrief oktober 2026")
    for text in (
        "Beste ouders, de herfst is begonnen en de kinderen hebben er zin in.",
        "Op woensdag 14 oktober is de hele school vrij. Op vrijdag eten wij samen vissoep op het plein.",
        "Wie wil helpen bij het zeilkamp van groep 8? Zet uw naam op de lijst bij de deur.",
    ):
        document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


def text(maker: Callable[[Template, Json, Style], str]) -> Maker:
    return lambda form, profile, style: maker(form, profile, style).encode("utf-8")


MAKERS: dict[str, Maker] = {
    "pdf": as_pdf,
    "word": as_word,
    "cells": as_cell_pdf,
    "tika": text(as_tika_text),
    "layout": text(as_layout_text),
    "raw": text(as_raw_text),
    "scan": scan,
    "encrypted": encrypted,
    "cut": cut,
}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for sample in story().samples:
        (folder / sample.file).write_bytes(make(sample))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else DOCUMENTS)
