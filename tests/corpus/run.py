"""How does any reader do on the corpus? `python -m tests.corpus.run [--items FOLDER] [COMMAND ...]`

COMMAND is run once for every document, with `{}` replaced by its path, and must print the JSON of `dekkend read FILE --json`; ending with
another status than 0 means that it refused the document. Without COMMAND it is our own reader.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.corpus.judge import differences, judge

ITEMS = Path(__file__).parent / "items"
OURS = [sys.executable, "-m", "dekkend", "read", "{}", "--json"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=Path, default=ITEMS, help="a folder with documents and expected JSON")
    parser.add_argument("command", nargs=argparse.REMAINDER, help="the reader; {} is the document")
    arguments = parser.parse_args()
    command = [part for part in arguments.command if part != "--"] or OURS
    documents = sorted(path for path in arguments.items.iterdir() if path.suffix != ".json")
    results = [_run(document, command) for document in documents]
    passed, unforgivable = sum(not faults for faults, _ in results), sum(count for _, count in results)
    sys.stdout.write(f"\n{passed} of {len(results)} documents read as expected; wrong and called certain: {unforgivable}\n")
    return 0 if passed == len(results) and not unforgivable else 1


def _run(document: Path, command: list[str]) -> tuple[list[str], int]:
    expected = json.loads(document.with_suffix(".json").read_text("utf-8"))
    done = subprocess.run([part.replace("{}", str(document)) for part in command], capture_output=True, check=False)
    faults, unforgivable = _judged(done, expected)
    sys.stdout.write(f"{'ok  ' if not faults else 'FAIL'} {document.name}\n" + "".join(f"       {fault}\n" for fault in faults))
    return faults, unforgivable


def _judged(done: subprocess.CompletedProcess[bytes], expected: dict[str, Any]) -> tuple[list[str], int]:
    if "refused" in expected:
        return ([] if done.returncode else ["read, but should have been refused"]), 0
    if done.returncode:
        return ["refused: " + done.stderr.decode("utf-8", "replace").strip()[:200]], 0
    reading = json.loads(done.stdout)
    wrong = sum(fault.unforgivable for fault in differences(reading, expected))
    return [str(fault) for fault in judge(reading, expected)], wrong


if __name__ == "__main__":
    raise SystemExit(main())
