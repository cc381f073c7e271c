"""Do `dekkend check` and `dekkend schema` say what a person and a program need, and end with the right status?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dekkend.config.cli import main
from dekkend.profiles.gateways.exchange import dump_profile
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.schema import profile_schema
from dekkend.profiles.rules.values import empty_profile

FORM = load_template("haaglanden")
QUOTA = "Wij plaatsen maximaal twee zorgleerlingen per groep."


def profile_file(folder: Path, name: str = "profiel.json", **values: Any) -> Path:
    profile = empty_profile(FORM, "2023-2024")
    profile["values"]["school"]["name"] = "De Vuursprot"
    profile["values"]["adoption"] = {
        f"{step}_{part}": "T. Zeester" if part == "by" else "2023-09" for step in ("drafted", "advised", "adopted") for part in ("by", "on")
    }
    profile["values"].update(values)
    file = folder / name
    file.write_bytes(dump_profile(profile))
    return file


def test_a_profile_with_only_tips_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(profile_file(tmp_path)), "--today", "2024-01-01"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("profiel.json: De Vuursprot, 2023-2024\n")
    assert out.rstrip().endswith("tip: 4.")


def test_a_risky_sentence_is_told_with_its_quote_and_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(profile_file(tmp_path, limits=[{"text": QUOTA}])), "--today", "2024-01-01"]) == 1
    out = capsys.readouterr().out
    assert "Ernstig  limits[0].text  [admission_quota]" in out
    assert f"«{QUOTA}»" in out
    assert "Bron: WPO artikel 40" in out


def test_findings_come_as_json_one_object_or_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = profile_file(tmp_path, "een.json", limits=[{"text": QUOTA}]), profile_file(tmp_path, "twee.json")
    main(["check", str(one), "--json", "--today", "2024-01-01"])
    told = json.loads(capsys.readouterr().out)
    assert told["file"] == "een.json"
    assert told["findings"][0]["code"] == "admission_quota"
    main(["check", str(one), str(two), "--json", "--today", "2024-01-01"])
    assert [item["file"] for item in json.loads(capsys.readouterr().out)] == ["een.json", "twee.json"]


def test_what_the_reader_printed_is_checked_with_its_own_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = json.loads(profile_file(tmp_path).read_text("utf-8"))
    changed = {"code": "fixed_text_changed", "path": "evaluation", "severity": "info", "message": "Anders.", "source": "formulier"}
    reading = {"source": {"name": "vuursprot.pdf"}, "profile": profile, "findings": [changed, {"code": 3}], "evidence": [], "unread": []}
    file = tmp_path / "gelezen.json"
    file.write_text(json.dumps([reading, reading]), "utf-8")
    assert main(["check", str(file), "--today", "2024-01-01"]) == 0
    out = capsys.readouterr().out
    assert out.count("vuursprot.pdf: De Vuursprot") == 2
    assert out.count("[fixed_text_changed]") == 2


def test_a_bad_file_is_told_and_the_others_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "slecht.json"
    bad.write_text("{", "utf-8")
    assert main(["check", str(bad), str(profile_file(tmp_path)), "--today", "2024-01-01"]) == 2
    captured = capsys.readouterr()
    assert "slecht.json: Het bestand is geen JSON" in captured.err
    assert "De Vuursprot" in captured.out


def test_the_schema_is_printed_for_a_form_that_exists(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == profile_schema(FORM)
    assert main(["schema", "--template", "elders"]) == 2
    assert "er zijn: haaglanden" in capsys.readouterr().err
