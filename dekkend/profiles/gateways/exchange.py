"""How does a profile come in from a file, and go out again?

`dekkend-profile/1` as strict JSON: UTF-8, no double keys, no NaN, no more nesting than the format has. One clear Dutch sentence says why a
file is refused; nothing of a refused file is used.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from dekkend.profiles.gateways.templates import load_template, template_names
from dekkend.profiles.rules.validation import validate
from dekkend.profiles.words.profile import FORMAT, MOST_BYTES, Problem

_TOLD = 3  # problems named in the sentence; all of them are in `problems`


class ProfileRefused(Exception):
    """This is no valid profile. `message` is a Dutch sentence: what, why, what now; `problems` is what is wrong where (may be empty)."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = problems


class _Refused(ValueError):
    pass


def load_profile(source: bytes | Path) -> dict[str, Any]:
    """The valid profile in these bytes or this file. Raises `ProfileRefused`, and nothing else."""
    profile = parse_profile(source)
    problems = tuple(validate(profile, load_template(profile["template"])))
    if problems:
        raise ProfileRefused(_sentence(problems), problems)
    return profile


def parse_profile(source: bytes | Path) -> dict[str, Any]:
    """The JSON object in these bytes or this file, of this format and a form we know; what is in it is not checked further."""
    profile = _decode(_bytes(source))
    if not isinstance(profile, dict) or "format" not in profile:
        raise ProfileRefused(
            f"Dit is geen profiel: er staat geen {FORMAT} in. Kies een bestand dat Dekkend of een ander programma zo bewaarde."
        )
    if profile["format"] != FORMAT:
        raise ProfileRefused(f"Dit profiel heeft een ander formaat dan {FORMAT}. Vraag om een bestand in {FORMAT}.")
    name = profile.get("template")
    if not isinstance(name, str) or name not in template_names():
        raise ProfileRefused(f"Dit profiel hoort bij een formulier dat hier niet bekend is. Bekend: {', '.join(template_names())}.")
    return profile


def dump_profile(profile: dict[str, Any]) -> bytes:
    """The profile as JSON for people and programs: UTF-8, two blanks of indent, a newline at the end."""
    return json.dumps(profile, ensure_ascii=False, indent=2, allow_nan=False).encode("utf-8") + b"\n"


def _bytes(source: bytes | Path) -> bytes:
    try:
        content = source if isinstance(source, bytes) else _read(source)
    except OSError as fault:
        raise ProfileRefused(f"Het bestand is niet te openen ({fault.strerror}). Controleer de naam en probeer het opnieuw.") from fault
    if len(content) > MOST_BYTES:
        raise ProfileRefused(f"Het bestand is te groot: een profiel is ten hoogste {MOST_BYTES // 1_000_000} MB. Kies een ander bestand.")
    return content


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _decode(content: bytes) -> Any:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ProfileRefused("Het bestand is geen tekst in UTF-8. Kies een JSON-bestand van een profiel.") from fault
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except RecursionError as fault:
        raise ProfileRefused("Het bestand is te diep genest voor een profiel. Kies een ander bestand.") from fault
    except json.JSONDecodeError as fault:
        raise ProfileRefused(
            f"Het bestand is geen JSON: regel {fault.lineno}, teken {fault.colno}. Kies een JSON-bestand van een profiel."
        ) from fault
    except _Refused as fault:
        raise ProfileRefused(str(fault)) from fault
    except ValueError as fault:
        raise ProfileRefused("Er staat een onmogelijk groot getal in het bestand. Kies een JSON-bestand van een profiel.") from fault


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise _Refused(
            f"De naam {double[:60]!r} staat twee keer in hetzelfde object; welke waarde geldt is niet duidelijk. Herstel het bestand."
        )
    return made


def _no_constant(name: str) -> NoReturn:
    raise _Refused(f"{name} is geen JSON-waarde. Herstel het bestand.")


def _sentence(problems: tuple[Problem, ...]) -> str:
    told = [f"{problem.path}: {problem.message}" if problem.path else problem.message for problem in problems[:_TOLD]]
    more = len(problems) - _TOLD
    rest = f" En nog {more}." if more > 0 else ""
    return "Dit profiel klopt niet. " + " ".join(told) + rest
