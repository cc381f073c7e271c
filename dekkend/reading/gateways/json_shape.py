"""How is a reading written as JSON, and taken back?

The shape is that of `dekkend read --json`: "source", "profile", "evidence", "findings", "unread".
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from dekkend.reading.words.document import Link, Source, Unread
from dekkend.reading.words.result import Certainty, Evidence, Reading


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain JSON values. `source.links` holds only the targets; labels and pages of links are left out."""
    return {
        "source": _source_to_json(reading.source),
        "profile": reading.profile,
        "evidence": [_evidence_to_json(evidence) for evidence in reading.evidence],
        "findings": list(reading.findings),
        "unread": [asdict(unread) for unread in reading.unread],
    }


def reading_from_json(raw: dict[str, Any]) -> Reading:
    """The reading that `reading_to_json` wrote. Raises KeyError, TypeError or ValueError when it is something else."""
    return Reading(
        source=_source_from_json(raw["source"]),
        profile=raw["profile"],
        evidence=tuple(_evidence_from_json(item) for item in raw["evidence"]),
        findings=tuple(raw["findings"]),
        unread=tuple(Unread(**item) for item in raw["unread"]),
    )


def _source_to_json(source: Source) -> dict[str, Any]:
    return {
        "name": source.name,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "pages": source.pages,
        "links": [link.url for link in source.links],
    }


def _source_from_json(raw: dict[str, Any]) -> Source:
    links = tuple(Link(url) for url in raw["links"])
    return Source(raw["name"], raw["sha256"], raw["media_type"], raw["pages"], links)


def _evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    return {
        "path": evidence.path,
        "quote": evidence.quote,
        "page": evidence.page,
        "line": evidence.line,
        "certainty": evidence.certainty.value,
        "why": evidence.why,
        "readings": [{"value": value, "how": how} for value, how in evidence.readings],
        "cells": list(evidence.cells),
    }


def _evidence_from_json(raw: dict[str, Any]) -> Evidence:
    return Evidence(
        path=raw["path"],
        quote=raw["quote"],
        page=raw["page"],
        line=raw["line"],
        certainty=Certainty(raw["certainty"]),
        why=raw["why"],
        readings=tuple((item["value"], item["how"]) for item in raw["readings"]),
        cells=tuple(raw["cells"]),
    )
