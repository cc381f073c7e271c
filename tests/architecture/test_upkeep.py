"""Is what is declared also used, and does what is written still hold: dependencies, lock files, translations, docs?"""

from __future__ import annotations

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "dekkend"
DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
# Used without being imported: the server is started as a program, and the driver by Django.
WITHOUT_IMPORT = {"granian", "psycopg"}
# Parts of libraries that are declared: pdfplumber and django-ninja pin the versions of them that they need.
COMES_WITH = {"pdfminer", "pydantic"}
LOCKS = ["requirements.lock", "deploy/requirements.lock"]


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ;]", text)[0].lower().replace("_", "-") for text in requirements}


RUNTIME = names(DECLARED["project"]["dependencies"])
OPTIONAL = names([text for extra in DECLARED["project"].get("optional-dependencies", {}).values() for text in extra])


def sources() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts]


def imported_modules() -> set[str]:
    """The first part of each module that our package imports, or names in a setting."""
    found: set[str] = set()
    for text in sources():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[a-z_]+(\.\w+)*", node.value):
                found.add(node.value.split(".")[0])
    return found


def test_each_dependency_is_used():
    homes = importlib.metadata.packages_distributions()
    used = {home.lower().replace("_", "-") for module in imported_modules() for home in homes.get(module, [])}
    assert RUNTIME - used - WITHOUT_IMPORT == set()


def test_each_library_that_is_imported_is_declared():
    homes = importlib.metadata.packages_distributions()
    imports = {
        alias.split(".")[0]
        for text in sources()
        for node in ast.walk(ast.parse(text))
        for alias in ([name.name for name in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", "") or ""])
        if isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and not node.level)
    }
    outside = {module for module in imports if module and module not in sys.stdlib_module_names and module != "dekkend"}
    undeclared = {
        module for module in outside if not {home.lower().replace("_", "-") for home in homes.get(module, [module])} & (RUNTIME | OPTIONAL)
    }
    assert undeclared - COMES_WITH == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_each_lock_file_has_a_hash_for_all_that_is_declared_and_names_no_host(lock):
    text = (PROJECT / lock).read_text(encoding="utf-8")
    pinned = names(re.findall(r"^(\S+==\S+)", text, re.MULTILINE))
    assert (RUNTIME | OPTIONAL) - pinned == set(), "run `make lock`"
    assert not re.findall(r"https?://|--index|--find-links", text)
    assert len(re.findall(r"--hash=sha256:", text)) >= len(pinned)


def test_both_lock_files_pin_the_same_versions():
    first, second = (dict(re.findall(r"^([\w.-]+)==(\S+)", (PROJECT / lock).read_text(encoding="utf-8"), re.MULTILINE)) for lock in LOCKS)
    assert {name: version for name, version in second.items() if first.get(name) != version} == {}, "run `make lock`"


def test_the_published_schema_is_that_of_the_code():
    done = subprocess.run([sys.executable, "-m", "dekkend.config.cli", "schema"], capture_output=True, text=True, check=True)
    assert done.stdout == (PROJECT / "docs/schema/dekkend-profile-1.json").read_text(encoding="utf-8"), "run `make docs`"


def test_each_setting_from_the_environment_is_explained():
    explained = set(re.findall(r"\bDEKKEND_\w+", (PROJECT / "docs/operations.md").read_text(encoding="utf-8")))
    settings = [path.read_text(encoding="utf-8") for path in (PACKAGE / "config/settings").glob("*.py")]
    read = {name for text in settings for name in re.findall(r"(?:text|words|number)\(\s*\"(DEKKEND_\w+)\"", text)}
    read |= {name for path in PACKAGE.glob("*/gateways/**/*.py") for name in re.findall(r'"(DEKKEND_\w+)"', path.read_text("utf-8"))}
    read |= {name for text in sources() for name in re.findall(r'environ(?:\.get\(|\[)"(DEKKEND_\w+)"', text)}
    assert {"DEKKEND_MAX_PAGES", "DEKKEND_HOURS_DAY"} <= read
    assert read - explained - {"DEKKEND_DEBUG"} == set(), "explain it in docs/operations.md"


def test_each_command_in_the_docs_exists():
    from django.core.management import get_commands

    from dekkend.config.cli import COMMANDS

    known = {*COMMANDS, *get_commands(), "help"}
    docs = [*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")]
    quoted = {
        word for path in docs for word in re.findall(r"(?:^|`|bin/)dekkend ([a-z_]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert quoted - known == set()


def test_each_page_of_the_docs_is_in_the_list_and_no_link_is_dead():
    docs = PROJECT / "docs"
    dead = [
        f"{page.relative_to(PROJECT)}: {link}"
        for page in [*PROJECT.glob("*.md"), *docs.rglob("*.md")]
        for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if "://" not in link and not (page.parent / link).exists()
    ]
    assert dead == []
    listed = set(re.findall(r"\]\(([^)]+)\)", (docs / "README.md").read_text(encoding="utf-8")))
    pages = {str(page.relative_to(docs)) for page in docs.rglob("*.md")} - {"README.md"}
    assert {page for page in pages if page not in listed and not page.startswith("adr/")} == set()


def test_the_order_of_imports_in_the_docs_is_that_of_the_contract():
    layers = DECLARED["tool"]["importlinter"]["contracts"][0]["layers"]
    written = re.search(r"`(config > [^`]+)`", (PROJECT / "docs/architecture.md").read_text(encoding="utf-8"))
    assert written
    assert [part.strip().replace(", ", " | ") for part in re.sub(r"\s+", " ", written[1]).split(">")] == layers


def test_a_word_stands_once_in_the_glossary():
    rows = re.findall(r"^\| ([^|]+) \|", (PROJECT / "docs/glossary.md").read_text(encoding="utf-8"), re.MULTILINE)[2:]
    words = [word.strip() for row in rows for word in re.sub(r"\([^)]*\)", lambda each: each[0].replace(",", ""), row).split(",")]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_translations_are_whole():
    """Screens are written in Dutch; where there are translations, none may be missing or in doubt."""
    for path in PACKAGE.rglob("*.po"):
        text = path.read_text(encoding="utf-8")
        assert "#, fuzzy" not in text, path
        assert not re.search(r'msgstr ""\n(\n|\Z)', text.partition("\n\n")[2]), path
