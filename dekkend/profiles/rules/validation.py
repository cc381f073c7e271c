"""Is this a valid profile, and if not, what is wrong where?

Says the same as the published schema (`rules/schema.py`); a test holds the two together. Never raises, whatever it is given: values come
from files and from strangers.
"""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Iterator
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.patterns import BY_TYPE, LINE, SITE, TEXT, fits
from dekkend.profiles.words import profile as bounds
from dekkend.profiles.words.profile import FIRST_YEAR, FORMAT, KEYS, LAST_YEAR, LEFT_OUT_KEY, MOST_ITEMS, Problem
from dekkend.profiles.words.template import Block, BlockKind, FieldType, Template

MOST_PROBLEMS = 100
_TEXT_SHAPE = "tekst zonder stuurtekens"
_LINE_SHAPE = say("tekst op één regel, zonder stuurtekens")


def validate(profile: Any, template: Template) -> list[Problem]:
    """What is wrong with this profile object, at most 100 problems in the order of the form; an empty list when it is valid."""
    problems = []
    for problem in _profile(profile, template):
        problems.append(problem)
        if len(problems) == MOST_PROBLEMS:
            break
    return problems


def validate_values(values: Any, template: Template) -> list[Problem]:
    """The same for the values alone."""
    return list(_values(values, template))[:MOST_PROBLEMS]


def validate_block(block: Block, value: Any) -> list[Problem]:
    """The same for the value of one block."""
    return list(_BLOCKS[block.kind](block, value))[:MOST_PROBLEMS]


def is_school_year(text: str) -> bool:
    """Is this "2023-2024", within the years the format knows?"""
    start = text[:4]
    if not (len(text) == 9 and start.isascii() and start.isdigit()):
        return False
    return FIRST_YEAR <= int(start) <= LAST_YEAR and text == f"{start}-{int(start) + 1}"


def _profile(profile: Any, template: Template) -> Iterator[Problem]:
    if not isinstance(profile, dict):
        yield Problem("", say("Een profiel is een JSON-object; dit is {kind}.", kind=_kind(profile)))
        return
    yield from _keys("", {name: value for name, value in profile.items() if name != LEFT_OUT_KEY}, KEYS)
    if "format" in profile and profile["format"] != FORMAT:
        yield Problem("format", say("Dit is geen {format}: er staat {given}.", format=FORMAT, given=_short(profile["format"])))
    if "template" in profile and profile["template"] != template.id:
        yield Problem(
            "template",
            say("Dit profiel hoort bij een ander formulier dan {wanted}: {given}.", wanted=template.id, given=_short(profile["template"])),
        )
    if "template_version" in profile and not (isinstance(profile["template_version"], str) and 0 < len(profile["template_version"]) <= 20):
        yield Problem("template_version", say("De versie van het formulier is een korte tekst, zoals 2023-2024."))
    if "site" in profile:
        yield from _text("site", profile["site"], SITE, say("een vestigingsnummer als 00AA00 (BRIN met volgnummer)"), 6)
    if "school_year" in profile:
        yield from _school_year("school_year", profile["school_year"])
    yield from _left_out(profile.get(LEFT_OUT_KEY, []))
    if "values" in profile:
        yield from _values(profile["values"], template)


def _left_out(value: Any) -> Iterator[Problem]:
    for path, piece in _items(LEFT_OUT_KEY, value):
        if isinstance(piece, Problem):
            yield piece
            continue
        yield from _keys(path, piece, ("path", "reason"))
        for name in ("path", "reason"):
            yield from _text(f"{path}.{name}", piece.get(name), LINE, _LINE_SHAPE, bounds.MOST_LINE)


def _values(values: Any, template: Template) -> Iterator[Problem]:
    if not isinstance(values, dict):
        yield Problem("values", say("De waarden horen een object te zijn; dit is {kind}.", kind=_kind(values)))
        return
    yield from _keys("", values, [block.id for block in template.blocks()], "Het blok", "formulier")
    for block in template.blocks():
        if block.id in values:
            yield from _BLOCKS[block.kind](block, values[block.id])


def _facts(block: Block, value: Any) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong(block.id, say("een object met velden"), value)
        return
    yield from _keys(block.id, value, [field.code for field in block.fields], "Het veld", "blok")
    for field in block.fields:
        if field.code in value:
            yield from _typed(f"{block.id}.{field.code}", value[field.code], field.type, bounds.MOST_LINE)


def _prose(block: Block, value: Any) -> Iterator[Problem]:
    yield from _text(block.id, value, TEXT, _TEXT_SHAPE, bounds.MOST_TEXT)


def _figure(block: Block, value: Any) -> Iterator[Problem]:
    if value is None:
        return
    if not isinstance(value, dict):
        yield _wrong(block.id, say("een object met file en alt, of null"), value)
        return
    yield from _keys(block.id, value, ("file", "alt"), "Het veld", "blok")
    for name in ("file", "alt"):
        if name in value:
            yield from _text(f"{block.id}.{name}", value[name], LINE, _LINE_SHAPE, bounds.MOST_LINE)


def _records(block: Block, value: Any) -> Iterator[Problem]:
    for path, record in _items(block.id, value):
        if isinstance(record, Problem):
            yield record
            continue
        yield from _keys(path, record, [column.code for column in block.columns], "De kolom", "blok")
        for column in block.columns:
            if column.code in record:
                yield from _cell(f"{path}.{column.code}", record[column.code], column.type)


