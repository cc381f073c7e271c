"""Does `dekkend read` do what it says: shapes, exit status, files, folders, bad files, pipes?"""

from __future__ import annotations

import json
import os
import pty
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[2] / "corpus" / "items"
TEXT = CORPUS / "text-every-cell-ends-in-a-blank.txt"
WORD = CORPUS / "word-plain.docx"
PDF = CORPUS / "pdf-ruled.pdf"
COMMAND = [sys.executable, "-m", "dekkend", "read"]


def dekkend(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False, **options)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a text, a Word file below it, and things that are no documents."""
    (tmp_path / "map" / "sub").mkdir(parents=True)
    (tmp_path / "map" / "b.txt").write_bytes(TEXT.read_bytes())
    (tmp_path / "map" / "sub" / "a.docx").write_bytes(WORD.read_bytes())
    for name in (".hidden.txt", "~$a.docx", "notes.xlsx", "sub/.DS_Store"):
        (tmp_path / "map" / name).write_bytes(b"x")
    return tmp_path / "map"


def test_one_file_prints_one_object_of_the_published_shape() -> None:
    done = dekkend(TEXT, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    reading = json.loads(done.stdout)
    assert list(reading) == ["source", "profile", "evidence", "findings", "unread"]
    assert list(reading["source"]) == ["name", "sha256", "media_type", "pages", "links"]
    assert reading["source"]["links"][0] == "https://www.vuursprot.example/schoolgids"
    assert reading["profile"]["format"] == "dekkend-profile/1"
    assert {"path", "quote", "page", "line", "certainty", "why", "readings"} <= set(reading["evidence"][0])


def test_a_folder_prints_an_array_in_the_order_of_names(folder: Path) -> None:
    done = dekkend(folder, "--json", "--jobs", 2)
    assert (done.returncode, done.stderr) == (0, "")
    assert [reading["source"]["name"] for reading in json.loads(done.stdout)] == ["b.txt", "a.docx"]


def test_a_folder_with_one_document_is_still_an_array(tmp_path: Path) -> None:
    (tmp_path / "een.txt").write_bytes(TEXT.read_bytes())
    assert len(json.loads(dekkend(tmp_path, "--json").stdout)) == 1


def test_the_table_tells_school_year_and_counts() -> None:
    done = dekkend(WORD)
    head, _, row = done.stdout.splitlines()[:3]
    assert done.returncode == 0
    assert head.split() == ["bestand", "school", "schooljaar", "zeker", "waarschijnlijk", "onzeker", "leeg", "probleem"]
    assert re.match(r"word-plain.docx +De Vuursprot +2024-2025 +\d+ +\d+ +\d+ +\d+", row)


def test_one_bad_file_does_not_stop_the_rest_and_is_named(folder: Path) -> None:
    (folder / "leeg.txt").write_bytes(b"")
    done = dekkend(folder, "--json")
    readings = json.loads(done.stdout)
    assert done.returncode == 1
    assert [("problem" in reading) for reading in readings] == [False, True, False]
    assert readings[1]["problem"]["code"] == "empty"
    assert "leeg.txt: Dit bestand is leeg" in done.stderr


@pytest.mark.parametrize("options", [[], ["--json"], ["--table"]])
def test_one_file_that_cannot_be_read_ends_with_two_and_a_sentence(tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "leeg.txt").write_bytes(b"")
    done = dekkend(tmp_path / "leeg.txt", *options)
    assert done.returncode == 2
    assert "Dit bestand is leeg" in done.stderr
    assert "Traceback" not in done.stderr
    assert "--json" not in options or done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "er ontbreekt iets"),
        (["--wat", "x"], "onbekend"),
        (["--jobs", "0", "x"], "geef een getal"),
        (["--json", "--table", "x"], "gaat niet samen"),
        (["--template", "atlantis", str(TEXT)], "het formulier atlantis is er niet; er zijn: "),
        (["bestaat-niet.txt"], "Dit bestand is er niet"),
    ],
)
def test_wrong_use_ends_with_two_and_a_sentence(arguments: list[str], sentence: str) -> None:
    done = dekkend(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_documents_ends_with_two(tmp_path: Path) -> None:
    done = dekkend(tmp_path)
    assert done.returncode == 2
    assert "geen document" in done.stderr


def test_nothing_readable_ends_with_two(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 kapot")
    assert dekkend(tmp_path).returncode == 2


def test_a_named_file_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "profiel.xyz").write_bytes(WORD.read_bytes())
    assert dekkend(tmp_path / "profiel.xyz").returncode == 0


def test_out_keeps_one_file_for_each_document_and_never_mixes_them_up(folder: Path, tmp_path: Path) -> None:
    (folder / "a.pdf").write_bytes(PDF.read_bytes())
    (folder / "c.txt").write_bytes(b"")
    out = tmp_path / "uit" / "hier"
    assert dekkend(folder, "--out", out).returncode == 1
    kept = {path.name: json.loads(path.read_text())["source"]["name"] for path in out.iterdir()}
    assert sorted(kept.values()) == ["a.docx", "a.pdf", "b.txt"]
    assert kept["b.json"] == "b.txt"
    assert all(re.fullmatch(r"a-[0-9a-f]{8}\.json", name) for name, source in kept.items() if source != "b.txt")
    assert dekkend(folder, "--out", out).returncode == 1
    assert {path.name for path in out.iterdir()} == set(kept)


def test_out_never_replaces_a_file_of_another_document(tmp_path: Path) -> None:
    (tmp_path / "profiel.txt").write_bytes(TEXT.read_bytes())
    (tmp_path / "profiel.json").write_text('{"source": {"sha256": "van een ander"}}')
    assert dekkend(tmp_path / "profiel.txt", "--out", tmp_path).returncode == 0
    assert "van een ander" in (tmp_path / "profiel.json").read_text()
    assert len(list(tmp_path.glob("profiel-*.json"))) == 1


def test_two_copies_of_one_document_keep_a_file_each(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "profiel.txt").write_bytes(TEXT.read_bytes())
    dekkend(tmp_path, "--out", tmp_path / "uit")
    assert len(list((tmp_path / "uit").iterdir())) == 2


def test_out_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("")
    done = dekkend(TEXT, "--out", tmp_path / "uit")
    assert done.returncode == 2
    assert "niet te maken" in done.stderr


def test_progress_is_plain_lines_when_nobody_watches_a_terminal(folder: Path) -> None:
    lines = dekkend(folder).stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == ["1 van 2", "2 van 2"]


def test_progress_on_a_terminal_is_a_bar_that_is_wiped(folder: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen([*COMMAND, str(folder), "--json"], stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        assert process.stdout is not None
        assert len(json.loads(process.stdout.read())) == 2
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "0 van 2 gelezen" in shown
    assert "\r\x1b[K" in shown
    assert "De Vuursprot" in shown  # the table, for the one who watches


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    with subprocess.Popen([*COMMAND, str(folder), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141


def test_ctrl_c_ends_quickly_and_quietly(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.pdf").write_bytes(PDF.read_bytes())
    with subprocess.Popen([*COMMAND, str(tmp_path), "--json"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        assert process.wait(30) == 130
        assert time.monotonic() - began < 5
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_a_file_name_with_odd_bytes_is_no_fault(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/vuursprot-\xff.txt"
    Path(os.fsdecode(odd)).write_bytes(TEXT.read_bytes())
    done = subprocess.run([*COMMAND, odd, "--json"], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"]["name"].startswith("vuursprot-")
    assert subprocess.run([*COMMAND, odd], capture_output=True, timeout=60, check=False).returncode == 0


def test_a_device_or_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    assert dekkend(tmp_path / "pijp.txt").returncode == 2


def test_the_table_survives_a_terminal_that_knows_only_ascii() -> None:
    done = dekkend(TEXT, env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert done.returncode == 0
    assert "De Vuursprot" in done.stdout


def test_reading_needs_no_django() -> None:
    code = (
        "import sys; from dekkend.config.cli import main; status = main(sys.argv[1:]); sys.exit(3 if 'django' in sys.modules else status)"
    )
    done = subprocess.run([sys.executable, "-c", code, "read", str(TEXT)], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0


def test_help_and_a_small_text_start_quickly() -> None:
    """In seconds of processor, best of three: how busy the machine is must not matter."""

    def seconds(*arguments: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "dekkend", *arguments], capture_output=True, timeout=60, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds("--help") for _ in range(3)) < 0.4
    assert min(seconds("read", str(TEXT)) for _ in range(3)) < 0.9


def test_the_program_tells_its_commands_and_its_version() -> None:
    told = subprocess.run([sys.executable, "-m", "dekkend"], capture_output=True, text=True, timeout=60, check=True).stdout
    assert all(name in told for name in ("read", "check", "schema"))
    version = subprocess.run([sys.executable, "-m", "dekkend", "--version"], capture_output=True, text=True, timeout=60, check=True)
    assert version.stdout.startswith("dekkend ")
