"""How were the sample documents of the demo made? `python -m tests.rendering.make_demo_documents` makes them anew."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from dekkend.profiles.gateways.templates import load_template
from tests.corpus.school import VUURTOREN
from tests.rendering.pdf_typst import as_pdf
from tests.rendering.style import Style
from tests.rendering.tika_text import as_tika_text
from tests.rendering.word import as_word

FOLDER = Path(__file__).resolve().parents[2] / "dekkend" / "demo" / "data" / "documents"
Json = dict[str, Any]


def profile(name: str, address: str, mail: str, changes: dict[str, str | None]) -> Json:
    """The profile of De Vuurtoren with another school's name and some other answers (path of a row: choice)."""
    made = copy.deepcopy(VUURTOREN)
    school = made["values"]["school"]
    school |= {"name": name, "address": address, "email": f"info@{mail}.example", "website": f"www.{mail}.example"}
    made["values"]["related_documents"] = []
    for path, choice in changes.items():
        block, row = path.split(".")
        made["values"][block]["rows"][row] = {"choice": choice, "note": None}
    return made


def main() -> None:
    form = load_template("haaglanden")
    FOLDER.mkdir(parents=True, exist_ok=True)
    vuurtoren = profile("De Vuurtoren", "Bakenpad 3, 9999 ZA Zilverduin", "devuurtoren", {"expertise.giftedness": None})
    kwikstaart = profile(
        "De Kwikstaart", "Rietlaan 28, 9999 ZB Zilverduin", "dekwikstaart", {"expertise.second_language": "no", "facilities.lift": None}
    )
    helmgras = profile("Het Helmgras", "Duinrand 7, 9997 ZE Oosterduin", "hethelmgras", {"expertise.autism": "no"})
    typed = frozenset({"external_experts.physiotherapy", "hgw.partners", "external_experts.school_social_work"})
    (FOLDER / "sop-de-vuurtoren-2024.pdf").write_bytes(as_pdf(form, vuurtoren, Style(running_footer="De Vuurtoren, {page}")))
    doubled = Style(seed=3, mark="☒", two_marks=frozenset({"external_experts.speech_therapy"}))
    (FOLDER / "sop-de-kwikstaart-2024.docx").write_bytes(as_word(form, kwikstaart, doubled))
    (FOLDER / "sop-het-helmgras-2024.txt").write_text(as_tika_text(form, helmgras, Style(seed=5, typed_blanks=typed)), encoding="utf-8")
    scanned(FOLDER / "sop-de-strandvonk-gescand.pdf")


def scanned(path: Path) -> None:
    """A page that is one picture, without any text, as a scanner makes it."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.drawInlineImage(Image.new("L", (420, 594), 225), 0, 0, *A4)
    canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    main()
