"""Does `dekkend diff` end as diff does, say what changed to people and programs, and refuse what is no profile?"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dekkend.config.cli import main
from dekkend.profiles.gateways.exchange import dump_profile
from dekkend.profiles.rules.values import fingerprint
from tests.corpus.school import vuursprot

LESS = {"expertise": {"rows": {"autism": {"choice": "no", "note": None}}}}


def a_file(folder: Path, name: str, **blocks: object) -> str:
    file = folder / name
    file.write_bytes(dump_profile(vuursprot(**blocks)))
    return str(file)


def test_equal_profiles_end_with_0(tmp_path, capsys):
    assert main(["diff", a_file(tmp_path, "a.json"), a_file(tmp_path, "b.json")]) == 0
    assert "Er is geen verschil." in capsys.readouterr().out


def test_a_difference_ends_with_1_and_is_told(tmp_path, capsys):
    assert main(["diff", a_file(tmp_path, "a.json"), a_file(tmp_path, "b.json", **LESS)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("a.json (De Vuursprot, 2024-2025) -> b.json (De Vuursprot, 2024-2025)\n")
    assert "Autisme: Van ja naar nee: dit is er niet meer voor een kind met autisme." in out
    assert "    + Nee\n" in out


def test_programs_get_every_change_with_its_values(tmp_path, capsys):
    assert main(["diff", "--json", a_file(tmp_path, "a.json"), a_file(tmp_path, "b.json", **LESS)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["equal"] is False
    assert [(change["path"], change["after"]) for change in told["changes"]] == [("expertise.autism", {"choice": "no", "note": None})]


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"\xff", b"{" * 5000, b'{"format": "dekkend-profile/1", "format": "x"}', b'{"a": NaN}', b"1" * 6000],
)
def test_what_is_no_profile_is_refused_with_2(tmp_path, capsys, content):
    bad = tmp_path / "slecht.json"
    bad.write_bytes(content)
    assert main(["diff", a_file(tmp_path, "a.json"), str(bad)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "slecht.json: " in said.err
    assert "Traceback" not in said.err


def test_a_file_that_is_not_there_and_a_file_with_two_profiles_are_refused(tmp_path, capsys):
    two = tmp_path / "twee.json"
    two.write_text(json.dumps([vuursprot(), vuursprot()]), "utf-8")
    assert main(["diff", a_file(tmp_path, "a.json"), str(tmp_path / "weg.json")]) == 2
    assert main(["diff", str(two), a_file(tmp_path, "a.json")]) == 2
    assert "Er staan 2 profielen in" in capsys.readouterr().err


def test_it_works_without_django(tmp_path):
    files = a_file(tmp_path, "a.json"), a_file(tmp_path, "b.json", **LESS)
    run = f"from dekkend.config.cli import main; status = main(['diff', *{files!r}])"
    code = f"import sys; {run}; sys.exit(9 if 'django' in sys.modules else status)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 1


def test_the_fingerprint_of_a_profile_is_printed_as_sha256sum_does(tmp_path, capsys):
    file = a_file(tmp_path, "a.json")
    assert main(["fingerprint", "--profile", file]) == 0
    assert capsys.readouterr().out == f"{fingerprint(vuursprot())}  {file}\n"
    assert main(["fingerprint", "--profile", str(tmp_path / "weg.json")]) == 2
