"""Do the command and the sandbox of the worker follow the limit that an installation sets?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dekkend.kernel.settings import WrongSetting
from dekkend.reading.gateways.limits import Limits, limits_in_force
from dekkend.reading.gateways.sandbox import read_measured
from dekkend.reading.words.result import DocumentRefused


@pytest.fixture
def three_pages(tmp_path: Path) -> Path:
    path = tmp_path / "profiel.txt"
    path.write_text("pagina\n\f" * 2 + "pagina\n", encoding="utf-8")
    return path


def test_without_a_setting_the_defaults_hold() -> None:
    assert limits_in_force({}) == Limits()
    assert limits_in_force({"DEKKEND_MAX_PAGES": "7"}) == Limits(max_pages=7)


def test_the_sandbox_follows_the_setting(three_pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEKKEND_MAX_PAGES", "2")
    with pytest.raises(DocumentRefused) as caught:
        read_measured(three_pages)
    assert (caught.value.code, "meer dan 2 bladzijden" in caught.value.message) == ("too_many_pages", True)


def test_a_wrong_value_reads_nothing(three_pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEKKEND_MAX_PAGES", "alle")
    with pytest.raises(WrongSetting, match="DEKKEND_MAX_PAGES"):
        read_measured(three_pages)


@pytest.mark.parametrize(
    ("value", "sentence"), [("2", "meer dan 2 bladzijden"), ("alle", "DEKKEND_MAX_PAGES is 'alle', en dat moet een getal")]
)
def test_the_command_follows_the_setting_and_says_what_is_wrong_with_it(three_pages: Path, value: str, sentence: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dekkend", "read", str(three_pages)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"DEKKEND_MAX_PAGES": value},
    )
    assert done.returncode == 2
    assert sentence in " ".join((done.stdout + done.stderr).split())
    assert "Traceback" not in done.stderr
