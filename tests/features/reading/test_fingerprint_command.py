"""Does a region's fixed text become hashes that recognise it, and nothing of the text itself?"""

from __future__ import annotations

import io
from pathlib import Path

from dekkend.config.commands.fingerprint import print_fingerprints
from dekkend.profiles.rules.shingles import covered_words, plain_words

TEXT = "Elke school aan zee leert kinderen zwemmen.\n\nDe vuursprot is altijd aan."


def test_the_hashes_recognise_the_text_and_do_not_hold_it(tmp_path: Path) -> None:
    file = tmp_path / "vast.txt"
    file.write_text(TEXT, "utf-8")
    out = io.StringIO()
    assert print_fingerprints([file], out) == 0
    hashes = frozenset(out.getvalue().split())
    assert all(covered_words(plain_words("Elke school, aan zee, leert kinderen zwemmen!"), hashes))
    assert not any(covered_words(plain_words("Elke school in de stad leert kinderen fietsen."), hashes))
    assert "zee" not in out.getvalue()


def test_a_file_that_is_no_text_is_named(tmp_path: Path, capsys: object) -> None:
    file = tmp_path / "plaatje.txt"
    file.write_bytes(b"\xff\xfe\x00\xd8")
    assert print_fingerprints([file], io.StringIO()) == 2
