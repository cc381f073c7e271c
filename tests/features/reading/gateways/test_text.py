"""Does a plain text keep every blank, its line numbers, its pages and its link targets?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dekkend.reading.gateways.intake import open_document
from dekkend.reading.words.document import Document, Line

Opened = Callable[..., Document]


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines()]


def numbers(document: Document) -> list[int]:
    return [line.number for line in document.lines()]


def pages(document: Document) -> list[int]:
    return [line.page for line in document.lines()]


def test_every_blank_stays(opened: Opened) -> None:
    document = opened("Logopedie  X   \n   \n\u00a0ja\t nee \n\n einde")
    assert texts(document) == ["Logopedie  X   ", "   ", "\u00a0ja\t nee ", "", " einde"]
    assert numbers(document) == [1, 2, 3, 4, 5]
    assert document.kind == "text"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\x0b", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_one_line_end(opened: Opened, end: str) -> None:
    assert texts(opened(end.join(["een ", "", " twee"]))) == ["een ", "", " twee"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_usual_encoding_is_read(opened: Opened, encoding: str) -> None:
    text = "Financiën: € 8.500 – geëvalueerd  X  \nLift  X \n" * 3
    assert texts(opened(text.encode(encoding))) == text.split("\n")[:-1]


def test_latin_1_and_a_byte_windows_does_not_know_are_read(opened: Opened) -> None:
    assert texts(opened("coördinator".encode("latin-1") + b" \x81 einde")) == ["coördinator  einde"]


def test_one_stray_windows_byte_does_not_spoil_a_utf8_text(opened: Opened) -> None:
    assert texts(opened("coördinator géén € ".encode() + b"ge\xebvalueerd")) == ["coördinator géén € geëvalueerd"]


def test_signs_that_print_nothing_are_left_out(opened: Opened) -> None:
    assert texts(opened("basis\u00adonder\u200bsteuning \ufeffX\ncoo\u0308rdinator basis\u00ad")) == [
        "basisondersteuning X",
        "coördinator basis\u00ad",
    ]


def test_a_form_feed_starts_a_page(opened: Opened) -> None:
    document = opened("een\n\n\ftwee\n\fdrie\n\f")
    assert list(zip(texts(document), pages(document), strict=True)) == [("een", 1), ("", 1), ("twee", 2), ("drie", 3)]
    assert document.source.pages == 3


def test_a_form_feed_inside_a_line_ends_it(opened: Opened) -> None:
    document = opened("een\ftwee")
    assert list(zip(texts(document), pages(document), strict=True)) == [("een", 1), ("twee", 2)]


def test_one_leading_space_starts_a_page_in_a_dump(opened: Opened) -> None:
    body = ["regel "] * 20
    document = opened(
        "\n".join([" Profiel ", *body, "mailto:ib@devuursprot.example", " 2. Basis ", *body, " X sinds 2022  ", " X  ", "Lift X  "])
    )
    assert document.source.pages == 2
    assert {line.text: line.page for line in document.lines()} == {
        " Profiel ": 1,
        "regel ": 2,
        " 2. Basis ": 2,
        " X sinds 2022  ": 2,
        " X  ": 2,
        "Lift X  ": 2,
    }
    assert [(link.url, link.page) for link in document.source.links] == [("mailto:ib@devuursprot.example", 1)]


def test_an_indented_text_has_no_page_tops(opened: Opened) -> None:
    document = opened("\n".join(["Profiel", "   inspringing", " een spatie", *["regel"] * 30]))
    assert document.source.pages is None


def test_link_targets_under_a_page_are_no_text(opened: Opened) -> None:
    document = opened("Schoolgids \nwww.devuursprot.example \nhttps://devuursprot.example/gids\nmailto:a@b.example\nLift X ")
    assert texts(document) == ["Schoolgids ", "www.devuursprot.example ", "Lift X "]
    assert numbers(document) == [1, 2, 5]
    assert [link.url for link in document.source.links] == ["https://devuursprot.example/gids", "mailto:a@b.example"]


def test_a_printed_address_stays_text(opened: Opened) -> None:
    assert texts(opened("Website \nhttps://devuursprot.example \nTelefoon ")) == [
        "Website ",
        "https://devuursprot.example ",
        "Telefoon ",
    ]
    with_form_feed = opened("Website\nhttps://devuursprot.example\n\fTelefoon")
    assert "https://devuursprot.example" in texts(with_form_feed)
    assert with_form_feed.source.links[0].url == "https://devuursprot.example"


def test_the_samples_keep_all_lines_and_give_up_their_links(shared: Path) -> None:
    for name, links in (("sop-de-ontmoeting-2023.txt", 0), ("sop-og-heldring-2023.txt", 7)):
        path = shared / "seeds" / name
        printed = path.read_text(encoding="utf-8").split("\n")
        document = open_document(path)
        assert document.source.pages == 7
        assert len(document.source.links) == links
        assert len(document.blocks) + links == len(printed) - (printed[-1] == "")
        assert all(isinstance(line, Line) and line.text == printed[line.number - 1] for line in document.blocks)
