"""How fast are documents made and school pages shown? `python -m tests.benchmarks.bench_documents [--schools 205] [--documents 20]`

Prints figures, tests nothing. First the form of the region of one school, as PDF and as Word, beside WeasyPrint making a tagged PDF of
the same document (our own web page of it) in the same run. Then a region of 205 schools: its page of a school through the real server,
each once as nothing is kept yet and once more, and all its documents in one zip by two workers. On a busy machine the ratios say more
than the milliseconds. Everything stands in a database of its own that goes at the end.
"""

from __future__ import annotations

import argparse
import http.client
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

from dekkend.config.installation import start_django
from tests.benchmarks.bench_pages import dekkend, server
from tests.benchmarks.documents import profile

PDF, WORD, PAGE, ZIP = 100.0, 150.0, 50.0, 60.0  # milliseconds, p95 for the page; seconds for the zip of 205 schools
YEAR, DAY = "2026-2027", "2026-10-05"
FILLED = """
import datetime, sys
from django.utils import timezone
from dekkend.accounts.models import User
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.models import Board, Membership, Partnership, Site
from dekkend.profiles.actions import make_draft, publish_draft
from tests.benchmarks.documents import profile
now, today = timezone.now(), timezone.localdate()
region = Partnership.objects.create(code="PO9998", name="SWV Meetstreek")
board = Board.objects.create(number="99998", name="Stichting Meetlat")
for number in range(1, {schools} + 1):
    about = {{"name": f"De Vuursprot {{number}}", "street": "Bakenpad", "house_number": "3", "postcode": "9999 ZA", "place": "Zilverduin"}}
    site = Site.objects.create(partnership=region, board=board, brin6=f"{{10 + number // 100}}ZZ{{number % 100:02}}", **about)
    draft = make_draft(site, profile(number) | {{"school_year": "{year}"}}, evidence={{}}, source=None, made_by=None, now=now)
    publish_draft(draft, on=today)
take_up()
user = User.objects.create_user("adviseur@meetstreek.example", None, name="Adviseur")
Membership.objects.create(user=user, role="adviser", partnership=region)
"""
ASKED = """
from django.utils import timezone
from dekkend.accounts.models import User
from dekkend.organisations.models import Partnership
from dekkend.organisations.queries import scope_of
from dekkend.publishing.actions.bundling import ask_for_bundle
from dekkend.publishing.jobs import make_later
user, today = User.objects.get(email="adviseur@meetstreek.example"), timezone.localdate()
region = Partnership.objects.get(code="PO9998")
bundle, _ = ask_for_bundle(region, by=user, scope=scope_of(user, today), today=today, now=timezone.now())
make_later(bundle.pk)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schools", type=int, default=205)
    parser.add_argument("--documents", type=int, default=20, help="of each kind")
    given = parser.parse_args()
    one_document(given.documents)
    with tempfile.TemporaryDirectory() as folder:
        settings = {"DEKKEND_VAR": folder, "DJANGO_SETTINGS_MODULE": "dekkend.config.settings.demo", "DEKKEND_EMBEDDED_WORKERS": "0"}
        os.environ.update(settings)
        environment = dict(os.environ)
        start_django()
        dekkend(environment, "migrate", "-v", "0")
        dekkend(environment, "collectstatic", "--noinput", "-v", "0")
        dekkend(environment, "shell", "-v", "0", "-c", FILLED.format(schools=given.schools, year=YEAR))
        pages(environment, given.schools)
        whole_region(environment, given.schools)


def one_document(count: int) -> None:
    """The form of different schools, one after the other, after one to warm up."""
    from dekkend.profiles.gateways.templates import load_template
    from dekkend.publishing.gateways.documents import DOCUMENTS
    from dekkend.publishing.gateways.html import as_html
    from dekkend.publishing.gateways.typst import as_pdf
    from dekkend.publishing.gateways.word import as_word
    from dekkend.publishing.words.edition import Edition

    form, document = load_template("haaglanden"), DOCUMENTS["sop"]
    editions = [Edition(f"De Vuursprot {n}", YEAR, profile(n)["values"], DAY, number=1, fingerprint="ab" * 32) for n in range(count + 1)]
    pdf = measured(lambda edition: as_pdf(document.compose(form, edition)), editions)
    word = measured(lambda edition: as_word(document.compose(form, edition)), editions)
    say(f"\n{count} forms of about {pages_of(as_pdf(document.compose(form, editions[0])))} pages, no two alike; milliseconds")
    say(f"{'document':34}{'median':>8} {'p95':>8} {'times':>8}")
    show("PDF (PDF/UA-1 and PDF/A-2a)", pdf, aim=PDF)
    show("Word", word, aim=WORD)
    if (weasyprint := other_maker()) is None:
        return
    beside = measured(lambda edition: weasyprint(as_html(document.compose(form, edition))), editions[: max(4, count // 4) + 1])
    show("WeasyPrint (PDF/UA-1), same text", beside, beside=pdf)


def other_maker() -> Callable[[bytes], Any] | None:
    try:
        page = import_module("weasyprint").HTML  # for comparing only: its types are not ours to check
    except (ImportError, OSError) as missing:
        say(f"WeasyPrint is not measured: {missing}. It needs pango: apt-get install libpango-1.0-0 libpangoft2-1.0-0.")
        return None
    return lambda content: page(string=content.decode()).write_pdf(pdf_variant="pdf/ua-1")


def measured(make: Callable[[Any], Any], given: list[Any]) -> list[float]:
    """Milliseconds per document; the first one warms up and is not counted."""
    waits = []
    for each in given:
        began = time.perf_counter()
        make(each)
        waits.append((time.perf_counter() - began) * 1000)
    return waits[1:]


def pages(environment: dict[str, str], schools: int) -> None:
    addresses = [f"/scholen/{10 + number // 100}ZZ{number % 100:02}/" for number in range(1, schools + 1)]
    say(f"\nThe page of each of {schools} schools, one visitor after the other; milliseconds")
    with server("dekkend.config.wsgi:application", environment) as port:
        asked(port, ["/wet/"] * 5)  # the process is warm, the pages are not
        first, again = asked(port, addresses), asked(port, addresses)
    show("first time", first, aim=PAGE, share=95)
    show("again", again, aim=PAGE, share=95)


def asked(port: int, addresses: list[str]) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    waits = []
    for address in addresses:
        began = time.perf_counter()
        connection.request("GET", address)
        response = connection.getresponse()
        response.read()
        waits.append((time.perf_counter() - began) * 1000)
        if response.status != 200:
            raise RuntimeError(f"{address}: {response.status}")
    return waits


def whole_region(environment: dict[str, str], schools: int) -> None:
    """From the click until the file is there, by two workers of one thread each: one per processor."""
    command = [sys.executable, "-m", "dekkend.config.cli", "worker", "--threads", "1"]
    workers = [subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) for _ in range(2)]
    try:
        time.sleep(4)  # workers are there all day
        dekkend(environment, "shell", "-v", "0", "-c", ASKED)
        began = time.perf_counter()
        size = waited_for()
        took = time.perf_counter() - began
    finally:
        for worker in workers:
            worker.terminate()
            worker.wait()
    verdict = "" if took <= ZIP else f"  over the aim of {ZIP:.0f}"
    say(f"\nAll documents of {schools} schools (x 3) in one zip of {size / 1e6:.0f} MB, two workers: {took:.0f} s{verdict}")


def waited_for() -> int:
    """Looks into the same database until the file is there; the result is its size in bytes."""
    from dekkend.publishing.models import Bundle

    while (bundle := Bundle.anywhere.select_related("file").get()).file is None:
        time.sleep(0.3)
    return int(bundle.file.size)


def show(name: str, waits: list[float], *, aim: float = 0.0, beside: list[float] | None = None, share: int = 50) -> None:
    """`share` says which of the two figures the aim is about; `beside` is what the median is laid next to."""
    median, high = statistics.median(waits), statistics.quantiles(waits, n=100, method="inclusive")[94]
    ratio = f"{median / statistics.median(beside):8.1f}" if beside else " " * 8
    over = aim and (high if share == 95 else median) > aim
    say(f"{name:34}{median:8.0f} {high:8.0f} {ratio}{f'  over the aim of {aim:.0f}' if over else ''}")


def pages_of(content: bytes) -> int:
    import io

    import pdfplumber

    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
