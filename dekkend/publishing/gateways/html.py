"""How does a document become HTML, to paste into a guide or to keep as one page without anything from elsewhere?"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape

from dekkend.publishing.rules.letters import in_letters, retold
from dekkend.publishing.words.paper import Bullets, Cell, Heading, Line, Paper, Paragraph, Part, Picture, Table, Text, runs
from dekkend.publishing.words.pictures import kind_of

# Readable on a phone, on paper and in the dark; a page without it says the same.
STYLE = """:root{color-scheme:light dark}
body{font:1.0625rem/1.5 "Source Sans 3",Calibri,sans-serif;margin:1.5rem auto;padding:0 1rem;max-width:46rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:start;font-size:.9em}
th,td{border:1px solid;padding:.25rem .4rem;text-align:start;vertical-align:top}
blockquote{margin:1rem 0;padding-left:.75rem;border-left:2px solid}
img{max-width:100%;height:auto}
@media (min-width:40rem){th{min-width:5.5rem}}
@media (max-width:40rem){th,td{padding:.15rem;font-size:.85rem}}
a{color:inherit}
footer{margin-top:2rem;font-size:.9em}
@media print{body{max-width:none;margin:0}tr,h2,h3,h4,footer{break-inside:avoid}h2,h3,h4{break-after:avoid}footer{break-before:avoid}}"""


def as_html(paper: Paper, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """A whole page to keep: valid, with its language, title, pictures and a few lines of style, and nothing from elsewhere."""
    paper = retold(paper, in_letters)
    title = escape(f"{paper.title}, {paper.subtitle}")
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
    head += f"<style>{STYLE}</style>"
    lines = [
        f"<h1>{escape(paper.title)}</h1>",
        f"<p>{escape(paper.subtitle)}</p>",
        as_fragment(paper.parts, pictures, top=2),
        *_origin(paper),
    ]
    body = "\n".join(lines)
    return f'<!doctype html>\n<html lang="{paper.lang}">\n<head>{head}</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n'.encode()


def as_fragment(parts: Iterable[Part], pictures: Mapping[str, bytes] | None = None, *, top: int = 2) -> str:
    """Only the text, to paste: its highest heading is of level `top`. A picture that is not among `pictures` leaves its words."""
    parts = list(parts)
    above = [None, *parts]
    return "\n".join(_part(_once(part, before), pictures or {}, top) for part, before in zip(parts, above, strict=False))


def _once(part: Part, above: Part | None) -> Part:
    """A table under a heading that says the same needs no caption."""
    if isinstance(part, Table) and isinstance(above, Heading) and above.text == part.caption:
        return replace(part, caption="")
    return part


def _origin(paper: Paper) -> list[str]:
    return [f"<footer>{''.join(f'<p>{_line(line)}</p>' for line in paper.origin)}</footer>"] if paper.origin else []


def _part(part: Part, pictures: Mapping[str, bytes], top: int) -> str:
    if isinstance(part, Heading):
        level = min(part.level + top - 1, 6)
        return f"<h{level}>{escape(part.text)}</h{level}>"
    if isinstance(part, Paragraph):
        words = _said(part.text)
        return f"<blockquote><p>{words}</p></blockquote>" if part.kind == "fixed" else f"<p>{words}</p>"
    if isinstance(part, Bullets):
        return f"<ul>{''.join(f'<li>{_said(item)}</li>' for item in part.items)}</ul>"
    if isinstance(part, Picture):
        return _picture(part, pictures)
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in part.head)
    rows = "".join(f"<tr>{_row(row)}</tr>" for row in part.rows)
    heads = f"<thead><tr>{head}</tr></thead>" if head else ""
    caption = f"<caption>{escape(part.caption)}</caption>" if part.caption else ""
    return f"<table>{caption}{heads}<tbody>{rows}</tbody></table>"


def _said(text: Text) -> str:
    return "".join(_in_language(escape(run.text), run.lang) for run in runs(text))


def _in_language(words: str, lang: str) -> str:
    return f'<span lang="{escape(lang)}">{words}</span>' if lang else words


def _picture(part: Picture, pictures: Mapping[str, bytes]) -> str:
    if part.file not in pictures:
        return f"<p>{escape(part.alt)}</p>"
    content = pictures[part.file]
    source = f"data:{kind_of(content)};base64,{base64.b64encode(content).decode()}"
    caption = f"<figcaption>{escape(part.caption)}</figcaption>" if part.caption else ""
    return f'<figure><img src="{source}" alt="{escape(part.alt)}">{caption}</figure>'


def _row(row: tuple[Cell, ...]) -> str:
    first, *others = row
    return f'<th scope="row">{_cell(first)}</th>' + "".join(f"<td>{_cell(cell)}</td>" for cell in others)


def _cell(cell: Cell) -> str:
    return "<br>".join(_line(line) for line in cell.lines)


def _line(line: Line) -> str:
    if line.link.startswith(("https://", "http://", "mailto:")):
        return f'<a href="{escape(line.link)}">{_in_language(escape(line.text), line.lang)}</a>'
    return _in_language(escape(line.text), line.lang)
