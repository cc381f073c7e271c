"""How do real programs print or dump the form, when they are on this machine?"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


def pdftotext(pdf: bytes, mode: str = "-layout") -> str:
    """The text of a PDF by poppler; skips the test, visibly, where poppler is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("no pdftotext: apt-get install poppler-utils")
    done = subprocess.run([program, *mode.split(), "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True, timeout=30)
    return done.stdout.decode("utf-8")


def office_pdf(word: bytes) -> bytes:
    """A Word file printed by LibreOffice; skips the test, visibly, where it is not installed. Takes 1 to 2 seconds."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice: apt-get install libreoffice-writer-nogui")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "form.docx")
        source.write_bytes(word)
        profile = f"-env:UserInstallation=file://{folder}/office"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, capture_output=True, check=True, timeout=90)
        return source.with_suffix(".pdf").read_bytes()


def pdfbox_text(pdf: bytes) -> str:
    """The text of a PDF by PDFBox, the library inside Apache Tika; skips the test, visibly, where it is not installed."""
    jars = [Path("/usr/share/java", f"{name}.jar") for name in ("pdfbox2", "pdfbox2-tools", "fontbox2", "commons-logging")]
    if shutil.which("java") is None or not all(jar.exists() for jar in jars):
        pytest.skip("no PDFBox: apt-get install libpdfbox2-java default-jre-headless")
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "form.pdf"), Path(folder, "form.txt")
        source.write_bytes(pdf)
        command = ["java", "-cp", ":".join(map(str, jars)), "org.apache.pdfbox.tools.ExtractText", "-encoding", "UTF-8"]
        subprocess.run([*command, str(source), str(target)], capture_output=True, check=True, timeout=60)
        return target.read_text("utf-8")