def _cell(path: str, value: Any, kind: FieldType) -> Iterator[Problem]:
    if kind is FieldType.TEXT:
        return _text(path, value, TEXT, _TEXT_SHAPE, bounds.MOST_TEXT)
    return _typed(path, value, kind, bounds.MOST_LINE)


def _grid(block: Block, value: Any) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong(block.id, say("een object met rows en own_rows"), value)
        return
    yield from _keys(block.id, value, ("rows", "own_rows"), "Het deel", "blok")
    yield from _fixed_rows(block, value.get("rows", {}))
    for path, row in _items(f"{block.id}.own_rows", value.get("own_rows", [])):
        yield from [row] if isinstance(row, Problem) else _row(path, row, block, ("label", "choice", "note"))


def _fixed_rows(block: Block, rows: Any) -> Iterator[Problem]:
    if not isinstance(rows, dict):
        yield _wrong(f"{block.id}.rows", say("een object met een rij per code"), rows)
        return
    yield from _keys(block.id, rows, [row.code for row in block.rows], "De rij", "blok")
    for code in (row.code for row in block.rows if row.code in rows):
        path = f"{block.id}.{code}"
        is_object = isinstance(rows[code], dict)
        yield from _row(path, rows[code], block, ("choice", "note")) if is_object else [_wrong(path, say("een object"), rows[code])]


def _row(path: str, row: dict[str, Any], block: Block, names: tuple[str, ...]) -> Iterator[Problem]:
    yield from _keys(path, row, names, "Het veld", "rij")
    codes = [choice.code for choice in block.choices]
    choice = row.get("choice")
    if choice is not None and choice not in codes:
        yield Problem(
            path,
            say(
                "De keuze {choice} bestaat hier niet. Kies uit {codes}, of null voor niet beantwoord.",
                choice=_short(choice),
                codes=", ".join(codes),
            ),
        )
    yield from _text(f"{path}.note", row.get("note"), LINE, _LINE_SHAPE, bounds.MOST_NOTE)
    if "label" not in names or "label" not in row:
        return
    if row["label"] in (None, ""):
        yield Problem(f"{path}.label", say("Een eigen rij heeft een naam nodig."))
    else:
        yield from _text(f"{path}.label", row["label"], LINE, _LINE_SHAPE, bounds.MOST_LINE)


def _items(path: str, value: Any) -> Iterator[tuple[str, dict[str, Any] | Problem]]:
    """Each record with its path; in the place of what is no record, the problem with it."""
    if not isinstance(value, list):
        yield path, _wrong(path, say("een lijst"), value)
    elif len(value) > MOST_ITEMS:
        yield path, Problem(path, say("Er staan {number} regels in; er passen er ten hoogste {most}.", number=len(value), most=MOST_ITEMS))
    else:
        for number, item in enumerate(value):
            here = f"{path}[{number}]"
            yield here, item if isinstance(item, dict) else _wrong(here, say("een object"), item)


def _typed(path: str, value: Any, kind: FieldType, most: int) -> Iterator[Problem]:
    if kind is FieldType.SCHOOL_YEAR:
        return _school_year(path, value)
    pattern, shape = BY_TYPE[kind]
    return _text(path, value, pattern, shape, most)


def _text(path: str, value: Any, pattern: str, shape: str, most: int) -> Iterator[Problem]:
    if value is None:
        return
    if not isinstance(value, str):
        yield _wrong(path, f"{shape} (tussen aanhalingstekens), of null", value)
    elif len(value) > most:
        yield Problem(path, say("De tekst telt {number} tekens; er passen er ten hoogste {most}.", number=len(value), most=most))
    elif not fits(pattern, value):
        yield Problem(path, f"{_short(value)} is niet {shape}.")


def _school_year(path: str, value: Any) -> Iterator[Problem]:
    if value is not None and not (isinstance(value, str) and is_school_year(value)):
        yield Problem(path, say("{value} is geen schooljaar als 2023-2024.", value=_short(value)))


def _keys(path: str, value: dict[str, Any], names: Iterable[str], what: str = "De sleutel", where: str = "profiel") -> Iterator[Problem]:
    """Every name must be there and nothing else."""
    known = list(names)
    place, hint = (f"{path}.", " Niet beantwoord is null.") if path else ("", "")
    for name in known:
        if name not in value:
            yield Problem(f"{place}{name}", f"{what} {name} ontbreekt.{hint}")
    for name in value:
        if name not in known:
            yield Problem(path, f"{what} {_short(name)} hoort niet bij dit {where}.")


def _wrong(path: str, wanted: str, value: Any) -> Problem:
    return Problem(path, say("Hier hoort {wanted}; er staat {kind}.", wanted=wanted, kind=_kind(value)))


def _kind(value: Any) -> str:
    for kind, name in _KINDS.items():
        if type(value) is kind:
            return name
    return "iets anders"


def _short(value: Any) -> str:
    """What was given, shortened, on one line, with escapes for what cannot be shown."""
    return reprlib.repr(value)


_KINDS = {
    type(None): "null",
    bool: "ja of nee",
    int: say("een getal"),
    float: say("een getal"),
    str: say("een tekst"),
    list: say("een lijst"),
    dict: say("een object"),
}
_BLOCKS = {
    BlockKind.FACTS: _facts,
    BlockKind.PROSE: _prose,
    BlockKind.GRID: _grid,
    BlockKind.RECORDS: _records,
    BlockKind.FIGURE: _figure,
}
