"""Is every file short, does it open with its question, and does it name no host of a registry?"""

import ast
import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LONGEST = 300


def files(*patterns: str) -> list[Path]:
    """The files that git knows; all files when this is no clone."""
    listed = subprocess.run(["git", "ls-files", "--", *patterns], cwd=PROJECT, capture_output=True, text=True, check=False)
    return [PROJECT / name for name in listed.stdout.splitlines() if (PROJECT / name).is_file()]


SOURCES = [path for path in files("*.py") if "migrations" not in path.parts]
FORBIDDEN_NAMES = {"utils", "helpers", "common", "services", "manager", "misc"}


def named(path: Path) -> str:
    return str(path.relative_to(PROJECT))


@pytest.mark.parametrize("path", SOURCES + files("dekkend/**/*.html", "dekkend/**/*.js"), ids=named)
def test_no_file_is_too_long(path):
    if path.name.endswith(".min.js"):
        pytest.skip("taken over whole from its maker")
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", [path for path in SOURCES if path.stat().st_size], ids=named)
def test_each_file_opens_with_the_question_it_answers(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "a file opens with a one-sentence docstring"


def test_no_file_has_a_name_that_says_nothing():
    assert not [named(path) for path in SOURCES if path.stem in FORBIDDEN_NAMES]


@pytest.mark.parametrize("path", files("*.lock", "package*.json", "pyproject.toml"), ids=named)
def test_no_lock_file_names_a_host(path):
    assert not re.findall(r"https?://\S+", path.read_text(encoding="utf-8"))


def test_no_work_is_left_lying():
    marker = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    own = [path for path in SOURCES if "tests" not in path.relative_to(PROJECT).parts]
    assert not [named(path) for path in own if marker.search(path.read_text(encoding="utf-8"))]


def test_nothing_in_the_project_points_at_one_machine():
    suspicious = re.compile(r"/(work|root|home/\w+)/")
    paths = SOURCES + files("*.md", "Makefile", "*.toml", "*.html", "*.yaml")
    assert not [named(path) for path in paths if path != Path(__file__).resolve() and suspicious.search(path.read_text(encoding="utf-8"))]
