"""How is a profile put in its usual form, written down in one way only, and cited?"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from dekkend.profiles.rules.empty import empty_block, empty_values
from dekkend.profiles.words.profile import FORMAT
from dekkend.profiles.words.template import Block, BlockKind, Template

# an empty line, or a new line that opens with a bullet
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n|\n(?=[^\S\n]*[•*–-]\s)")


def empty_profile(template: Template, school_year: str | None = None, site: str | None = None) -> dict[str, Any]:
    """A whole `dekkend-profile/1` object without answers."""
    return {
        "format": FORMAT,
        "template": template.id,
        "template_version": template.version,
        "site": site,
        "school_year": school_year,
        "values": empty_values(template),
    }


def normalise(values: dict[str, Any], template: Template) -> dict[str, Any]:
    """The same answers in their usual form: every block and row present, "" as null, white space collapsed (in prose per paragraph).

    Unknown blocks and rows are left out, and records in which nothing stands. `values` must be valid but for what is missing.
    """
    return {block.id: _usual(block, values.get(block.id)) for block in template.blocks()}


def canonical_json(profile: dict[str, Any]) -> bytes:
    """The one way of writing a profile down: sorted keys, no white space, UTF-8. Equal profiles give equal bytes."""
    return json.dumps(profile, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("utf-8")


def fingerprint(profile: dict[str, Any]) -> str:
    """SHA-256 of `canonical_json`, 64 hexadecimal digits: what an adopted text is cited by."""
    return hashlib.sha256(canonical_json(profile)).hexdigest()


def _usual(block: Block, value: Any) -> Any:
    if not value:
        return empty_block(block)
    if block.kind is BlockKind.FACTS:
        return {field.code: _line(value.get(field.code)) for field in block.fields}
    if block.kind is BlockKind.GRID:
        rows = value.get("rows") or {}
        own = [{"label": _line(row.get("label")), **_row(row)} for row in value.get("own_rows") or ()]
        return {"rows": {row.code: _row(rows.get(row.code) or {}) for row in block.rows}, "own_rows": [row for row in own if row["label"]]}
    if block.kind is BlockKind.RECORDS:
        records = [{column.code: _prose(record.get(column.code)) for column in block.columns} for record in value]
        return [record for record in records if any(record.values())]
    if block.kind is BlockKind.FIGURE:
        return {"file": _line(value.get("file")), "alt": _line(value.get("alt"))}
    return _prose(value)


def _row(row: dict[str, Any]) -> dict[str, Any]:
    return {"choice": row.get("choice") or None, "note": _line(row.get("note"))}


def _line(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None


def _prose(text: str | None) -> str | None:
    paragraphs = (" ".join(paragraph.split()) for paragraph in _PARAGRAPH_END.split((text or "").replace("\r\n", "\n")))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) or None
