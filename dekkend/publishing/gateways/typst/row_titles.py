"""How does a reader that speaks know that the first cell of a row is the title of that row?

The compiler marks only the titles of columns. This adds those of rows to the structure of the finished file: each first data cell
becomes a header with the scope of its row. The other cells lose their explicit list of headers, which would hide the new one. Each
table gets a summary: what it holds, in words.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String


def with_row_titles(content: bytes, summaries: Sequence[str]) -> bytes:
    """The same pages; the same input gives the same bytes. `summaries` are those of the tables, in their order."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root.StructTreeRoot.K
        for table, summary in zip(_all(root, "/Table"), summaries, strict=False):
            table.A = Array([*table.get("/A", []), Dictionary(O=Name.Table, Summary=String(summary))])
        for row in _all(root, "/TR"):
            cells = [cell for cell in _children(row) if cell.get("/S") == "/TD"]
            for at, cell in enumerate(cells):
                _retitle(cell, is_title=at == 0)
        # the compiler writes that nothing is doubtful, which is so without a word; some readers take the word for a fault
        if "/Suspects" in pdf.Root.get("/MarkInfo", {}):
            del pdf.Root.MarkInfo.Suspects
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return out.getvalue()


def _all(element: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    """Every element of this kind, in reading order; none lies in another of its kind."""
    for child in _elements(element):
        if child.get("/S") == kind:
            yield child
        elif "/K" in child:
            yield from _all(child.K, kind)


def _children(row: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield from _elements(row.K)


def _elements(kids: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid


def _retitle(cell: pikepdf.Object, *, is_title: bool) -> None:
    kept = [layer for layer in cell.get("/A", []) if layer.get("/O") != "/Table"]
    if is_title:
        cell.S = Name.TH
        kept.append(Dictionary(O=Name.Table, Scope=Name.Row))
    if kept:
        cell.A = Array(kept)
    elif "/A" in cell:
        del cell["/A"]
