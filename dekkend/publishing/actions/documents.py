"""How are the documents of a school, and those of a whole region at once, made as files?"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from typing import IO

from dekkend.organisations.models import Partnership
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileVersion
from dekkend.publishing.gateways.documents import DOCUMENTS as PAPERS
from dekkend.publishing.gateways.formats import FORMATS
from dekkend.publishing.gateways.zips import open_zip
from dekkend.publishing.queries.bundles import address_of, school_files, versions_of
from dekkend.publishing.queries.editions import edition_of, pictures_of
from dekkend.publishing.rules.bundle import explanation, folder, list_of_files, manifest
from dekkend.publishing.words.bundle import DOCUMENTS, Made, SchoolFiles
from dekkend.publishing.words.paper import Paper, Picture

log = logging.getLogger("dekkend.publishing")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document that is to be written: `path` in the whole, whose ending says what kind of file it becomes."""

    path: str
    paper: Paper
    pictures: Mapping[str, bytes]


def papers_of(version: ProfileVersion, *, on: date) -> list[Sheet]:
    """The documents of one school, composed but not written; one that cannot be composed is left out.

    `version` comes with its site, board, region and redactions.
    """
    edition, template = edition_of(version, address_of(version), today=on), load_template(version.template)
    place, sheets = folder(version.site.brin6, version.site.name), []
    for code, suffix in DOCUMENTS:
        document = PAPERS[code]
        try:
            paper = document.compose(template, edition)
        except Exception:
            log.exception("a document could not be composed", extra={"version": version.pk, "document": code})
            continue
        pictures = pictures_of([each.file for each in paper.parts if isinstance(each, Picture)])
        sheets.append(Sheet(f"{place}/{document.name}-{version.school_year}.{suffix}", paper, pictures))
    return sheets


def written(sheet: Sheet) -> tuple[str, bytes]:
    """Its path and its bytes. Asks nothing of the database, so it may be done in any thread."""
    return sheet.path, FORMATS[sheet.path.rsplit(".", 1)[-1]].write(sheet.paper, sheet.pictures)


def tried(sheet: Sheet) -> tuple[str, bytes | Exception]:
    """Its path and its bytes, or why it cannot be made: the other documents of the school go on."""
    try:
        return written(sheet)
    except Exception as fault:
        log.exception("a document could not be made", extra={"path": sheet.path})
        return sheet.path, fault


def papers_tried(version: ProfileVersion, *, on: date) -> list[Sheet]:
    """The documents of one school; none when they cannot be composed: the other schools of the region go on."""
    try:
        return papers_of(version, on=on)
    except Exception:
        log.exception("documents of one school could not be made", extra={"version": version.pk})
        return []


def about_file(name: str, content: bytes) -> Made:
    return Made(name, hashlib.sha256(content).hexdigest(), len(content))


def front(region: str, day: date, schools: list[SchoolFiles]) -> dict[str, bytes]:
    """What stands in the whole beside the folders of the schools."""
    on = day.isoformat()
    return {
        "LEESMIJ.txt": explanation(region, on, schools),
        "inhoud.csv": list_of_files(schools),
        "manifest.json": manifest(region, on, schools),
    }


def write_region(partnership: Partnership, out: IO[bytes], *, today: date, tell: Callable[[int, int], None]) -> list[SchoolFiles]:
    """Write the zip of a whole region, with as many threads as there are processors. `tell` hears how many of how many are done."""
    versions = list(versions_of(partnership, today=today))
    schools: list[SchoolFiles] = []
    with open_zip(out) as put, ThreadPoolExecutor(os.cpu_count()) as pool:
        for school, sheets in ahead(pool, versions, today):
            made = []
            for name, content in sheets:
                if isinstance(content, bytes):
                    put(name, content)
                    made.append(about_file(name, content))
            schools.append(replace(school, made=tuple(made)))
            tell(len(schools), len(versions))
        for name, content in front(partnership.name, today, schools).items():
            put(name, content)
    return schools


def ahead(
    pool: ThreadPoolExecutor, versions: list[ProfileVersion], today: date, schools: int = 4
) -> Iterator[tuple[SchoolFiles, list[tuple[str, bytes | Exception]]]]:
    """The files of each school in order, while those of the next few schools are being written."""
    waiting = []
    for version in versions:
        waiting.append((school_files(version, []), [pool.submit(tried, sheet) for sheet in papers_tried(version, on=today)]))
        if len(waiting) > schools:
            school, sheets = waiting.pop(0)
            yield school, [sheet.result() for sheet in sheets]
    for school, sheets in waiting:
        yield school, [sheet.result() for sheet in sheets]
