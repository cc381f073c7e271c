"""Which JSON Schema says what a profile of this form looks like?

JSON Schema 2020-12, made from the template, so that a program of someone else can check a profile without us. It says the same as
`rules/validation.py`.
"""

from __future__ import annotations

from typing import Any

from dekkend.profiles.rules.patterns import BY_TYPE, LINE, SITE, TEXT
from dekkend.profiles.words import profile as bounds
from dekkend.profiles.words.profile import FIRST_YEAR, FORMAT, LAST_YEAR, LEFT_OUT_KEY, MEDIA_TYPE, MOST_ITEMS
from dekkend.profiles.words.template import Block, BlockKind, FieldType, Template

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def profile_schema(template: Template) -> dict[str, Any]:
    """The schema of a `dekkend-profile/1` object of this template, as a plain object ready for JSON."""
    whole = _object(
        {
            "format": {"const": FORMAT},
            "template": {"const": template.id},
            "template_version": {"type": "string", "minLength": 1, "maxLength": 20},
            "site": _or_null({"type": "string", "pattern": SITE, "maxLength": 6, "description": "BRIN6: 00AA00"}),
            "school_year": {"$ref": "#/$defs/school_year"},
            "values": _object({block.id: _block(block) for block in template.blocks()}),
        }
    )
    return {
        "$schema": DIALECT,
        "$id": f"urn:dekkend:profile:1:{template.id}:{template.version}",
        "title": template.title,
        "description": f"{FORMAT}, media type {MEDIA_TYPE}. null means: not answered, which differs from no and from not applicable.",
        **whole,
        "properties": whole["properties"] | {LEFT_OUT_KEY: _left_out()},
        "$defs": _definitions(),
    }


def _left_out() -> dict[str, Any]:
    """May be there; the only key that need not."""
    text = _string(LINE, bounds.MOST_LINE)
    pieces = {"type": "array", "maxItems": MOST_ITEMS, "items": _object({"path": text, "reason": text})}
    return {**pieces, "description": "What was left out of this copy, and why; the fingerprint of a version is of the whole."}


def _definitions() -> dict[str, Any]:
    years = [f"{year}-{year + 1}" for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    plain = {kind.value: _string(BY_TYPE[kind][0], bounds.MOST_LINE) for kind in FieldType if kind in BY_TYPE}
    return plain | {
        "prose": {**_string(TEXT, bounds.MOST_TEXT), "description": "Paragraphs are separated by an empty line."},
        "note": _string(LINE, bounds.MOST_NOTE),
        "school_year": {"enum": [None, *years]},
    }


def _block(block: Block) -> dict[str, Any]:
    made = _SHAPES[block.kind](block)
    return {"title": block.title, **made}


def _facts(block: Block) -> dict[str, Any]:
    return _object({field.code: {"title": field.label, "$ref": f"#/$defs/{field.type.value}"} for field in block.fields})


def _prose(_: Block) -> dict[str, Any]:
    return {"$ref": "#/$defs/prose"}


def _figure(_: Block) -> dict[str, Any]:
    return _or_null(_object({"file": {"$ref": "#/$defs/text"}, "alt": {"$ref": "#/$defs/text"}}))


def _records(block: Block) -> dict[str, Any]:
    cells = {column.code: {"title": column.label, "$ref": f"#/$defs/{_cell_type(column.type)}"} for column in block.columns}
    return {"type": "array", "maxItems": MOST_ITEMS, "items": _object(cells)}


def _cell_type(kind: FieldType) -> str:
    return "prose" if kind is FieldType.TEXT else kind.value


def _grid(block: Block) -> dict[str, Any]:
    choice = {"enum": [None, *(choice.code for choice in block.choices)], "description": _legend(block)}
    answer = {"choice": choice, "note": {"$ref": "#/$defs/note", **({"title": block.note} if block.note else {})}}
    label = {"type": "string", "minLength": 1, "maxLength": bounds.MOST_LINE, "pattern": LINE}
    rows = {row.code: {"title": row.label, **_object(answer)} for row in block.rows}
    own = {"type": "array", "maxItems": MOST_ITEMS, "items": _object({"label": label, **answer})}
    return _object({"rows": _object(rows), "own_rows": own})


def _legend(block: Block) -> str:
    return "; ".join(f"{choice.code}: {choice.label}" for choice in block.choices)


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}


def _string(pattern: str, most: int) -> dict[str, Any]:
    return {"type": ["string", "null"], "maxLength": most, "pattern": pattern}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


_SHAPES = {
    BlockKind.FACTS: _facts,
    BlockKind.PROSE: _prose,
    BlockKind.GRID: _grid,
    BlockKind.RECORDS: _records,
    BlockKind.FIGURE: _figure,
}
