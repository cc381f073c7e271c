"""Is an answer that a person typed well formed for its field, and how is it stored?"""

from __future__ import annotations

from dekkend.kernel.bsn import find_bsn
from dekkend.kernel.dates import read_date
from dekkend.kernel.money import read_money
from dekkend.kernel.school_years import read_school_year
from dekkend.kernel.sentences import say
from dekkend.profiles.rules.paths import parts_of
from dekkend.profiles.words.template import BlockKind, FieldType, Template

LONGEST = 20_000  # letters


class AnswerNotUnderstood(ValueError):
    """The typed answer does not fit its field; the message is a Dutch sentence that says how it should be."""


def stored_form(template: Template, path: str, typed: str) -> str:
    """The typed answer as it is stored. Raises AnswerNotUnderstood."""
    if len(typed) > LONGEST:
        raise AnswerNotUnderstood(say("Dit antwoord is te lang. Gebruik hoogstens 20.000 letters."))
    refuse_private_numbers(typed)
    kind = field_type(template, path)
    text = "\n\n".join(" ".join(part.split()) for part in typed.split("\n\n")).strip() if kind is None else " ".join(typed.split())
    if not text:
        raise AnswerNotUnderstood(say("Er staat niets. Typ een antwoord, of kies 'Laat leeg en vraag het de school'."))
    if kind is FieldType.DATE:
        return _date(text)
    if kind is FieldType.MONEY:
        return _money(text)
    if kind is FieldType.SCHOOL_YEAR:
        return _school_year(text)
    return text


def refuse_private_numbers(typed: str) -> None:
    if find_bsn(typed):
        raise AnswerNotUnderstood(say("Hier staat een nummer dat op een burgerservicenummer lijkt. Dat bewaren wij niet. Haal het weg."))


def field_type(template: Template, path: str) -> FieldType | None:
    """The type of the field at `path`; None for running text."""
    first, *rest = parts_of(path)
    block = template.block(str(first))
    if block.kind is BlockKind.PROSE:
        return None
    if block.kind is BlockKind.FACTS and rest:
        field = block.field(str(rest[0]))
        return field.type if field else FieldType.TEXT
    column = next((column for column in block.columns if rest and column.code == rest[-1]), None)
    return column.type if column else FieldType.TEXT


def _date(text: str) -> str:
    found = read_date(text)
    if found is None:
        raise AnswerNotUnderstood(say("Wij herkennen hier geen datum in. Schrijf bijvoorbeeld 14 september 2023, of september 2023."))
    return found.value


def _money(text: str) -> str:
    found = read_money(text)
    if found is None:
        raise AnswerNotUnderstood(say("Wij herkennen hier geen bedrag in. Schrijf bijvoorbeeld € 8.500 of 8500,50."))
    return found.value


def _school_year(text: str) -> str:
    found = read_school_year(text)
    if found is None:
        raise AnswerNotUnderstood(say("Wij herkennen hier geen schooljaar in. Schrijf bijvoorbeeld 2023-2024."))
    return str(found.year)
