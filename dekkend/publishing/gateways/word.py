"""How does a document become a Word file that a school can go on with, and that reads back into the same values?"""

from __future__ import annotations

import datetime
import io
import os
import re
import zipfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from dekkend.publishing.gateways.typst import drawn
from dekkend.publishing.gateways.word_parts import add_contents, add_field, add_styled, bookmark, describe, hold, in_language, shade
from dekkend.publishing.rules.letters import in_letters, retold
from dekkend.publishing.rules.staying import is_short, stays
from dekkend.publishing.words.paper import Bullets, Cell, Heading, Line, Paper, Paragraph, Picture, Run, Table, Text, runs
from dekkend.publishing.words.pictures import SVG, kind_of

TEXT_WIDTH = 16.6  # centimetres between the margins of an A4
FONT = "Calibri"  # on the machine of who goes on with the file; LibreOffice has a font of the same widths
INK = RGBColor(0x1F, 0x3A, 0x8A)
# Points, as on the PDF: of a document with chapters, and of one page.
SIZES = {"Title": (22, 17), "Subtitle": (13, 11), "Heading 1": (15, 11.5), "Heading 2": (12.5, 10.5), "Heading 3": (11, 10)}
ZIP_DAY = (1980, 1, 1, 0, 0, 0)
STYLES = {"fixed": "Quote"}
MADE_HERE = "dekkend-form/1"  # whoever reads the file back knows that its headings stand in styles of headings
NOTHING = Line("")
FINE = 200  # dots an inch: what an office printer can show
POINTS = {"note": 8.5, "lead": 12.0}  # of a paragraph that is smaller or larger than the others


def as_word(paper: Paper, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The document as .docx. The same paper gives the same bytes."""
    paper = retold(paper, in_letters)
    document = docx.Document()
    _dress(document, paper)
    add_styled(document, paper.title, "Title")
    add_styled(document, paper.subtitle, "Subtitle")
    if paper.contents:
        _origin(document, paper)
        add_contents(document, "Contents" if paper.lang == "en" else "Inhoud", [p for p in paper.parts if isinstance(p, Heading)])
    shown = _in_dots(paper, pictures or {})
    number = 0
    for part, held in zip(paper.parts, stays(paper.parts, last=not paper.contents), strict=True):
        if isinstance(part, Heading):
            number += 1
            bookmark(add_styled(document, part.text, f"Heading {min(part.level, 3)}"), number)
        else:
            _add(document, part, shown)
        if held:
            hold(document)
    if not paper.contents:
        _origin(document, paper)
    out = io.BytesIO()
    document.save(out)
    return _same_every_time(out.getvalue())


def _dress(document: WordDocument, paper: Paper) -> None:
    """Font, sizes, language, margins, the foot with page numbers, and who wrote it when."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(9.5 if paper.compact else 10.5)
    normal.element.get_or_add_rPr().append(in_language(paper.lang))
    for name, sizes in SIZES.items():
        font = document.styles[name].font
        document.styles[name].element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()
        font.name, font.size = FONT, Pt(sizes[paper.compact])
        font.color.rgb = INK if name in ("Title", "Heading 1") else RGBColor(0, 0, 0)
    for name in ("Subtitle", *STYLES.values()):
        document.styles[name].font.italic = False
        document.styles[name].font.color.rgb = RGBColor(0x30, 0x38, 0x48)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21.0 - TEXT_WIDTH) / 2)
    section.top_margin, section.bottom_margin = (Cm(1.5), Cm(1.6)) if paper.compact else (Cm(2.2), Cm(2.2))
    section.footer_distance = Cm(0.9)
    document.styles["Footer"].font.size = Pt(8.5)
    document.styles["Footer"].paragraph_format.tab_stops.clear_all()
    document.styles["Title"].font.bold = True
    document.styles["Title"].element.pPr.remove(document.styles["Title"].element.pPr.find(qn("w:pBdr")))
    _closer(document, paper)
    _foot(section.footer.paragraphs[0], paper)
    moment = datetime.datetime.fromisoformat(paper.on)
    properties = document.core_properties
    properties.title, properties.author, properties.language = f"{paper.title}, {paper.subtitle}", paper.author, paper.lang
    properties.keywords = MADE_HERE
    properties.created = properties.modified = moment
    properties.last_modified_by, properties.comments, properties.revision = paper.author, "", 1


def _closer(document: WordDocument, paper: Paper) -> None:
    """As much white as on the PDF: the styles of the library spread more. A document of one page has half of it."""
    part = 0.5 if paper.compact else 1.0
    document.styles["Normal"].paragraph_format.line_spacing = 1.0 if paper.compact else 1.1
    for name, before, after in (("Heading 1", 16, 5), ("Heading 2", 12, 4), ("Heading 3", 10, 3), ("Normal", 0, 6), ("Subtitle", 0, 8)):
        space = document.styles[name].paragraph_format
        space.space_before, space.space_after = Pt(before * part), Pt(after * part)
    for spread in document.styles["Subtitle"].element.rPr.findall(qn("w:spacing")):
        document.styles["Subtitle"].element.rPr.remove(spread)


