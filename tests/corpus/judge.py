"""Did a reader read a document right? Its JSON is held against the expected JSON beside the document.

This is the judge of the conformance kit (`docs/conformance.md`); it knows only JSON and can judge any reader that prints the same shape.
Expected JSON, every key optional:

- `about`: one sentence, which trap this is. `refused`: the code with which the document must be refused.
- `school_year`; `values`: blocks, of which only the parts that are named are checked. `limits` may be `{"count": n, "starts": [...]}`.
- `prose`: per block `is`, `starts`, `ends`, `contains`, `excludes`; white space does not count.
- `not_certain`: paths that must come out as likely or unsure. `also_ok`: other values that are accepted there.
- `may_be_empty`: paths (or the beginning of paths) that may be left empty, when the reader says that it doubts.
- `doubt_is_enough`: paths where the document itself no longer tells; any value will do, also none, as long as it is not certain.
- `findings`: codes that must be among the findings. `unread`: how many things must be reported as not read, at least.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

Json = dict[str, Any]
DOUBT = ("likely", "unsure")


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference. `kind` is wrong, lost (expected, not found), invented (found, not expected), sure (should doubt) or other."""

    path: str
    kind: str
    expected: Any
    got: Any
    certainty: str | None

    @property
    def unforgivable(self) -> bool:
        """A value that is not right and not doubted; or an answer that is there and is called empty for certain."""
        if self.kind == "lost":
            return self.certainty == "certain"
        return self.kind in ("wrong", "invented") and self.certainty not in DOUBT

    def __str__(self) -> str:
        return f"{self.path}: {self.kind}, expected {self.expected!r}, got {self.got!r} ({self.certainty or 'no evidence'})"


def judge(reading: Json, expected: Json) -> list[Fault]:
    """Everything that is not as expected, in the order of the expected JSON; an empty list is a pass."""
    return [fault for fault in differences(reading, expected) if not _accepted(fault, expected)]


def _accepted(fault: Fault, expected: Json) -> bool:
    """Not found, or another reading that is also possible, is fine where the reader says that it doubts."""
    if any(_within(fault.path, path) for path in expected.get("doubt_is_enough", ())):
        return fault.certainty != "certain"
    if fault.certainty not in DOUBT:
        return False
    if fault.kind == "lost":
        asked = (*expected.get("may_be_empty", ()), *expected.get("not_certain", ()))
        return any(_within(fault.path, path) for path in asked)
    others = next((v for p, v in expected.get("also_ok", {}).items() if _within(fault.path, p)), [])
    return fault.kind == "wrong" and fault.got in others


def differences(reading: Json, expected: Json) -> Iterator[Fault]:
    """Every difference, also those that a doubting reader is forgiven."""
    profile = reading["profile"]
    year = expected.get("school_year", profile["school_year"])
    yield from _compare("school_year", year, profile["school_year"], reading)
    for block, value in expected.get("values", {}).items():
        yield from _block(block, value, profile["values"].get(block), reading)
    for block, checks in expected.get("prose", {}).items():
        yield from _prose(block, checks, profile["values"].get(block), reading)
    for path in expected.get("not_certain", ()):
        if certainty_of(reading, path) not in DOUBT:
            yield Fault(path, "sure", "likely or unsure", None, certainty_of(reading, path))
    codes = [finding["code"] for finding in reading["findings"]]
    yield from (Fault("findings", "other", code, codes, None) for code in expected.get("findings", ()) if code not in codes)
    if len(reading["unread"]) < expected.get("unread", 0):
        yield Fault("unread", "other", expected["unread"], len(reading["unread"]), None)


def _block(path: str, expected: Any, got: Any, reading: Json) -> Iterator[Fault]:
    if path == "limits" and isinstance(expected, dict):
        yield from _limits(expected, got or [], reading)
    elif isinstance(expected, dict) and "rows" in expected:
        yield from _grid(path, expected, got or {"rows": {}, "own_rows": []}, reading)
    elif isinstance(expected, list):
        yield from _records(path, expected, got or [], reading)
    elif isinstance(expected, dict):
        for name, value in expected.items():
            yield from _compare(f"{path}.{name}", value, (got or {}).get(name), reading)
    else:
        yield from _compare(path, expected, got, reading)


