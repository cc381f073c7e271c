"""How are the things made that python-docx has no call for: contents, fields, bookmarks, titles of a table?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from dekkend.publishing.words.paper import Heading

LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
DEEPEST = 2  # the contents name chapters and sub-chapters


def add_contents(document: WordDocument, title: str, headings: Sequence[Heading]) -> None:
    """A table of contents whose lines lead to their heading. Word can renew it, then with the numbers of its own pages."""
    for level in range(1, DEEPEST + 1):
        style = document.styles.add_style(f"TOC {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.paragraph_format.left_indent, style.paragraph_format.space_after = Cm(0.6 * (level - 1)), Pt(1)
    above = add_styled(document, "", "TOC 1")
    above.add_run(title).bold = True
    above.paragraph_format.space_before = Pt(10)
    lines = [(number, heading) for number, heading in enumerate(headings, 1) if heading.level <= DEEPEST]
    for at, (number, heading) in enumerate(lines):
        paragraph = add_styled(document, "", f"TOC {heading.level}")
        if at == 0:
            _mark(paragraph, "begin")
            _instruct(paragraph, rf'TOC \o "1-{DEEPEST}" \h \z \u')
            _mark(paragraph, "separate")
        link = _made("w:hyperlink", anchor=_name(number))
        run = paragraph.add_run(heading.text)._r
        link.append(run)
        paragraph._p.append(link)
        if at == len(lines) - 1:
            _mark(paragraph, "end")
            paragraph.paragraph_format.space_after = Pt(10)


def bookmark(paragraph: WordParagraph, number: int) -> None:
    """A name for this heading, so that the contents can lead to it."""
    start, end = _made("w:bookmarkStart", id=str(number), name=_name(number)), _made("w:bookmarkEnd", id=str(number))
    paragraph._p.insert(1, start)
    paragraph._p.append(end)


def in_language(code: str) -> BaseOxmlElement:
    """The mark that words are in this language, for who has them read aloud or checked for spelling."""
    language = cast(BaseOxmlElement, OxmlElement("w:lang"))
    language.set(qn("w:val"), LANGUAGES[code])
    return language


def add_field(paragraph: WordParagraph, code: str) -> None:
    """A value that Word works out, such as the number of the page."""
    field = _made("w:fldSimple", instr=code)
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)


def shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(_made("w:shd", val="clear", color="auto", fill=colour))


def describe(table: WordTable, caption: str) -> None:
    """What the table holds, and that its first row and column are titles: for whoever cannot see it."""
    properties = table._tbl.tblPr
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    look = OxmlElement("w:tblLook")
    for name, value in {"firstRow": "1", "firstColumn": "1", "lastRow": "0", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}.items():
        look.set(qn(f"w:{name}"), value)
    properties.append(look)
    for old in properties.findall(qn("w:tblInd")):
        properties.remove(old)
    layout = next(properties.iterchildren(qn("w:tblLayout")), look)
    layout.addprevious(_made("w:tblInd", w="108", type="dxa"))  # Word hangs a table out by the air in its cells
    air = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        air.append(_made(f"w:{side}", w="35", type="dxa"))
    look.addprevious(air)
    described = OxmlElement("w:tblCaption")
    described.set(qn("w:val"), caption)
    properties.append(described)


def hold(document: WordDocument) -> None:
    """What stands last in the document stays with what comes next, of a table its last row."""
    last = document.element.body[-2]  # the library looks through everything for it; behind it are only the margins
    above = last.getprevious()
    cells = above.tr_lst[-1].tc_lst if isinstance(above, CT_Tbl) else []
    for held in (last, *(paragraph for cell in cells for paragraph in cell.p_lst)):
        WordParagraph(held, document).paragraph_format.keep_with_next = True


def add_styled(document: WordDocument, text: str, style: str) -> WordParagraph:
    """A paragraph in the style of this name. The library would look through all styles of the file for each; the id is the name."""
    paragraph = document.add_paragraph(text)
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def _mark(paragraph: WordParagraph, kind: str) -> None:
    paragraph.add_run()._r.append(_made("w:fldChar", fldCharType=kind))


def _instruct(paragraph: WordParagraph, code: str) -> None:
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = code
    paragraph.add_run()._r.append(words)


def _name(number: int) -> str:
    return f"_Toc{number:08d}"


def _made(tag: str, **attributes: str) -> BaseOxmlElement:
    element = cast(BaseOxmlElement, OxmlElement(tag))
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