def _foot(paragraph: WordParagraph, paper: Paper) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{paper.foot}\t")
    page, of = ("Page", "of") if paper.lang == "en" else ("Bladzijde", "van")
    for words, field in ((f"{page} ", "PAGE"), (f" {of} ", "NUMPAGES")):
        paragraph.add_run(words)
        add_field(paragraph, field)


def _origin(document: WordDocument, paper: Paper) -> None:
    for at, line in enumerate(paper.origin, 1):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = at < len(paper.origin) or None
        _words(paragraph, line, size=8.5)


def _add(document: WordDocument, part: Paragraph | Bullets | Picture | Table, pictures: Mapping[str, bytes]) -> None:
    if isinstance(part, Paragraph):
        paragraph = add_styled(document, "", STYLES.get(part.kind, "Normal"))
        size = POINTS.get(part.kind)
        _say(paragraph, part.text, size)
    elif isinstance(part, Bullets):
        for item in part.items:
            _say(add_styled(document, "", "List Bullet"), item)
    elif isinstance(part, Picture):
        _picture(document, part, pictures)
    else:
        _table(document, part)


def _in_dots(paper: Paper, pictures: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Word gets drawings as PNG, as wide as they are shown: making dots is what takes the time, and those of a wider one would be lost.

    The compiler lets go of Python, so they are made side by side.
    """
    widths = {part.file: TEXT_WIDTH * part.width for part in paper.parts if isinstance(part, Picture)}
    drawings = [file for file in widths if file in pictures and kind_of(pictures[file]) == SVG]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        made = pool.map(lambda file: drawn(pictures[file], wide=widths[file], dots_per_inch=FINE), drawings)
        return {**pictures, **dict(zip(drawings, made, strict=True))}


def _picture(document: WordDocument, part: Picture, pictures: Mapping[str, bytes]) -> None:
    if part.file not in pictures:
        document.add_paragraph(part.alt)
        return
    picture = document.add_paragraph().add_run().add_picture(io.BytesIO(pictures[part.file]), width=Cm(TEXT_WIDTH * part.width))
    picture._inline.docPr.set("descr", part.alt)
    if part.caption:
        document.add_paragraph().add_run(part.caption).font.size = Pt(8.5)


def _table(document: WordDocument, part: Table) -> None:
    head = 1 if part.head else 0
    table = document.add_table(rows=len(part.rows) + head, cols=len(part.widths))
    table._tbl.tblStyle_val = "TableGrid"
    table.autofit = False
    describe(table, part.caption)
    widths = [Cm(TEXT_WIDTH * share / sum(part.widths)) for share in part.widths]
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = width
    rows = [[_Cell(cell, table) for cell in row.tc_lst] for row in table._tbl.tr_lst]
    for at, (row, cells) in enumerate(zip(table._tbl.tr_lst, rows, strict=True)):
        row.get_or_add_trPr().append(OxmlElement("w:tblHeader" if at < head else "w:cantSplit"))
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width
    for cell, title in zip(rows[0] if head else (), part.head, strict=True):
        cell.paragraphs[0].add_run(title).bold = True
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        shade(cell, "EEF2FA")
    for cells, given in zip(rows[head:], part.rows, strict=True):
        for cell, filled in zip(cells, given, strict=True):
            _fill(cell, filled)
    if is_short(part):
        _in_one_piece(rows)
    below = document.add_paragraph()  # two tables without anything between them would become one
    below.paragraph_format.space_after, below.paragraph_format.line_spacing = Pt(0), Pt(8)


def _in_one_piece(rows: list[list[_Cell]]) -> None:
    for cell in (cell for cells in rows[:-1] for cell in cells):
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fill(cell: _Cell, filled: Cell) -> None:
    for at, line in enumerate(filled.lines or (NOTHING,)):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        if filled.mark:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if line.text:
            _words(paragraph, line)


def _say(paragraph: WordParagraph, text: Text, size: float | None = None) -> None:
    for piece in runs(text):
        _run(paragraph, piece, size)


def _run(paragraph: WordParagraph, piece: Run, size: float | None) -> WordRun:
    run = paragraph.add_run(piece.text)
    run.font.size = Pt(size) if size else None
    if piece.lang:
        run._r.get_or_add_rPr().append(in_language(piece.lang))
    return run


def _words(paragraph: WordParagraph, line: Line, size: float | None = None) -> None:
    run = _run(paragraph, Run(line.text, line.lang), size)
    if line.link:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(line.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run.font.underline, run.font.color.rgb = True, INK
        link.append(run._r)
        paragraph._p.append(link)


def _same_every_time(content: bytes) -> bytes:
    """The parts of the file with one fixed moment in the packing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if "thumbnail" not in name:
                new.writestr(zipfile.ZipInfo(name, ZIP_DAY), _without_thumbnail(name, old.read(name)), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _without_thumbnail(name: str, content: bytes) -> bytes:
    if name != "_rels/.rels":
        return content
    return re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", content)
