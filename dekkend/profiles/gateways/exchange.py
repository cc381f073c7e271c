"""How does a profile come in from a file, and go out again?

`dekkend-profile/1` as strict JSON: UTF-8, no double keys, no NaN, no more nesting than the format has. One clear Dutch sentence says why a
file is refused; nothing of a refused file is used.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from dekkend.kernel.sentences import say
from dekkend.profiles.gateways.templates import is_known, load_template, template_names
from dekkend.profiles.rules.findings import is_finding
from dekkend.profiles.rules.validation import validate
from dekkend.profiles.words.profile import FORMAT, MOST_BYTES, Problem

MOST_READING_BYTES = 50_000_000  # of what was read from a folder, proof included
_TOLD = 3  # problems named in the sentence; all of them are in `problems`


class ProfileRefused(Exception):
    """This is no valid profile. `message` is a Dutch sentence: what, why, what now; `problems` is what is wrong where (may be empty)."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = problems


class _Refused(ValueError):
    pass


@dataclass(frozen=True, slots=True)
class LoadedProfile:
    """A valid profile, with the findings of the reader when it came out of `dekkend read --json`, and the document it was read from."""

    profile: dict[str, Any]
    findings: tuple[dict[str, Any], ...] = ()
    document: str = ""


def load_profile(source: bytes | Path) -> dict[str, Any]:
    """The valid profile in these bytes or this file. Raises `ProfileRefused`, and nothing else."""
    return _checked(_decode(_bytes(source, MOST_BYTES)))


def load_profiles(path: Path) -> list[LoadedProfile]:
    """The profiles in a file: one, or what `dekkend read --json` printed, of one document or of many. Raises `ProfileRefused`."""
    content = _decode(_bytes(path, MOST_READING_BYTES))
    items = content if isinstance(content, list) and content else [content]
    return [_loaded(item) for item in items]


def _loaded(item: Any) -> LoadedProfile:
    if not isinstance(item, dict) or "profile" not in item:
        return LoadedProfile(_checked(item))
    findings = item.get("findings")
    source = item.get("source")
    return LoadedProfile(
        _checked(item["profile"]),
        tuple(f for f in findings if is_finding(f)) if isinstance(findings, list) else (),
        str(source.get("name") or "") if isinstance(source, dict) else "",
    )


def _checked(profile: Any) -> dict[str, Any]:
    problems = tuple(validate(profile, load_template(_known(profile)["template"])))
    if problems:
        raise ProfileRefused(_sentence(problems), problems)
    return dict(profile)


def _known(profile: Any) -> dict[str, Any]:
    """The same, when it is an object of this format and of a form we know; what is in it is not looked at."""
    if not isinstance(profile, dict) or "format" not in profile:
        raise ProfileRefused(
            say(
                "Dit is geen profiel: er staat geen {format} in. Kies een bestand dat Dekkend of een ander programma zo bewaarde.",
                format=FORMAT,
            )
        )
    if profile["format"] != FORMAT:
        raise ProfileRefused(say("Dit profiel heeft een ander formaat dan {format}. Vraag om een bestand in {format}.", format=FORMAT))
    name = profile.get("template")
    if not isinstance(name, str) or not is_known(name):
        raise ProfileRefused(
            say("Dit profiel hoort bij een formulier dat hier niet bekend is. Bekend: {names}.", names=", ".join(template_names()))
        )
    return profile


def dump_profile(profile: dict[str, Any]) -> bytes:
    """The profile as JSON for people and programs: UTF-8, two blanks of indent, a newline at the end."""
    return json.dumps(profile, ensure_ascii=False, indent=2, allow_nan=False).encode("utf-8") + b"\n"


def _bytes(source: bytes | Path, most: int) -> bytes:
    try:
        content = source if isinstance(source, bytes) else _read(source, most)
    except OSError as fault:
        raise ProfileRefused(
            say("Het bestand is niet te openen ({strerror}). Controleer de naam en probeer het opnieuw.", strerror=fault.strerror)
        ) from fault
    if len(content) > most:
        raise ProfileRefused(
            say("Het bestand is te groot: het mag ten hoogste {size} MB zijn. Kies een ander bestand.", size=most // 1000000)
        )
    return content


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)


def _decode(content: bytes) -> Any:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ProfileRefused(say("Het bestand is geen tekst in UTF-8. Kies een JSON-bestand van een profiel.")) from fault
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except RecursionError as fault:
        raise ProfileRefused(say("Het bestand is te diep genest voor een profiel. Kies een ander bestand.")) from fault
    except json.JSONDecodeError as fault:
        raise ProfileRefused(
            say(
                "Het bestand is geen JSON: regel {line}, teken {column}. Kies een JSON-bestand van een profiel.",
                line=fault.lineno,
                column=fault.colno,
            )
        ) from fault
    except _Refused as fault:
        raise ProfileRefused(str(fault)) from fault
    except ValueError as fault:
        raise ProfileRefused(say("Er staat een onmogelijk groot getal in het bestand. Kies een JSON-bestand van een profiel.")) from fault


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise _Refused(
            say(
                "De naam {name} staat twee keer in hetzelfde object; welke waarde geldt is niet duidelijk. Herstel het bestand.",
                name=repr(double[:60]),
            )
        )
    return made


def _no_constant(name: str) -> NoReturn:
    raise _Refused(say("{name} is geen JSON-waarde. Herstel het bestand.", name=name))


def _sentence(problems: tuple[Problem, ...]) -> str:
    told = [f"{problem.path}: {problem.message}" if problem.path else problem.message for problem in problems[:_TOLD]]
    more = len(problems) - _TOLD
    rest = [say("En nog {number}.", number=more)] if more > 0 else []
    return " ".join([say("Dit profiel klopt niet."), *told, *rest])
