"""Is a PDF that is locked, cut off, scanned, bloated or too long refused with its own sentence?"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
import typst

from dekkend.reading.gateways.pdf.drawing import sheet_of
from dekkend.reading.gateways.pdf.sheet import Sheet
from dekkend.reading.words.document import Document
from dekkend.reading.words.result import DocumentRefused

Opened = Callable[..., Document]
Refusal = Callable[..., DocumentRefused]

SOURCE = b"#for n in range(5) [#lorem(200) #pagebreak()]"


def saved(content: bytes, **options: Any) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(target, **options)
    return target.getvalue()


@pytest.mark.parametrize("strength", [2, 3, 4, 6])
def test_a_pdf_with_a_password_is_called_encrypted(refusal: Refusal, paper: Any, strength: int) -> None:
    lock = pikepdf.Encryption(user="geheim", owner="baas", R=strength, aes=strength >= 4, metadata=strength >= 4)
    assert refusal(saved(paper.text(50, 50, "x").done(), encryption=lock)).code == "encrypted"


def test_a_pdf_that_may_be_read_but_not_changed_is_read(opened: Opened, paper: Any) -> None:
    lock = pikepdf.Encryption(user="", owner="baas")
    document = opened(saved(paper.text(50, 50, "Lift").done(), encryption=lock))
    assert [line.text for line in document.lines()] == ["Lift"]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.995])
def test_a_pdf_without_its_end_is_called_incomplete(refusal: Refusal, share: float) -> None:
    whole = typst.compile(SOURCE)
    for content in (whole, saved(whole, linearize=True), saved(whole, object_stream_mode=pikepdf.ObjectStreamMode.generate)):
        assert refusal(content[: int(len(content) * share)], "x.pdf").code == "truncated"


@pytest.mark.parametrize("options", [{"linearize": True}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}, {}])
def test_a_whole_pdf_is_not_called_incomplete(opened: Opened, paper: Any, options: dict[str, Any]) -> None:
    content = saved(paper.text(50, 50, "Lift").done(), **options)
    for around in (content, b"\n\n" + content + b"\x00" * 40):
        assert [line.text for line in opened(around).lines()] == ["Lift"]


@pytest.mark.parametrize("content", [b"%PDF-1.7\n%%EOF", b"%PDF-1.4\nonzin\nstartxref\n9\n%%EOF\n", b"%PDF-1.4 %%EOF" + b"\x00\xff" * 500])
def test_a_pdf_of_nonsense_is_called_broken(refusal: Refusal, content: bytes) -> None:
    assert refusal(content).code in ("broken", "truncated")


def test_a_scan_is_called_image_only(refusal: Refusal, paper: Any) -> None:
    refused = refusal(paper.image(0, 0, 595, 842).next_page().image(0, 0, 595, 842).done(), "scan.pdf")
    assert refused.code == "image_only"
    assert "geen tekstlaag" in refused.message


def test_a_scan_with_the_name_of_the_scanner_under_it_is_image_only(refusal: Refusal, paper: Any) -> None:
    scan = paper.image(0, 0, 595, 842).text(200, 820, "Gescand met een telefoon")
    assert refusal(scan.done(), "scan.pdf").code == "image_only"


def test_text_drawn_as_outlines_is_called_image_only(refusal: Refusal, paper: Any) -> None:
    for place in range(300):
        paper.canvas.bezier(place, 9, place + 3, 20, place + 5, 2, place + 9, 30)
    assert refusal(paper.done()).code == "image_only"


def test_blank_pages_are_called_empty(refusal: Refusal, paper: Any) -> None:
    assert refusal(paper.next_page().next_page().done()).code == "empty"


def test_the_limit_of_pages_is_kept(opened: Opened, refusal: Refusal, paper: Any) -> None:
    for _ in range(120):
        paper.text(50, 50, "Lift").next_page()
    whole = paper.done()
    assert opened(whole).source.pages == 120
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        pdf.pages.append(pdf.pages[0])
        target = io.BytesIO()
        pdf.save(target)
    assert refusal(target.getvalue()).code == "too_many_pages"


def test_letters_without_a_meaning_are_called_garbled(refusal: Refusal) -> None:
    with pikepdf.open(io.BytesIO(typst.compile(b"#lorem(50)"))) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                del item["/ToUnicode"]
        target = io.BytesIO()
        pdf.save(target)
    assert refusal(target.getvalue()).code == "garbled"


def test_a_stream_that_unpacks_enormously_is_refused(refusal: Refusal, paper: Any) -> None:
    with pikepdf.open(io.BytesIO(paper.text(50, 50, "Lift").done())) as pdf:
        bomb = pikepdf.Stream(pdf, zlib.compress(b" " * 60_000_000))
        bomb.Filter = pikepdf.Name.FlateDecode
        pdf.pages[0].Contents = bomb
        target = io.BytesIO()
        pdf.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    assert len(target.getvalue()) < 200_000
    assert refusal(target.getvalue()).code == "zip_bomb"


def test_one_broken_page_does_not_spoil_the_others(opened: Opened, refusal: Refusal, paper: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {1}

    def sheet_or_fault(page: Any) -> Sheet:
        if page.page_number in broken:
            raise KeyError("a font that is not there")
        return sheet_of(page)

    monkeypatch.setattr("dekkend.reading.gateways.pdf.page.sheet_of", sheet_or_fault)
    whole = paper.text(50, 50, "Lift").next_page().text(50, 50, "Ramp").done()
    document = opened(whole)
    assert [(line.text, line.page) for line in document.lines()] == [("Ramp", 2)]
    assert [(unread.page, "beschadigd" in unread.why) for unread in document.unread] == [(1, True)]
    broken.add(2)
    assert refusal(whole).code == "broken"


def test_a_page_tree_that_bites_its_tail_does_no_harm(refusal: Refusal, paper: Any) -> None:
    with pikepdf.open(io.BytesIO(paper.text(50, 50, "Lift").done())) as pdf:
        pdf.Root.Pages.Kids = pikepdf.Array([pdf.Root.Pages])
        target = io.BytesIO()
        pdf.save(target)
    assert refusal(target.getvalue()).code == "broken"
