"""What does a form become with the changes of a region, and where do answers go that stood on the form before?

An overlay is small data: {"titles": {"section:vision" or "block:hgw": title}, "retired": [row], "rows": [row]}; a row is named by its
code in the support catalogue, such as `expertise.sick_pupils`. What it becomes is named after its content, so it never changes.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.empty import empty_block
from dekkend.profiles.words.catalogue import Catalogue, SupportItem
from dekkend.profiles.words.region_form import LONGEST_TITLE, MARK, Moved
from dekkend.profiles.words.template import Block, BlockKind, GridRow, Section, Template

NOTHING: dict[str, Any] = {"titles": {}, "retired": [], "rows": []}


def name_of(base: str, overlay: dict[str, Any]) -> str:
    """The lasting name of this form."""
    text = json.dumps(overlay, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return f"{base}{MARK}{hashlib.sha256(text.encode('ascii')).hexdigest()[:12]}"


def retirable(template: Template) -> dict[str, str]:
    """The rows that can be left out, by code: those of tables where a school keeps its answer as a row of its own."""
    tables = [block for block in template.blocks() if block.kind is BlockKind.GRID and block.own_rows]
    return {f"{block.id}.{row.code}": row.label for block in tables for row in block.rows}


def addable(template: Template, catalogue: Catalogue) -> dict[str, SupportItem]:
    """The kinds of support that can become a row: their table says what each choice is worth."""
    tables = {block.id: {row.code for row in block.rows} for block in template.blocks() if block.kind is BlockKind.GRID}
    return {
        item.code: item
        for item in catalogue.items
        if item.block in catalogue.blocks and item.block in tables and item.code.partition(".")[2] not in tables[item.block]
    }


def problems(overlay: dict[str, Any], template: Template, catalogue: Catalogue) -> tuple[str, ...]:
    """Why this cannot be laid over this form, as sentences; none when it can."""
    if set(overlay) != set(NOTHING):
        return (say("Dit is geen formulier van een regio."),)
    known = {f"section:{section.id}" for section in template.sections} | {f"block:{block.id}" for block in template.blocks()}
    wrong = [say("Het formulier heeft geen onderdeel {name}.", name=key) for key in overlay["titles"] if key not in known]
    wrong += [
        say("Een titel heeft 1 tot en met {most} letters.", most=LONGEST_TITLE)
        for title in overlay["titles"].values()
        if not 0 < len(title.strip()) <= LONGEST_TITLE
    ]
    wrong += [say("De regel {name} kan niet weg.", name=code) for code in overlay["retired"] if code not in retirable(template)]
    wrong += [say("De regel {name} kan er niet bij.", name=code) for code in overlay["rows"] if code not in addable(template, catalogue)]
    return tuple(wrong)


def overlaid(template: Template, overlay: dict[str, Any], catalogue: Catalogue) -> Template:
    """The form with the changes of the region, under its own name."""
    sections = tuple(_section(section, overlay, catalogue) for section in template.sections)
    return replace(template, id=name_of(template.id, overlay), sections=sections)


def _section(section: Section, overlay: dict[str, Any], catalogue: Catalogue) -> Section:
    title = overlay["titles"].get(f"section:{section.id}", section.title)
    return replace(section, title=title, blocks=tuple(_block(block, overlay, catalogue) for block in section.blocks))


def _block(block: Block, overlay: dict[str, Any], catalogue: Catalogue) -> Block:
    title = overlay["titles"].get(f"block:{block.id}", block.title)
    kept = tuple(row for row in block.rows if f"{block.id}.{row.code}" not in overlay["retired"])
    items = (item for item in catalogue.items if item.code in overlay["rows"] and item.block == block.id)
    added = tuple(GridRow(item.code.partition(".")[2], item.label, item.aliases) for item in items)
    return replace(block, title=title, rows=kept + added)


def on_form(earlier: Template, form: Template, values: dict[str, Any]) -> Moved:
    """These answers on another form over the same base. Nothing is lost: the answer to a row that is gone becomes a row of the school's
    own, and a row of its own that has the name of a new one becomes that one."""
    found, own, taken = dict(values), [], []
    for block in form.blocks():
        if block.kind is not BlockKind.GRID or not isinstance(values.get(block.id), dict):
            found.setdefault(block.id, empty_block(block))
            continue
        rows, extra = dict(values[block.id]["rows"]), list(values[block.id]["own_rows"])
        labels = {row.code: row.label for row in earlier.block(block.id).rows}
        for code in [code for code in rows if block.row(code) is None]:
            answer = rows.pop(code)
            if answer["choice"] is not None or answer["note"]:
                extra.append({"label": labels.get(code, code), **answer})
                own.append(labels.get(code, code))
        for row in block.rows:
            same = next((each for each in extra if row.code not in rows and _same(each["label"], row)), None)
            if same is not None:
                extra.remove(same)
                taken.append(row.label)
            rows.setdefault(row.code, {"choice": same["choice"] if same else None, "note": same["note"] if same else None})
        in_order = {row.code: rows[row.code] for row in block.rows}
        found[block.id] = {"rows": in_order, "own_rows": extra}
    return Moved(found, tuple(own), tuple(taken))


def _same(label: str | None, row: GridRow) -> bool:
    return (label or "").strip().casefold() in {name.casefold() for name in row.names}
