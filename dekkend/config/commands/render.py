"""Which document does a profile make? `dekkend render PROFILE.json --as pdf|docx|schoolgids|summary|html -o FILE`"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from dekkend.config.terminal.quiet import run_quietly

if TYPE_CHECKING:
    from dekkend.publishing.words.edition import Edition

ABOUT = """Maakt van een profiel (JSON) een document: het formulier van de regio als PDF of Word, de tekst voor de schoolgids of de
samenvatting voor ouders. Bij schoolgids en samenvatting bepaalt het achtervoegsel van het bestand of het PDF, Word of HTML wordt.
Met --region en de code van een samenwerkingsverband: van elke school met een openbaar aanbod het formulier (PDF en Word) en de
samenvatting, samen in één zip."""
ENDS = "Eindigt met 0: gemaakt; 2: het bestand is geen geldig profiel, of de opdracht klopt niet."
SHAPES = {"pdf": ("sop", ".pdf"), "docx": ("sop", ".docx"), "html": ("sop", ".html")}
DOCUMENTS = ("schoolgids", "summary", "samenvatting")


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("render", help="maak een document van een profiel", description=ABOUT, epilog=ENDS)
    parser.add_argument("file", metavar="PROFIEL", type=Path, nargs="?", help="een profiel als JSON")
    parser.add_argument("--region", metavar="CODE", help="alle scholen van dit samenwerkingsverband, als zip (bijvoorbeeld PO9999)")
    parser.add_argument("--as", dest="shape", choices=(*SHAPES, *DOCUMENTS), default="pdf", help="wat het wordt (standaard: pdf)")
    parser.add_argument("-o", "--out", metavar="BESTAND", type=Path, required=True, help="waar het komt te staan")
    parser.add_argument("--on", metavar="DATUM", type=_day, help="de dag van het document (standaard: vandaag)")


def run(arguments: argparse.Namespace) -> int:
    if bool(arguments.file) == bool(arguments.region):
        return _complain("geef één profiel, of --region met de code van een samenwerkingsverband")
    return run_quietly(lambda: _region(arguments) if arguments.region else _run(arguments))


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError("geef een dag als 2026-09-01") from error


def _run(arguments: argparse.Namespace) -> int:
    from dekkend.profiles.gateways.exchange import ProfileRefused, load_profile
    from dekkend.profiles.gateways.templates import load_template

    try:
        profile = load_profile(arguments.file)
    except ProfileRefused as refusal:
        return _complain(f"{arguments.file}: {refusal.message}")
    code, suffix = SHAPES.get(arguments.shape, (arguments.shape, arguments.out.suffix.lower() or ".pdf"))
    try:
        content = _made(code, suffix, load_template(profile["template"]), _edition(profile, arguments.on))
    except Exception as fault:  # whatever a compiler or a writer of files says: the one who asks gets a sentence
        return _complain(f"{arguments.file}: het document kan niet worden gemaakt ({_first_line(fault)})")
    if content is None:
        return _complain(f"een bestand dat op {suffix} eindigt kan dit niet worden; kies .pdf, .docx of .html")
    try:
        with whole_or_nothing(arguments.out) as out:
            out.write(content)
    except OSError as fault:
        return _complain(f"{arguments.out}: kan niet worden geschreven ({fault.strerror})")
    sys.stdout.write(f"{arguments.out}\n")
    return 0


def _region(arguments: argparse.Namespace) -> int:
    from dekkend.config.installation import start_django

    start_django()
    from dekkend.publishing.actions.documents import write_region
    from dekkend.publishing.queries.bundles import region_called

    region = region_called(arguments.region)
    if region is None:
        return _complain(f"er is geen samenwerkingsverband met code {arguments.region}")
    day = datetime.date.fromisoformat(arguments.on) if arguments.on else datetime.datetime.now(tz=datetime.UTC).date()
    try:
        with whole_or_nothing(arguments.out) as out:
            schools = write_region(region, out, today=day, tell=_tell)
    except OSError as fault:
        return _complain(f"{arguments.out}: kan niet worden geschreven ({fault.strerror})")
    files = sum(len(school.made) for school in schools)
    sys.stdout.write(f"{arguments.out}: {len(schools)} scholen, {files} documenten\n")
    return 0


@contextlib.contextmanager
def whole_or_nothing(place: Path) -> Iterator[IO[bytes]]:
    """A file that takes its name when everything is in it: what stood there before stays when it fails halfway."""
    if place.exists() and not place.is_file():  # a pipe or a screen has no other name to wait under
        with place.open("wb") as stream:
            yield stream
        return
    out = tempfile.NamedTemporaryFile(dir=place.parent, prefix=f".{place.name}.", delete=False)  # noqa: SIM115 (closed below)
    try:
        with out:
            yield out
        mask = os.umask(0)
        os.umask(mask)
        Path(out.name).chmod(0o666 & ~mask)
        Path(out.name).replace(place)
    except BaseException:
        Path(out.name).unlink(missing_ok=True)
        raise


def _first_line(fault: Exception) -> str:
    return (str(fault).strip().splitlines() or [type(fault).__name__])[0]


def _tell(done: int, total: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done} van {total} scholen" + ("\n" if done == total else ""))


def _made(code: str, suffix: str, template: Any, edition: Edition) -> bytes | None:
    from dekkend.publishing.gateways.documents import DOCUMENTS as PAPERS

    paper = PAPERS[code].compose(template, edition)
    if suffix == ".pdf":
        from dekkend.publishing.gateways.typst import as_pdf

        return as_pdf(paper)
    if suffix == ".docx":
        from dekkend.publishing.gateways.word import as_word

        return as_word(paper)
    if suffix in (".html", ".htm"):
        from dekkend.publishing.gateways.html import as_html

        return as_html(paper)
    return None


def _edition(profile: dict[str, Any], on: str | None) -> Edition:
    """What the file itself says; a file was not adopted, so it has no number and no address."""
    from dekkend.publishing.words.edition import Edition

    values = profile["values"]
    name = (values.get("school") or {}).get("name") or profile.get("site") or "School"
    year = profile.get("school_year") or ""
    return Edition(school=name, school_year=year, values=values, on=on or datetime.datetime.now(tz=datetime.UTC).date().isoformat())


def _complain(sentence: str) -> int:
    sys.stderr.write(f"dekkend render: {sentence}\n")
    return 2
