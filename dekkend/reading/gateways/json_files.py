"""How are readings kept as files, whole or not at all, and never over each other?"""

from __future__ import annotations

import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SHORT = 8  # digits of the fingerprint in a name


class OutFolder:
    """A folder with one JSON file for every document that was read.

    `profiel.pdf` becomes `profiel.json`. Documents that share a stem get the first digits of their fingerprint in the name, and so does a
    document whose name is taken by the output of *another* document of an earlier run. The same document replaces its own output.
    """

    def __init__(self, folder: Path, documents: Iterable[Path]) -> None:
        """Raises OSError when the folder cannot be made."""
        self._folder = folder
        self._stems = Counter(path.stem.casefold() for path in documents)
        self._used: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, document: Path, reading: dict[str, Any]) -> Path:
        """Keep the JSON of a reading; gives the file it went to. Raises OSError."""
        target = self._target(document.stem, reading["source"]["sha256"])
        self._used.add(target.name.casefold())
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(json_bytes(reading))
            Path(name).chmod(0o644 & ~_umask())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return target

    def _target(self, stem: str, sha256: str) -> Path:
        if self._stems[stem.casefold()] < 2 and self._is_free(plain := self._folder / f"{stem}.json", sha256):
            return plain
        number = 1
        while True:
            extra = f"-{number}" if number > 1 else ""
            path = self._folder / f"{stem}-{sha256[:SHORT]}{extra}.json"
            if self._is_free(path, sha256):
                return path
            number += 1

    def _is_free(self, path: Path, sha256: str) -> bool:
        if path.name.casefold() in self._used:
            return False
        if not path.exists():
            return True
        try:
            return bool(json.loads(path.read_bytes())["source"]["sha256"] == sha256)
        except (OSError, ValueError, KeyError, TypeError):
            return False  # somebody else's file


def json_bytes(value: Any) -> bytes:
    """JSON for people and programs: indented, UTF-8. A name that is no proper text keeps its odd bytes as escapes."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n"


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
