"""Which files does someone mean who names files and folders?"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

KNOWN = frozenset({".txt", ".text", ".docx", ".docm", ".dotx", ".pdf"})
LOCK = "~$"  # Word puts such a file beside a document that someone has open


def find_documents(named: Iterable[Path]) -> list[Path]:
    """The files in order, each once. A folder stands for the documents in it and below, by extension, sorted; hidden files, lock files and
    folders behind a link are passed over. A file named by itself is always taken, whatever it is called, also when it does not exist."""
    found: dict[str, Path] = {}
    for path in named:
        for file in _in_folder(path) if path.is_dir() else [path]:
            found.setdefault(os.path.realpath(file), file)
    return list(found.values())


def _in_folder(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(files) if _is_document(name))


def _is_document(name: str) -> bool:
    return not name.startswith((".", LOCK)) and Path(name).suffix.lower() in KNOWN
