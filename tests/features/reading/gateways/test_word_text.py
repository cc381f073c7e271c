"""Does a Word file keep its paragraphs, headings, lists, boxes, notes and links, in the version that counts?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dekkend.reading.words.document import Document, Line, Picture

Opened = Callable[..., Document]
Word = Callable[..., bytes]


def p(*texts: str, style: str = "", extra: str = "") -> str:
    properties = f"<w:pPr>{f'<w:pStyle w:val={chr(34)}{style}{chr(34)}/>' if style else ''}{extra}</w:pPr>"
    return f"<w:p>{properties}{''.join(r(text) for text in texts)}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def lines(document: Document) -> list[str]:
    return [line.text for line in document.lines()]


def test_a_paragraph_is_one_line_with_its_own_number(opened: Opened, word: Word) -> None:
    document = opened(word(p("Naam: ", " De Vuursprot ") + p() + p("Lift")), "profiel.docx")
    assert [(line.text, line.number) for line in document.lines()] == [("Naam:  De Vuursprot ", 1), ("", 2), ("Lift", 3)]
    assert (document.kind, document.source.pages) == ("word", None)


def test_a_break_inside_a_paragraph_makes_a_line_and_a_tab_stays(opened: Opened, word: Word) -> None:
    body = "<w:p><w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t><w:br/><w:t>drie</w:t><w:noBreakHyphen/><w:t>vier</w:t></w:r></w:p>"
    assert lines(opened(word(body))) == ["een\ttwee", "drie-vier"]


LARGE = '<w:sz w:val="28"/>'
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="Kop 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Hoofdstuk"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:type="paragraph" w:styleId="Niveau"><w:name w:val="Niveau"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>
<w:style w:type="paragraph" w:styleId="Lijst"><w:name w:val="Lijst"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
"""


def test_headings_are_known_by_style_name_level_or_ancestor(opened: Opened, word: Word) -> None:
    styles = ["Kop1", "Kop2", "Eigen", "Niveau", "Rond", ""]
    document = opened(word("".join(p("Kop", style=style) for style in styles), styles=STYLES))
    assert [line.heading for line in document.lines()] == [1, 2, 1, 3, 0, 0]


def test_a_heading_over_two_lines_is_one_line(opened: Opened, word: Word) -> None:
    heading = '<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t>De</w:t><w:br/><w:t>structuur</w:t></w:r></w:p>'
    assert lines(opened(word(heading, styles=STYLES))) == ["De structuur"]


def test_list_items_are_bullets_by_their_own_word_or_their_style(opened: Opened, word: Word) -> None:
    numbered, none = '<w:numPr><w:numId w:val="3"/></w:numPr>', '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("a", extra=numbered) + p("b", style="Lijst") + p("c", style="Lijst", extra=none) + p("d")
    assert [line.bullet for line in opened(word(body, styles=STYLES)).lines()] == [True, True, False, False]


def test_a_paragraph_is_strong_when_all_of_it_is_bold_or_large(opened: Opened, word: Word) -> None:
    body = f"<w:p>{r('Alles ', '<w:b/>')}{r('vet', '<w:b/>')}</w:p><w:p>{r('Half ', '<w:b/>')}{r('vet')}</w:p>"
    body += f"<w:p>{r('Groot', LARGE)}</w:p>" + p("gewone tekst " * 9) + p("Kop", style="Kop1")
    assert [line.strong for line in opened(word(body, styles=STYLES)).lines()] == [True, False, True, False, True]


def test_the_table_of_contents_is_no_part_of_the_text(opened: Opened, word: Word) -> None:
    document = opened(word(p("1 Visie  3", style="Inhopg1") + p("Visie", style="Kop1"), styles=STYLES))
    assert lines(document) == ["Visie"]
    assert document.margins == ("1 Visie 3",)


