"""How does the OpenAPI description of the API become whole: its errors, headers, licence, and what stands where?

What the framework makes of the types is taken on and completed here; the result holds to the API Design Rules 2.2 (Logius).
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any

from dekkend.publishing.words.open_data import PROBLEM, Licence

PROBLEM_SCHEMA = {
    "type": "object",
    "description": "Wat er mis is, volgens RFC 9457.",
    "required": ["status", "title", "detail"],
    "properties": {
        "status": {"type": "integer", "examples": [400]},
        "title": {"type": "string", "examples": ["De vraag klopt niet"]},
        "detail": {"type": "string", "examples": ["Verbeter de vraag en stel haar opnieuw."]},
        "errors": {
            "type": "array",
            "description": "Alle fouten van de vraag.",
            "items": {
                "type": "object",
                "required": ["in", "name", "code", "detail"],
                "properties": {name: {"type": "string"} for name in ("in", "name", "code", "detail")},
            },
        },
    },
}
HEADERS = {
    "API-Version": {"description": "De hele versie van de API.", "schema": {"type": "string"}, "example": "1.0.0"},
    "ETag": {"description": "Verandert als het antwoord verandert.", "schema": {"type": "string"}},
    "Link": {"description": "De licentie en de beschrijving van de API.", "schema": {"type": "string"}},
    "Retry-After": {"description": "Over hoeveel seconden weer gevraagd kan worden.", "schema": {"type": "integer"}},
}
FAULTS = {
    "400": "De vraag klopt niet",
    "404": "Niet gevonden",
    "406": "Niet in deze vorm",
    "429": "Te veel vragen",
    "500": "Er ging hier iets mis",
}
# What stands in an address by name.
PARTS = {
    "vestigingscode": {"description": "BRIN en nummer van de vestiging.", "pattern": "^[0-9]{2}[A-Z]{2}[0-9]{2}$", "examples": ["99ZZ00"]},
    "schooljaar": {"description": "Schooljaar.", "pattern": "^[0-9]{4}-[0-9]{4}$", "examples": ["2026-2027"]},
    "versie": {"description": "Nummer van de versie in dat jaar.", "pattern": "^[1-9][0-9]{0,3}$", "examples": ["1"]},
    "code": {"description": "Code van het samenwerkingsverband.", "pattern": "^[A-Za-z0-9]{1,6}$", "examples": ["PO9901"]},
    "id": {"description": "Vaste sleutel (UUID).", "format": "uuid", "examples": ["0b3dca6f-2b0c-5a43-9e4e-0f4f2a2a3c11"]},
}
REFERENCE = "#/components/{kind}/{name}"


def described(
    document: Mapping[str, Any],
    *,
    address: str,
    contact: Mapping[str, str],
    licence: Licence,
    tags: Mapping[str, str],
    forms: Mapping[str, tuple[str, ...]],
) -> dict[str, Any]:
    """The whole description. `address` is where the API begins; `forms` gives the media types of an operation that has others than JSON."""
    whole = copy.deepcopy(dict(document))
    whole["info"] |= {"contact": dict(contact), "license": {"name": licence.name, "url": licence.address}}
    whole["servers"] = [{"url": address, "description": "Deze installatie"}]
    whole["tags"] = [{"name": name, "description": told} for name, told in tags.items()]
    whole["paths"] = {re.sub("^/+", "/", path): _path(path, item, forms) for path, item in whole["paths"].items()}
    used = _used(whole["paths"], whole["components"]["schemas"])
    schemas = {name: _plain(schema) for name, schema in sorted(whole["components"]["schemas"].items()) if name in used}
    whole["components"] = {
        "schemas": schemas | {"Problem": PROBLEM_SCHEMA},
        "headers": HEADERS,
        "responses": {f"Fout{status}": _fault(status) for status in FAULTS},
    }
    return whole


def _path(path: str, item: dict[str, Any], forms: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    for operation in item.values():
        operation["parameters"] = [_parameter(each) for each in operation["parameters"]]
        answer = operation["responses"].pop("200")
        content = answer["content"].popitem()[1]
        kinds = forms.get(operation["operationId"], ("application/json",))
        answer |= {
            "description": operation["summary"],
            "headers": _headers("API-Version", "ETag", "Link"),
            "content": {kind: _body(kind, content) for kind in kinds},
        }
        same = {"description": "Er is niets veranderd sinds de ETag die u meegaf.", "headers": _headers("API-Version", "ETag", "Link")}
        faults = {status: {"$ref": REFERENCE.format(kind="responses", name=f"Fout{status}")} for status in FAULTS}
        if "{" not in path:
            del faults["404"]
        operation["responses"] = {"200": answer, "304": same} | faults
    return item


def _parameter(given: dict[str, Any]) -> dict[str, Any]:
    """A key of a query is left out rather than null, so only what it can be is told."""
    schema = _plain(given["schema"])
    kinds = [kind for kind in schema.pop("anyOf", ()) if kind != {"type": "null"}]
    schema |= kinds[0] if kinds else {}
    told = PARTS[given["name"]] if given["in"] == "path" else {"description": schema.pop("description", "")}
    schema |= {name: told[name] for name in ("pattern", "format", "examples") if name in told}
    made = {"in": given["in"], "name": given["name"], "required": given["required"], "description": told["description"]}
    return made | {"schema": {name: value for name, value in schema.items() if name != "description"}}


def _body(kind: str, content: dict[str, Any]) -> dict[str, Any]:
    return content if kind.endswith("json") else {"schema": {"type": "string"}}


def _fault(status: str) -> dict[str, Any]:
    extra = ("Retry-After",) if status == "429" else ()
    schema = {"$ref": REFERENCE.format(kind="schemas", name="Problem")}
    return {"description": FAULTS[status], "headers": _headers("API-Version", *extra), "content": {PROBLEM: {"schema": schema}}}


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"$ref": REFERENCE.format(kind="headers", name=name)} for name in names}


def _plain(schema: Any) -> Any:
    """Without the titles that a framework makes up: they are English and say the name once more."""
    if isinstance(schema, dict):
        return {name: _plain(part) for name, part in schema.items() if not (name == "title" and isinstance(part, str))}
    return [_plain(part) for part in schema] if isinstance(schema, list) else schema


def _used(part: Any, schemas: Mapping[str, Any]) -> set[str]:
    """The names of the schemas to which this part refers, and of those to which they refer."""
    found: set[str] = set()
    waiting = set(_referred(part))
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= set(_referred(schemas.get(name))) - found
    return found


def _referred(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(reference := part.get("$ref"), str):
            yield reference.rpartition("/")[2]
        for each in part.values():
            yield from _referred(each)
    elif isinstance(part, list):
        for each in part:
            yield from _referred(each)
