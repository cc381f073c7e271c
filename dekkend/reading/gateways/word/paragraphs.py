"""Which lines, text boxes and pictures does one Word paragraph hold?

A paragraph is one line; a line break typed inside it makes two (in a heading it is a blank). Tabs stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from dekkend.kernel.sentences import say
from dekkend.reading.gateways.characters import clean
from dekkend.reading.gateways.symbols import drawn, drawn_text
from dekkend.reading.gateways.word.fields import Fields, address_in, answer_of
from dekkend.reading.gateways.word.names import Element, child, name, value
from dekkend.reading.gateways.word.pictures import Drawn, drawing_of, object_of
from dekkend.reading.gateways.word.scribe import Scribe
from dekkend.reading.gateways.word.styles import CLEARLY_LARGER, Look
from dekkend.reading.words.document import Line

NOT_TEXT = frozenset(map(name, ("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:del", "w:moveFrom", "w:tblPr")))


@dataclass(slots=True)
class _Printed:
    """A line in the making."""

    page: int
    texts: list[str] = field(default_factory=list)
    strong: bool = True

    @property
    def blank(self) -> bool:
        return not "".join(self.texts).strip()


@dataclass(slots=True)
class Paragraph:
    """What was found: `lines` are ready; `boxes` are text boxes still to be read; `drawings` are pictures."""

    lines: list[Line]
    boxes: list[Element]
    drawings: list[Drawn]


def read_paragraph(element: Element, scribe: Scribe) -> Paragraph:
    return _Reader(element, scribe).read()


class _Reader:
    """Walks one paragraph from left to right."""

    def __init__(self, element: Element, scribe: Scribe) -> None:
        self._element, self._scribe = element, scribe
        self._kind = scribe.styles.kind(element)
        self._printed: list[_Printed] = []
        self._fields = Fields()
        self._text = ""  # everything written so far, for the labels of links
        self._struck: list[str] = []
        self._found = Paragraph([], [], [])
        self._look: Look | None = None

    def read(self) -> Paragraph:
        if self._kind.new_page:
            self._scribe.start_page(rendered=False)
        self._printed.append(_Printed(self._scribe.page))
        self._walk(self._element)
        if self._struck:
            words = " ".join("".join(self._struck).split())
            self._scribe.miss(say("Doorgestreepte tekst is niet meegelezen: “{words}”.", words=words[:80]))
        if child(self._element, "w:pPr", "w:sectPr") is not None:
            self._scribe.end_section()
        self._finish()
        return self._found

    def _finish(self) -> None:
        texts = [clean("".join(line.texts)) for line in self._printed]
        if self._kind.contents:
            self._scribe.contents += [" ".join(text.split()) for text in texts if text.strip()]
            return
        if self._kind.heading:
            first = next((line for line in self._printed if not line.blank), self._printed[0])
            texts, self._printed = [" ".join(text for text in texts if text.strip())], [first]
        for text, line in zip(texts, self._printed, strict=True):
            self._scribe.count(text)
            self._found.lines.append(self._line(text, line))

    def _line(self, text: str, line: _Printed) -> Line:
        return Line(
            text,
            self._scribe.next_number(),
            line.page,
            heading=self._kind.heading if text.strip() else 0,
            bullet=self._kind.bullet and line is self._printed[0] and bool(text.strip()),
            strong=line.strong and bool(text.strip()),
        )

    def _walk(self, element: Element) -> None:
        for part in element:
            act = ACTS.get(part.tag)
            if act is not None:
                act(self, part)
            elif part.tag not in NOT_TEXT:
                self._walk(part)

    def _run(self, run: Element) -> None:
        look = self._scribe.styles.look(run, self._element)
        if not look.hidden:
            self._look = look
            self._walk(run)
            self._look = None

    def _letters(self, part: Element) -> None:
        self._write(drawn_text(part.text or "", self._look.font if self._look else ""))

    def _tab(self, _: Element) -> None:
        self._write("\t")

    def _hyphen(self, _: Element) -> None:
        self._write("-")

    def _rendered_break(self, _: Element) -> None:
        self._break_page(rendered=True)

    def _write(self, text: str) -> None:
        if self._fields.hide:
            return
        look = self._look
        if look is not None and look.struck and text.strip():
            self._struck.append(text)
            return
        line = self._printed[-1]
        if line.blank and text.strip():
            line.page = self._scribe.page
        line.texts.append(text)
        self._text += text
        if look is not None and text.strip():
            line.strong &= look.bold or look.size >= CLEARLY_LARGER * self._scribe.running_size

    def _break(self, part: Element) -> None:
        if value(part, "w:type") == "page":
            self._break_page(rendered=False)
        else:
            self._break_line()

    def _break_line(self) -> None:
        self._text += " "
        self._printed.append(_Printed(self._scribe.page))

    def _break_page(self, *, rendered: bool) -> None:
        self._scribe.start_page(rendered=rendered)
        if not rendered and not self._printed[-1].blank:
            self._break_line()

    def _symbol(self, part: Element) -> None:
        code = value(part, "w:char") or ""
        if re.fullmatch("[0-9A-Fa-f]{1,5}", code):
            self._write(drawn(chr(int(code, 16)), value(part, "w:font") or ""))

    def _footnote(self, part: Element) -> None:
        self._write(self._scribe.note("footnote", value(part, "w:id") or ""))

    def _endnote(self, part: Element) -> None:
        self._write(self._scribe.note("endnote", value(part, "w:id") or ""))

    def _drawing(self, part: Element) -> None:
        self._draw(drawing_of(part))

    def _object(self, part: Element) -> None:
        self._draw(object_of(part))

    def _draw(self, drawing: Drawn) -> None:
        self._found.boxes += drawing.boxes
        if drawing.picture:
            self._found.drawings.append(drawing)

    def _hyperlink(self, part: Element) -> None:
        start = len(self._text)
        self._walk(part)
        self._scribe.link(self._scribe.link_target(part.get(name("r:id"))), self._text[start:])

    def _simple_field(self, part: Element) -> None:
        start = len(self._text)
        self._walk(part)
        self._scribe.link(address_in(value(part, "w:instr") or ""), self._text[start:])

    def _field(self, part: Element) -> None:
        match value(part, "w:fldCharType"):
            case "begin":
                self._write(answer_of(child(part, "w:ffData")))
                self._fields.begin()
            case "separate":
                self._fields.separate(len(self._text))
            case "end":
                address, start = self._fields.end()
                self._scribe.link(address, self._text[start:])

    def _field_code(self, part: Element) -> None:
        self._fields.add_code(part.text or "")


# What to do at each kind of element; anything else is looked through.
ACTS: dict[str, Callable[[_Reader, Element], None]] = {
    name("w:r"): _Reader._run,
    name("w:t"): _Reader._letters,
    name("m:t"): _Reader._letters,
    name("w:tab"): _Reader._tab,
    name("w:ptab"): _Reader._tab,
    name("w:noBreakHyphen"): _Reader._hyphen,
    name("w:cr"): _Reader._break,
    name("w:br"): _Reader._break,
    name("w:lastRenderedPageBreak"): _Reader._rendered_break,
    name("w:sym"): _Reader._symbol,
    name("w:hyperlink"): _Reader._hyperlink,
    name("w:fldSimple"): _Reader._simple_field,
    name("w:fldChar"): _Reader._field,
    name("w:instrText"): _Reader._field_code,
    name("w:footnoteReference"): _Reader._footnote,
    name("w:endnoteReference"): _Reader._endnote,
    name("w:drawing"): _Reader._drawing,
    name("w:pict"): _Reader._drawing,
    name("w:object"): _Reader._object,
}