def _grid(path: str, expected: Json, got: Json, reading: Json) -> Iterator[Fault]:
    for code, row in expected["rows"].items():
        found = got["rows"].get(code) or {"choice": None, "note": None}
        yield from _compare(f"{path}.{code}", row["choice"], found["choice"], reading)
        if "note" in row:
            yield from _compare(f"{path}.{code}.note", row["note"], found["note"], reading)
    if "own_rows" in expected:
        yield from _records(f"{path}.own_rows", expected["own_rows"], got["own_rows"], reading)


def _records(path: str, expected: list[Json], got: list[Json], reading: Json) -> Iterator[Fault]:
    for place, record in enumerate(expected):
        found = got[place] if place < len(got) else {}
        for name, value in record.items():
            yield from _compare(f"{path}[{place}].{name}", value, found.get(name), reading)
    for place, record in enumerate(got[len(expected) :], len(expected)):
        yield Fault(f"{path}[{place}]", "invented", None, record, certainty_of(reading, f"{path}[{place}]"))


def _limits(expected: Json, got: list[Json], reading: Json) -> Iterator[Fault]:
    if len(got) != expected["count"]:
        yield Fault("limits", "wrong", expected["count"], len(got), certainty_of(reading, "limits"))
    for place, start in enumerate(expected["starts"]):
        text = got[place]["text"] if place < len(got) else ""
        if not _plain(text).startswith(_plain(start)):
            yield Fault(f"limits[{place}].text", "wrong", start, text, certainty_of(reading, f"limits[{place}]"))


def _prose(block: str, checks: Json, got: str | None, reading: Json) -> Iterator[Fault]:
    text = _plain(got or "")
    sure = certainty_of(reading, block)
    if "is" in checks:
        yield from _compare(block, checks["is"], got, reading)
    for name, fits in (("starts", text.startswith), ("ends", text.endswith)):
        if name in checks and not fits(_plain(checks[name])):
            yield Fault(f"{block} {name}", "wrong" if text else "lost", checks[name], got, sure)
    for part in checks.get("contains", ()):
        if _plain(part) not in text:
            yield Fault(f"{block} contains", "lost", part, got, sure)
    for part in checks.get("excludes", ()):
        if _plain(part) in text:
            yield Fault(f"{block} excludes", "invented", part, got, sure)


def _compare(path: str, expected: Any, got: Any, reading: Json) -> Iterator[Fault]:
    if _same(expected, got):
        return
    sure = certainty_of(reading, path)
    if got not in (None, ""):
        yield Fault(path, "invented" if expected in (None, "") else "wrong", expected, got, sure)
    else:  # that the row is certain says nothing of a note that was not found in it
        yield Fault(path, "lost", expected, got, sure if sure in DOUBT or _has_own(reading, path) else None)


def _same(expected: Any, got: Any) -> bool:
    if isinstance(expected, (int, float)) and not isinstance(expected, bool):
        try:
            return got is not None and Decimal(str(expected)) == Decimal(str(got))
        except InvalidOperation:
            return False
    if isinstance(expected, str) and isinstance(got, str):
        return _plain(expected) == _plain(got)
    return bool(expected == got) or (expected in (None, "") and got in (None, ""))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _has_own(reading: Json, path: str) -> bool:
    return any(e["path"] == path for e in reading["evidence"])


def certainty_of(reading: Json, path: str) -> str | None:
    """How sure the reader is of a path: its own evidence, else the worst of what is under it, else that of the nearest part it is in."""
    path = path.partition(" ")[0]
    evidence = reading["evidence"]
    own = [e["certainty"] for e in evidence if e["path"] == path]
    under = [e["certainty"] for e in evidence if _within(e["path"], path)]
    around = sorted((e for e in evidence if _within(path, e["path"])), key=lambda e: -len(e["path"]))
    for found in (own, under, [e["certainty"] for e in around[:1]]):
        if found:
            return min(found, key=("unsure", "likely", "certain").index)
    return None


def _within(path: str, outer: str) -> bool:
    return path == outer or path.startswith((f"{outer}.", f"{outer}["))
