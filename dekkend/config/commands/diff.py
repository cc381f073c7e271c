"""What changed from one profile to another, for someone at a terminal? `dekkend diff A.json B.json`"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from dekkend.config.terminal.quiet import run_quietly

if TYPE_CHECKING:
    from dekkend.profiles.words.changes import Change, ChangeList

ABOUT = """Vergelijkt twee profielen van hetzelfde formulier: per onderdeel en per zin, en wat het voor leerlingen en geld betekent.
Leest ook wat `dekkend read --json` van één document schrijft."""
ENDS = "Eindigt met 0: er is geen verschil; 1: er is verschil; 2: een bestand is geen geldig profiel, of de twee horen niet bij elkaar."
ONE_EACH = "Er staan {count} profielen in; vergelijken gaat met één profiel per bestand. Kies een ander bestand."
OTHER_FORM = "De profielen horen bij verschillende formulieren ({before} en {after}). Kies twee profielen van hetzelfde formulier."


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("diff", help="vergelijk twee profielen", description=ABOUT, epilog=ENDS)
    parser.add_argument("before", metavar="EERDER", type=Path, help="het eerdere profiel als JSON")
    parser.add_argument("after", metavar="LATER", type=Path, help="het latere profiel als JSON")
    parser.add_argument("--json", action="store_true", help="de verschillen als JSON")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: compare_files(arguments.before, arguments.after, as_json=arguments.json, out=sys.stdout))


def compare_files(before: Path, after: Path, *, as_json: bool, out: TextIO) -> int:
    """Print what changed; the result is the exit status."""
    from dekkend.kernel.settings import WrongSetting
    from dekkend.profiles.gateways.comparing import compare_profiles

    profiles = [_loaded(file) for file in (before, after)]
    if profiles[0] is None or profiles[1] is None:
        return 2
    old, new = profiles[0], profiles[1]
    if old["template"] != new["template"]:
        sys.stderr.write(f"dekkend diff: {OTHER_FORM.format(before=old['template'], after=new['template'])}\n")
        return 2
    try:
        found = compare_profiles(old, new)
    except WrongSetting as fault:
        sys.stderr.write(f"dekkend diff: {fault}\n")
        return 2
    if as_json:
        json.dump(_as_json((before, old), (after, new), found), out, ensure_ascii=False, indent=1)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for line in _told(f"{_name(before, old)} -> {_name(after, new)}", found))
    return int(bool(found.changes))


def _loaded(file: Path) -> dict[str, Any] | None:
    from dekkend.profiles.gateways.exchange import ProfileRefused, load_profiles

    try:
        loaded = load_profiles(file)
    except ProfileRefused as refusal:
        sys.stderr.write(f"{file}: {refusal.message}\n")
        return None
    if len(loaded) != 1:
        sys.stderr.write(f"{file}: {ONE_EACH.format(count=len(loaded))}\n")
        return None
    return loaded[0].profile


def _name(file: Path, profile: dict[str, Any]) -> str:
    school = profile["values"]["school"].get("name") if isinstance(profile["values"].get("school"), dict) else None
    return f"{file.name} ({school or profile['site'] or 'school onbekend'}, {profile['school_year'] or 'schooljaar onbekend'})"


def _told(title: str, found: ChangeList) -> Iterator[str]:
    yield title
    if not found.changes:
        yield "Er is geen verschil."
        return
    yield from _list("Wat leerlingen merken", [(change.label, change.effect_pupils) for change in found.for_pupils])
    yield from _list("Wat er aan geld verandert", [(change.label, change.effect_money) for change in found.about_money])
    for section in found.sections:
        yield ""
        yield section.title
        for change in section.changes:
            yield from _one(change)
    if found.layout:
        yield ""
        yield f"Alleen de opmaak is anders: {', '.join(dict.fromkeys(change.label for change in found.layout))}."


def _list(title: str, lines: list[tuple[str, str]]) -> Iterable[str]:
    return ["", title, *(f"  {label}: {said}" for label, said in lines)] if lines else ()


def _one(change: Change) -> Iterator[str]:
    also_moved = "verplaatst" if change.moved and change.kind != "moved" else ""
    yield f"  {change.label} [{', '.join(word for word in (change.kind.label, change.form.label, also_moved) if word)}]"
    for sentence in change.sentences:
        if sentence.kind == "same":
            continue
        for sign, text in (("-", sentence.before), ("+", sentence.after)):
            if text.strip():
                yield f"    {sign} {' '.join(text.split())}"
    if not change.said_before.strip() and change.kind == "added" and change.was:
        yield "    (was niet bekend)"
    if not change.said_after.strip() and change.kind == "removed" and not change.is_line:
        yield "    (nu niet bekend)"


def _as_json(before: tuple[Path, dict[str, Any]], after: tuple[Path, dict[str, Any]], found: ChangeList) -> dict[str, Any]:
    return {
        **{
            side: {"file": file.name, "site": profile["site"], "school_year": profile["school_year"]}
            for side, (file, profile) in (("before", before), ("after", after))
        },
        "equal": not found.changes,
        "changes": [_change(change) for change in found.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "path": change.path,
        "was": change.was or None,
        "section": change.section,
        "label": change.label,
        "kind": change.kind.value,
        "moved": change.moved,
        "form": change.form.value,
        "layout_only": change.is_layout,
        "before": change.before,
        "after": change.after,
        "sentences": [{"kind": part.kind.value, "before": part.before, "after": part.after} for part in change.sentences],
        "effect_pupils": change.effect_pupils,
        "effect_money": change.effect_money,
    }
