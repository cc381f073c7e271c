"""Do the renderings hold what the profile says, in the regime that they claim to imitate?"""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings

from dekkend.profiles.gateways.templates import load_template
from tests.rendering.layout_text import as_layout_text
from tests.rendering.parts import Paragraph, Table, cell
from tests.rendering.pdf_typst import as_pdf
from tests.rendering.profiles import random_profiles
from tests.rendering.raw_text import as_raw_text
from tests.rendering.style import Style
from tests.rendering.tika_text import as_tika_text, tika_text
from tests.rendering.word import as_word
from tests.rendering.writing import written_date, written_money

FORM = load_template("haaglanden")
FEW = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))


def mark_row(label: str, column: int, columns: int = 4) -> Table:
    marks = [cell("X" if i == column else "", role="mark") for i in range(1, columns + 1)]
    return Table("experts", (), ((cell(label, role="label"), *marks),), (5.5, *([1.9] * columns)))


@pytest.mark.parametrize(
    ("label", "column", "expected"),
    [
        ("Speciaal Basisonderwijs", 2, "Speciaal Basisonderwijs  X   "),
        ("CJG", 3, "CJG   X  "),
        ("Logopedie", 1, "Logopedie X    "),
    ],
)
def test_every_cell_of_a_dump_ends_in_one_blank(label: str, column: int, expected: str) -> None:
    dump = tika_text([Paragraph("Boven."), mark_row(label, column)], Style())
    assert expected in dump.split("\n")


def test_a_mark_beside_a_label_of_two_lines_stands_alone() -> None:
    dump = tika_text([Paragraph("Boven."), mark_row("Een label dat over meer dan een regel van de tabel loopt", 2)], Style())
    assert " X   " in dump.split("\n")


@given(random_profiles(FORM))
@FEW
def test_every_file_type_carries_the_name_of_the_school(profile: dict) -> None:
    name = profile["values"]["school"]["name"]
    for dump in (as_tika_text, as_layout_text, as_raw_text):
        assert name in dump(FORM, profile, Style())
    with zipfile.ZipFile(io.BytesIO(as_word(FORM, profile, Style()))) as word:
        assert name in word.read("word/document.xml").decode()
    assert as_pdf(FORM, profile, Style()).startswith(b"%PDF-")


def test_the_same_profile_and_style_give_the_same_text() -> None:
    profile = random_profiles(FORM)
    style = Style(seed=7, blank_lines=3, spread_blanks=True)

    @given(profile)
    @FEW
    def twice(made: dict) -> None:
        assert as_tika_text(FORM, made, style) == as_tika_text(FORM, made, style)

    twice()


def test_dates_and_amounts_are_written_as_schools_write_them() -> None:
    assert written_date("2023-09-04", "weekday") == "maandag 4 september 2023"
    assert written_date("2023-09", "dashes") == "september 2023"
    assert written_money("8500", "dash") == "€ 8500,-"
    assert written_money("106.50", "plain") == "€ 106,50"
