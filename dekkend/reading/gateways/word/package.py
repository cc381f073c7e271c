"""Which parts does a Word file hold, and are they safe to read?

A .docx is a zip with XML in it. Declared sizes are checked before anything is unpacked, and no document type declaration,
entity or outside address is ever followed.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from dekkend.reading.gateways import refusals
from dekkend.reading.gateways.limits import Limits
from dekkend.reading.gateways.word.names import STRICT, Element

MOST_PARTS = 10_000
LARGE_XML, LARGE_OTHER = 5_000_000, 50_000_000  # bytes; below this a part may be packed as tightly as it likes
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says about another: `kind` is the last word of its type ("hyperlink", "header")."""

    kind: str
    target: str  # the name of a part, or an address when `outside`
    outside: bool


class WordPackage:
    """The parts of one Word file. Raises DocumentRefused when it is locked, broken or far too large inside."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError) as cause:
            raise refusals.truncated() from cause
        self._sizes = {info.filename: info for info in self._zip.infolist()}
        self._check_sizes()

    def _check_sizes(self) -> None:
        parts = self._zip.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise refusals.encrypted()
        large = (part for part in parts if part.file_size > (LARGE_XML if _is_xml(part) else LARGE_OTHER))
        if any(part.file_size > self._limits.max_ratio * max(part.compress_size, 1) for part in large):
            raise refusals.zip_bomb()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > self._limits.max_unzipped:
            raise refusals.zip_bomb()

    def main_part(self) -> str:
        """The name of the part with the text itself."""
        named = [relation.target for relation in self.relations("").values() if relation.kind == "officeDocument"]
        return next((part for part in named if part in self._sizes), "word/document.xml")

    def xml(self, part: str) -> Element | None:
        """The root of a part, or None when there is no such part."""
        data = self._bytes(part)
        if data is None:
            return None
        if any(doctype in data for doctype in DOCTYPES):
            raise refusals.unsafe_xml()
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as cause:
            raise refusals.broken_xml() from cause
        if root.getroottree().docinfo.internalDTD is not None:
            raise refusals.unsafe_xml()
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """By id: what `part` ("" for the whole package) refers to. Outside addresses are noted, never visited."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        return {item.get("Id", ""): _relation(item, folder) for item in root.iter(RELATION)}

    def _bytes(self, part: str) -> bytes | None:
        info = self._sizes.get(part)
        if info is None:
            return None
        if info.file_size > self._limits.max_part:
            raise refusals.zip_bomb()
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as cause:
            raise refusals.broken(refusals.WORD) from cause


def _is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels"))


def _relation(item: Element, folder: str) -> Relation:
    target = item.get("Target", "")
    kind = item.get("Type", "").rsplit("/", 1)[-1]
    if item.get("TargetMode") == "External":
        return Relation(kind, target, outside=True)
    return Relation(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"), outside=False)
