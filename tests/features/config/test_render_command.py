"""Does `dekkend render` leave either a whole file or what stood there, and a sentence instead of a traceback?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dekkend.config.cli import main
from dekkend.config.commands import render
from dekkend.publishing.gateways import typst
from tests.corpus.school import vuursprot


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "profiel.json"
    file.write_text(json.dumps(vuursprot() | {"school_year": "2026-2027"}))
    return file


def test_a_document_that_cannot_be_made_is_told_in_a_sentence(profile, tmp_path, monkeypatch, capsys) -> None:
    def refusing(paper, pictures=None):
        raise ValueError("no glyph\nand more")

    monkeypatch.setattr(typst, "as_pdf", refusing)
    out = tmp_path / "uit.pdf"
    out.write_bytes(b"what stood here")
    assert main(["render", str(profile), "-o", str(out)]) == 2
    told = capsys.readouterr().err
    assert "het document kan niet worden gemaakt (no glyph)" in told
    assert "Traceback" not in told
    assert out.read_bytes() == b"what stood here"


def test_a_file_that_fails_halfway_leaves_what_stood_there_and_nothing_else(tmp_path) -> None:
    out = tmp_path / "uit.zip"
    out.write_bytes(b"what stood here")

    def fails_halfway() -> None:
        with render.whole_or_nothing(out) as file:
            file.write(b"part of it")
            raise ValueError("halfway")

    with pytest.raises(ValueError, match="halfway"):
        fails_halfway()
    assert out.read_bytes() == b"what stood here"
    assert list(tmp_path.iterdir()) == [out]


def test_a_whole_file_takes_the_place_of_what_stood_there(profile, tmp_path) -> None:
    out = tmp_path / "uit.docx"
    out.write_bytes(b"what stood here")
    assert main(["render", str(profile), "--as", "docx", "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"PK")
