"""Are the right words lit on the page, with every blank kept?"""

from dekkend.reading.rules.page_lines import page_of_line, pages_of, printed_lines, shown_lines
from dekkend.reading.words.document import Cell, Document, Line, Row, Source, Table

LINES = (
    (1, 1, "Expertise "),
    (2, 1, "  Fysiotherapie    X  "),
    (3, 1, " "),
    (4, 2, "Een zin die "),
    (5, 2, "doorloopt op de regel."),
    (6, 2, "Slot."),
)


def test_only_the_lines_of_the_page_are_shown():
    assert [line.number for line in shown_lines(LINES, 2)] == [4, 5, 6]
    assert pages_of(LINES) == 2
    assert pages_of(()) == 1
    assert (page_of_line(LINES, 5), page_of_line(LINES, 9), page_of_line(LINES, 0), page_of_line(LINES, None)) == (2, 2, None, None)


def test_the_quote_is_lit_and_the_text_stays_exact():
    shown = shown_lines(LINES, 1, quote="Fysiotherapie    X  ", line=2)[1]
    assert (shown.before, shown.lit, shown.after) == ("  ", "Fysiotherapie    X", "  ")
    assert shown.current


def test_a_quote_over_lines_is_lit_on_each_and_no_further():
    shown = shown_lines(LINES, 2, quote="Een zin die \ndoorloopt op de regel.", line=4)
    assert [line.lit for line in shown] == ["Een zin die", "doorloopt op de regel.", ""]


def test_lines_with_an_open_question_are_marked_but_not_the_current_one():
    shown = shown_lines(LINES, 1, quote="Expertise", line=1, open_lines=[1, 2])
    assert [line.open for line in shown] == [False, True, False]


def test_without_a_line_nothing_is_lit():
    assert not any(line.lit or line.current for line in shown_lines(LINES, 1, quote="Expertise"))


def row(*cells: tuple[tuple[int, str], ...]) -> Row:
    return Row(tuple(Cell(tuple(Line(text, number) for number, text in cell)) for cell in cells))


def test_a_row_of_a_word_table_is_one_line_unless_a_cell_has_more_paragraphs():
    table = Table((row(((1, "Lift"),), ((2, "X"),), ()), row(((3, "School"),), ((4, "Naam: De Vuursprot"), (5, "Adres: Bakenpad 3")))), 1)
    document = Document(Source("a.docx", "0", "word"), "word", (table, Line("Slot.", 6)))
    lines = printed_lines(document)
    assert lines == [(1, 1, "Lift | X | "), (3, 1, "School"), (4, 1, "Naam: De Vuursprot"), (5, 1, "Adres: Bakenpad 3"), (6, 1, "Slot.")]
    shown = shown_lines(lines, 1, quote="Lift | X | ", line=2)
    assert (shown[0].current, shown[0].lit) == (True, "Lift | X |")


def test_the_printed_rows_of_a_pdf_table_are_shown_as_printed():
    table = Table((row(((7, "Lift"),)),), 7, exact=False, lines=(Line("Lift     X", 7, 3),))
    assert printed_lines(Document(Source("a.pdf", "0", "pdf"), "pdf", (table,))) == [(7, 3, "Lift     X")]
