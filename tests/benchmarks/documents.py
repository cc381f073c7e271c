"""Which documents are measured? Made-up profiles of the length of real ones, no two alike."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from dekkend.profiles.gateways.templates import load_template
from tests.corpus.school import vuursprot
from tests.rendering.pdf_typst import as_pdf
from tests.rendering.style import MARKS, Style
from tests.rendering.tika_text import as_tika_text
from tests.rendering.word import as_word

PARAGRAPH = (
    "In school {n} aan zee leert elk kind in zijn eigen tempo zwemmen, roeien en kaartlezen. Wij kijken eerst wat een kind al kan, en "
    "maken daarna met het kind en de ouders een plan voor de volgende {m} weken. De coach komt elke week in de klas kijken hoe het gaat."
)
LONG_TEXTS = ("introduction", "vision", "basic_quality", "support_structure", "hgw_text", "extra_support", "spending", "evaluation")


def profile(number: int) -> dict[str, Any]:
    """A profile that fills about seven pages, as the real ones do."""
    texts = {
        block: "\n\n".join(PARAGRAPH.format(n=number, m=len(block) + place) for place in range(3 if block == "spending" else 5))
        for block in LONG_TEXTS
    }
    return vuursprot(**texts, school={"name": f"De Vuursprot {number}"})


def make(folder: Path, kind: str, count: int) -> list[Path]:
    """`count` files of a kind ("txt", "docx" or "pdf") in a folder."""
    form = load_template("haaglanden")
    maker = {"txt": as_tika_text, "docx": as_word, "pdf": as_pdf}[kind]
    paths = []
    for number in range(1, count + 1):
        style = replace(Style(), seed=number, mark=MARKS[number % 3], empty_rows=number % 3, marks_at=("left", "center")[number % 2])
        made = maker(form, profile(number), style)
        path = folder / f"school-{number:03}.{kind}"
        path.write_bytes(made if isinstance(made, bytes) else made.encode())
        paths.append(path)
    return paths