def test_tracked_changes_count_as_accepted(opened: Opened, word: Word) -> None:
    deleted = "<w:del><w:r><w:delText>oud</w:delText></w:r></w:del>"
    gone = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = f"<w:p>{r('Lift ')}{deleted}<w:ins>{r('nieuw')}</w:ins><w:moveFrom>{r('weg')}</w:moveFrom></w:p>"
    body += f"<w:p>{gone}{r('een ')}</w:p><w:p>{r('zin')}</w:p><w:p>{gone}{deleted}</w:p>{p('einde')}"
    assert lines(opened(word(body))) == ["Lift nieuw", "een zin", "einde"]


def test_hidden_text_is_left_out_and_struck_text_is_reported(opened: Opened, word: Word) -> None:
    document = opened(word(f"<w:p>{r('Ja / ')}{r('nee', '<w:strike/>')}{r('geheim', '<w:vanish/>')}</w:p>"))
    assert lines(document) == ["Ja / "]
    assert "nee" in document.unread[0].why


def test_content_controls_at_every_level_are_read(opened: Opened, word: Word) -> None:
    def control(content: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    hint = control(r("Klik om tekst in te voeren."), "<w:showingPlcHdr/>")
    choice = control(r("Structureel"), '<w:dropDownList><w:listItem w:value="1"/></w:dropDownList>')
    body = control(p("blok")) + f"<w:p>{r('a ')}{control(r('b'))}{hint}</w:p><w:p>{choice}</w:p>"
    assert lines(opened(word(body))) == ["blok", "a b", "Structureel"]


@pytest.mark.parametrize(("state", "sign"), [("1", "☒"), ("true", "☒"), ("0", "☐"), ("false", "☐")])
def test_a_checkbox_says_by_its_state_whether_it_is_ticked(opened: Opened, word: Word, state: str, sign: str) -> None:
    for drawn in (r("☒"), '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'):
        box = f'<w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox></w:sdtPr>'
        body = f"<w:p><w:sdt>{box}<w:sdtContent>{drawn}</w:sdtContent></w:sdt>{r(' Lift')}</w:p>"
        assert lines(opened(word(body))) == [f"{sign} Lift"]


def test_older_form_fields_give_their_answer(opened: Opened, word: Word) -> None:
    def field(settings: str, code: str) -> str:
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{settings}</w:ffData></w:fldChar></w:r>'
        return f'{begin}<w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

    ticked = field('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "FORMCHECKBOX")
    unticked = field('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "FORMCHECKBOX")
    untouched = field('<w:checkBox><w:default w:val="1"/></w:checkBox>', "FORMCHECKBOX")
    entries = '<w:listEntry w:val="ja"/><w:listEntry w:val="nee"/>'
    chosen = field(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>', "FORMDROPDOWN")
    body = f"<w:p>{ticked}{unticked}{untouched}{r(' ')}{chosen}</w:p>"
    assert lines(opened(word(body))) == ["☒☐☒ nee"]


def test_letters_of_symbol_fonts_become_the_signs_they_draw(opened: Opened, word: Word) -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    symbols = "".join(f'<w:sym w:font="{font}" w:char="{code}"/>' for font, code in [("Wingdings", "F0FE"), ("Wingdings 2", "F050")])
    body = f"<w:p>{r('þ', wingdings)}{r('ü', wingdings)}<w:r>{symbols}</w:r>{r('ü')}</w:p>"
    assert lines(opened(word(body))) == ["☒✓☒✓ü"]


def test_a_text_box_is_read_once_after_its_paragraph(opened: Opened, word: Word) -> None:
    box = f"<w:txbxContent>{p('in de kader')}</w:txbxContent>"
    newer = f"<mc:Choice><w:drawing><a:graphic><wps:txbx>{box}</wps:txbx></a:graphic></w:drawing></mc:Choice>"
    older = f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
    document = opened(word(f"<w:p>{r('tekst')}<w:r><mc:AlternateContent>{newer}{older}</mc:AlternateContent></w:r></w:p>"))
    assert lines(document) == ["tekst", "in de kader"]
    assert document.unread == ()


def test_a_picture_gives_its_alternative_or_is_reported(opened: Opened, word: Word) -> None:
    def picture(description: str, size: int = 3_000_000) -> str:
        sides = f'<wp:extent cx="{size}" cy="{size}"/><wp:docPr id="1" name="x" descr="{description}"/>'
        return f"<w:p><w:r><w:drawing><wp:inline>{sides}<a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r></w:p>"

    document = opened(word(p("tekst") + picture("De zorgstructuur") + picture("schema.png") + picture("", 100_000)))
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    assert [picture.alt for picture in pictures] == ["De zorgstructuur", None, None]
    assert [unread.why.split(":")[0] for unread in document.unread] == ["Een afbeelding zonder tekst"]


def test_links_keep_target_and_label(opened: Opened, word: Word) -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = '<w:r><w:instrText> HYPERLINK "https://plan.example/" </w:instrText></w:r>'
    body = f'<w:p>{r("Zie ")}<w:hyperlink r:id="link0">{r("de ")}{r("gids")}</w:hyperlink></w:p>'
    body += f'<w:p>{begin}{code}{separate}{r("het plan")}{end}</w:p><w:p><w:hyperlink w:anchor="x">{r("intern")}</w:hyperlink></w:p>'
    document = opened(word(body, links=("https://gids.example/",)))
    assert lines(document) == ["Zie de gids", "het plan", "intern"]
    assert [(link.url, link.label) for link in document.source.links] == [
        ("https://gids.example/", "de gids"),
        ("https://plan.example/", "het plan"),
    ]


def test_notes_stand_at_the_end_in_the_order_of_the_text(opened: Opened, word: Word) -> None:
    body = f'<w:p>{r("Lift")}<w:r><w:endnoteReference w:id="2"/></w:r></w:p><w:p>{r("IB")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    footnotes = f'<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="1">{p("op ", "maandag")}</w:footnote>'
    document = opened(word(body, footnotes=footnotes, endnotes=f'<w:endnote w:id="2">{p("defect")}</w:endnote>'))
    assert lines(document) == ["Lift[1]", "IB[2]", "[1] defect", "[2] op maandag"]


def test_headers_and_footers_stand_in_the_margins(opened: Opened, word: Word) -> None:
    section = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    document = opened(word(p("tekst") + section, header1=p("De ", "Vuursprot"), footer1=p("SOP 2023-2024"), footer2=p("ongebruikt")))
    assert lines(document) == ["tekst"]
    assert set(document.margins) == {"De Vuursprot", "SOP 2023-2024"}


def test_pages_are_counted_by_the_ends_that_word_noted(opened: Opened, word: Word) -> None:
    typed, noted = '<w:r><w:br w:type="page"/></w:r>', "<w:r><w:lastRenderedPageBreak/></w:r>"
    document = opened(word(f"{p('een')}<w:p>{typed}</w:p><w:p>{noted}{r('twee')}</w:p><w:p>{r('ook twee')}{noted}{r('drie')}</w:p>"))
    assert [(line.text, line.page) for line in document.lines() if line.text] == [("een", 1), ("twee", 2), ("ook tweedrie", 2)]
    assert document.source.pages == 3


def test_typed_page_breaks_count_when_word_noted_none(opened: Opened, word: Word) -> None:
    before = "<w:pageBreakBefore/>"
    section = '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    body = f'<w:p>{r("een")}<w:r><w:br w:type="page"/></w:r>{r("twee")}</w:p>{p("drie", extra=before)}{p("nog drie", extra=section)}'
    document = opened(word(body + p("vier") + "<w:sectPr/>"))
    assert [(line.text, line.page) for line in document.lines()] == [("een", 1), ("twee", 2), ("drie", 3), ("nog drie", 3), ("vier", 4)]


def test_a_strict_word_file_is_read_too(opened: Opened, word: Word) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    main = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>Lift</w:t></w:r></w:p></w:body></w:document>'
    assert lines(opened(word("", raw={"word/document.xml": main}))) == ["Lift"]


def test_the_name_of_a_word_file_plays_no_part(opened: Opened, word: Word) -> None:
    assert opened(word(p("Lift")), "profiel.pdf").kind == "word"
    assert isinstance(opened("Lift", "profiel.docx").blocks[0], Line)
