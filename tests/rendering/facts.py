"""How do the single facts of a school stand in the form: address, adoption, documents, money?"""

from __future__ import annotations

from typing import Any

from tests.rendering.parts import Cell, Paragraph, Part, Table
from tests.rendering.style import Style
from tests.rendering.writing import written_date, written_money

WIDTHS = (4.0, 8.0)


def adoption_tables(values: dict[str, Any], style: Style) -> list[Part]:
    """The table at the front: school, drafted, advised, adopted, documents."""
    groups = _groups(values, style)
    if style.facts == "lines":
        return [p for title, lines in groups for p in (*([Paragraph(title)] if title != "School" else []), *lines)]
    if style.facts == "rows":
        rows = [(_cell(title if i == 0 else ""), _cell_of(line)) for title, lines in groups for i, line in enumerate(lines)]
    else:
        rows = [(_cell(title), Cell(tuple(lines))) for title, lines in groups]
    return [Table("school", (), tuple(rows), WIDTHS)]


def _groups(values: dict[str, Any], style: Style) -> list[tuple[str, list[Paragraph]]]:
    school, adoption = values["school"], values["adoption"]
    return [
        (
            "School",
            _lines(school, {"Naam": "name", "Adres": "address", "Telefoon": "phone", "E-mail": "email", "Website": "website"}, style),
        ),
        ("Opgesteld namens\ndirecteur en team", _lines(adoption, {"Datum": "drafted_on", "Directeur": "drafted_by"}, style)),
        ("Opgesteld met advies MR", _lines(adoption, {"Datum": "advised_on", "Voorzitter MR": "advised_by"}, style)),
        ("Vastgesteld door bestuur", _lines(adoption, {"Datum": "adopted_on", "Voorzitter bestuur": "adopted_by"}, style)),
        ("Schoolgids\nSchoolplan", [Paragraph(d["label"], link=d["url"] or "") for d in values["related_documents"]]),
    ]


def _lines(facts: dict[str, Any], labels: dict[str, str], style: Style) -> list[Paragraph]:
    lines = []
    for label, code in labels.items():
        value = facts[code]
        if value is None:
            lines += [Paragraph(f"{label}:")] if style.no_facts == "label" else []
        else:
            lines.append(Paragraph(f"{label}: {written_date(value, style.dates) if code.endswith('_on') else value}"))
    return lines


def _cell(text: str) -> Cell:
    return Cell(tuple(Paragraph(line) for line in text.split("\n") if line), "label")


def _cell_of(line: Paragraph) -> Cell:
    return Cell((line,))


def budget_sentences(budget: dict[str, Any], style: Style) -> list[str]:
    """The money in running text, in the two ways schools write it."""
    sentences = []
    year = budget["school_year"]
    if budget["fixed_amount"] and budget["amount_per_pupil"]:
        fixed, each = (written_money(budget[code], style.money) for code in ("fixed_amount", "amount_per_pupil"))
        sentences.append(f"In het schooljaar {year} betreft het een vaste voet van {fixed} plus {each} per leerling.")
    if budget["total_amount"]:
        counted = budget["pupil_count_date"]
        based = f", gebaseerd op het leerlingaantal van {written_date(counted, style.dates)}," if counted else ""
        total = written_money(budget["total_amount"], style.money)
        sentences.append(f"Voor het schooljaar {year} is het bedrag{based} vastgesteld op {total}")
    return sentences
