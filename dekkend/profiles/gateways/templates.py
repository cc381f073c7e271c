"""How does a form on disk become a `Template`?"""

from __future__ import annotations

import functools
from collections.abc import Callable
from importlib import resources
from importlib.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.rules.region_form import overlaid
from dekkend.profiles.rules.shingles import shingles
from dekkend.profiles.words.region_form import MARK, base_of
from dekkend.profiles.words.template import (
    Block,
    BlockKind,
    Choice,
    Column,
    Field,
    FieldType,
    GridRow,
    MarkStyle,
    Section,
    Template,
)

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DATA = resources.files("dekkend.profiles") / "data"
_find: list[Callable[[str], dict[str, Any] | None]] = []


class UnknownTemplate(LookupError):
    """No form of this name is installed."""


def template_names() -> list[str]:
    return sorted(f.name.removesuffix(".yaml") for f in DATA.iterdir() if f.name.endswith(".yaml") and f.name != "catalogue.yaml")


@functools.lru_cache(maxsize=32)
def load_template(name: str = "haaglanden") -> Template:
    """The form called `name`. Raises `UnknownTemplate`; a malformed file raises `TypeError` or `ValueError` at once."""
    if MARK in name:
        return _of_region(name)
    if name not in template_names():
        raise UnknownTemplate(name)
    return _template(DATA, name)


def overlays_from(find: Callable[[str], dict[str, Any] | None]) -> None:
    """Say where forms of regions are kept; without that they are not known."""
    _find.append(find)


def is_known(name: str) -> bool:
    """A form of this name is installed, or a region made it."""
    try:
        load_template(name)
    except UnknownTemplate:
        return False
    return True


def _of_region(name: str) -> Template:
    overlay = next((found for find in _find if (found := find(name)) is not None), None)
    if overlay is None:
        raise UnknownTemplate(name)
    return overlaid(load_template(base_of(name)), overlay, load_catalogue())


@functools.lru_cache(maxsize=8)
def template_from(file: Path) -> Template:
    """The form in a data file anywhere, for a region that tries its own. Never give it a path that came over the network.

    Raises `UnknownTemplate` when the file is not there, and `TypeError`, `KeyError` or `ValueError` when it is no form.
    """
    if not file.is_file():
        raise UnknownTemplate(str(file))
    return _template(file.parent, file.stem)


def _template(folder: Traversable, name: str) -> Template:
    raw = yaml.load((folder / f"{name}.yaml").read_text("utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader, the fast one
    sections = tuple(_section(item) for item in raw["sections"])
    ours = frozenset(known for section in sections for text in section.own_words for known in shingles(text))
    return Template(
        id=raw["template"],
        version=raw["version"],
        title=raw["title"],
        sections=sections,
        recognise=tuple(raw.get("recognise", ())),
        school_year_after=tuple(raw.get("school_year_after", ())),
        fixed_shingles=_shingles(folder / f"{name}.fixed") | ours,
        question_shingles=_shingles(folder / f"{name}.questions"),
        document_title=raw.get("document_title", ""),
    )


def _shingles(file: Traversable) -> frozenset[str]:
    return frozenset(file.read_text("ascii").split()) if file.is_file() else frozenset()


def _section(raw: dict[str, Any]) -> Section:
    return Section(**{**_tuples(raw), "blocks": tuple(_block(item) for item in raw.get("blocks", ()))})


def _block(raw: dict[str, Any]) -> Block:
    parts = {
        "kind": BlockKind(raw["kind"]),
        "marks": MarkStyle(raw.get("marks", "column")),
        "fields": tuple(_field(item) for item in raw.get("fields", ())),
        "choices": tuple(Choice(**_tuples(item)) for item in raw.get("choices", ())),
        "rows": tuple(GridRow(**_tuples(item)) for item in raw.get("rows", ())),
        "columns": tuple(Column(**_typed(item)) for item in raw.get("columns", ())),
    }
    return Block(**{**_tuples(raw), **parts})


def _field(raw: dict[str, Any]) -> Field:
    return Field(**_typed(raw))


def _typed(raw: dict[str, Any]) -> dict[str, Any]:
    return {**_tuples(raw), "type": FieldType(raw.get("type", "text"))}


def _tuples(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
