"""What stands in the file of a whole region, and how far is it?"""

from __future__ import annotations

from dataclasses import dataclass

FORMAT = "dekkend-bundle/1"
# Which documents of each school: (document, kind of file), see gateways/documents.py and gateways/formats.py.
DOCUMENTS = (("sop", "pdf"), ("sop", "docx"), ("samenvatting", "pdf"))


@dataclass(frozen=True, slots=True)
class Made:
    """One file: its path in the whole, the SHA-256 of its bytes in hexadecimal, and its size in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class SchoolFiles:
    """The files of one school; none when they could not be made. `number`, `fingerprint` and `address` are those of the version."""

    brin6: str
    name: str
    place: str
    school_year: str
    number: int
    fingerprint: str
    address: str
    made: tuple[Made, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many schools of how many are done, and of how many it failed."""

    done: int
    total: int
    failed: int
