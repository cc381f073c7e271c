"""Are the right words lit on the page, with every blank kept?"""

from dekkend.reading.rules.page_lines import page_of_line, pages_of, shown_lines

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
    assert (page_of_line(LINES, 5), page_of_line(LINES, 9), page_of_line(LINES, None)) == (2, None, None)


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
