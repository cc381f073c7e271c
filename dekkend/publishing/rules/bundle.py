"""How is the file of a whole region laid out: folders, names, list of contents, manifest and a word of explanation?"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.publishing.words.bundle import DOCUMENTS, FORMAT, Made, SchoolFiles

HEAD = (
    say("Vestigingscode"),
    say("School"),
    say("Plaats"),
    say("Schooljaar"),
    say("Versie"),
    say("Bestand"),
    say("Vingerafdruk (SHA-256)"),
    say("Grootte in bytes"),
    say("Adres"),
)
FORMULA = tuple("=+-@\t\r")


def folder(brin6: str, name: str) -> str:
    """ "99ZZ01-de-vuursprot": the code first, so that no two are the same."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return f"{brin6}-{words}" if words else brin6


def list_of_files(schools: Iterable[SchoolFiles]) -> bytes:
    """`inhoud.csv`: one line per file, for a spreadsheet. A school of which a document could not be made has a line that says so."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    for school in schools:
        writer.writerows([_harmless(value) for value in line] for line in _lines(school))
    return out.getvalue().encode("utf-8-sig")


def manifest(region: str, day: str, schools: Iterable[SchoolFiles]) -> bytes:
    """`manifest.json`: the same for machines; each fingerprint is the SHA-256 of the file beside it."""
    listed = [
        {
            "site": school.brin6,
            "name": school.name,
            "place": school.place,
            "school_year": school.school_year,
            "version": school.number,
            "fingerprint": school.fingerprint,
            "address": school.address,
            "files": [{"path": made.name, "sha256": made.sha256, "bytes": made.size} for made in school.made],
        }
        for school in schools
    ]
    whole = {"format": FORMAT, "region": region, "on": day, "schools": listed}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def explanation(region: str, day: str, schools: Iterable[SchoolFiles]) -> bytes:
    """`LEESMIJ.txt`: what is this, of which day, and how does someone check it?"""
    schools = list(schools)
    missing = [school.name for school in schools if not school.made]
    partly = [school.name for school in schools if 0 < len(school.made) < len(DOCUMENTS)]
    lines = [
        say("Ondersteuningsaanbod van alle scholen van {region}", region=region),
        "",
        _how_many(day, len(schools)),
        say("Per school is er een map met het ondersteuningsprofiel (PDF en Word) en de samenvatting voor ouders (PDF)."),
        say("In inhoud.csv staat elk bestand met zijn vingerafdruk en het adres van de versie."),
        say("In manifest.json staat hetzelfde voor programma's."),
        say("Een kopie nakijken: de SHA-256 van een bestand is gelijk aan de vingerafdruk in de lijst."),
    ]
    if missing:
        lines += ["", say("Van deze scholen lukte het niet om documenten te maken: {names}.", names="; ".join(missing))]
    if partly:
        lines += ["", say("Van deze scholen lukte het niet om alle documenten te maken: {names}.", names="; ".join(partly))]
    return "\r\n".join([*lines, ""]).encode()


def _how_many(day: str, schools: int) -> str:
    if schools == 1:
        return say("Stand van {day}: {count} school met een openbaar aanbod.", day=say_date(day), count=schools)
    return say("Stand van {day}: {count} scholen met een openbaar aanbod.", day=say_date(day), count=schools)


def _lines(school: SchoolFiles) -> Iterator[tuple[str, ...]]:
    about = (school.brin6, school.name, school.place, school.school_year, str(school.number))
    for made in school.made:
        yield (*about, made.name, made.sha256, str(made.size), school.address)
    if len(school.made) < len(DOCUMENTS):
        yield (*about, say("niet gemaakt"), "", "", school.address)


def _harmless(value: str) -> str:
    """A text that a spreadsheet never takes for a formula."""
    return f"'{value}" if value.startswith(FORMULA) else value


def as_made(given: Iterable[dict[str, str | int]]) -> tuple[Made, ...]:
    """What was kept of the files of one school."""
    return tuple(Made(str(each["name"]), str(each["sha256"]), int(each["size"])) for each in given)
