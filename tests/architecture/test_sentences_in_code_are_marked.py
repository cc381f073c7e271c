"""Does every Dutch sentence that our code says stand in say() or gettext(), so that it can be said in English?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "dekkend"
MARKS = {"say", "_", "gettext", "gettext_lazy", "gettext_noop", "ngettext"}
NEVER_SHOWN = {"compile", "RunSQL"}  # patterns and statements
LISTED = ("Label", "StrEnum", "Enum", "TextChoices")  # lists of words: collected as a whole, or codes
DUTCH = re.compile(r"\b(?:de|het|een|van|voor|niet|uw|u|is|wij|dit|geen|op|met|naar|en|kies|vul|bij|deze|nog|er|zijn|te)\b", re.IGNORECASE)
FEWEST = 2  # such words make it a sentence

# What no screen shows, or shows in Dutch on purpose, each with its reason.
LEFT_OUT = {
    "audit/gateways/guards.py": "an error of the database",
    "audit/rules/chain.py": "of a command",
    "audit/rules/retention.py": "a reason for programmers and auditors",
    "config/": "commands and logs of who runs a server",
    "demo/actions/": "what made-up people wrote",
    "demo/gateways/open_data.py": "of a command",
    "demo/rules/": "what made-up schools wrote",
    "kernel/": "patterns and settings",
    "kernel/no_names.py": "words to recognise",
    "notices/words/": "mails are Dutch",
    "organisations/actions/beginning.py": "of a command",
    "profiles/gateways/guards.py": "an error of the database",
    "profiles/rules/hours/pattern.py": "patterns",
    "profiles/rules/patterns.py": "patterns",
    "profiles/rules/validation.py": "of a file made by a program",
    "profiles/words/abbreviations.py": "words to recognise",
    "profiles/words/finding_kinds.py": "collected as a list",
    "publishing/": "documents, in the language that was asked for",
    "reading/gateways/warming.py": "a made-up document",
    "reading/rules/private.py": "of a command",
    "ui/templatetags/ui.py": "forms of dates",
}
# Whoever runs a server reads commands; the names of columns are read by programmers.
ROOMS_LEFT_OUT = {"migrations", "management", "models", "models.py"}
FILES = sorted(
    path
    for path in PACKAGE.rglob("*.py")
    if not ROOMS_LEFT_OUT & set(path.parts) and not path.relative_to(PACKAGE).as_posix().startswith(tuple(LEFT_OUT))
)


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_dutch_sentence_stands_unmarked(file: Path) -> None:
    found = list(unmarked(file.read_text("utf-8")))
    assert not found, "write say(...) in a rule and gettext(...) on a screen around: " + "; ".join(found)


def test_no_exception_is_left_over() -> None:
    assert not [name for name in LEFT_OUT if not (PACKAGE / name).exists()]


@pytest.mark.parametrize(
    "source", ['why = "dit is geen datum van een school"', 'f"{name} is niet op school"', 'Column("wat", "Wat er is met u")']
)
def test_a_dutch_sentence_is_seen(source: str) -> None:
    assert list(unmarked(source))


@pytest.mark.parametrize(
    "source",
    [
        'say("dit is geen datum van een school")',
        '_("{name} is niet op school").format(name=name)',
        '"""Is dit een datum van de school?"""',
        'class State(Label):\n    OPEN = "open", "Wacht op een antwoord van de school"',
        'PATTERN = re.compile("de|het|een van")',
        'code = "adoption.regime"',
    ],
)
def test_what_is_marked_or_no_sentence_is_passed_over(source: str) -> None:
    assert not list(unmarked(source))


def test_no_sentence_stands_inside_another_text() -> None:
    """Python 3.11 reads an f-string as one text: whoever collects sentences does not see those inside."""
    found = [str(file.relative_to(PACKAGE)) for file in PACKAGE.rglob("*.py") if hidden(file.read_text("utf-8"))]
    assert not found, "put the sentence in a name of its own first"


@pytest.mark.parametrize(("source", "found"), [("f\"{what} {_('Log in.')}\"", 1), ('f"{what} {now}"', 0), ('_(f"{what}")', 0)])
def test_a_sentence_inside_another_text_is_seen(source: str, found: int) -> None:
    assert len(hidden(source)) == found


def hidden(source: str) -> list[str]:
    """What is marked as a sentence inside an f-string."""
    texts = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr))
    return [ast.unparse(node) for text in texts for node in ast.walk(text) if isinstance(node, ast.Call) and is_marked(node)]


def unmarked(source: str) -> Iterator[str]:
    """Every text that looks like a Dutch sentence and that nobody marked. A docstring says nothing to a reader of a screen."""
    tree = ast.parse(source)
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    for node in ast.walk(tree):
        text = text_of(node, parents.get(node))
        if " " in text and len(DUTCH.findall(text)) >= FEWEST and not any(is_marked(each) for each in around(node, parents)):
            yield text[:80]


def text_of(node: ast.AST, parent: ast.AST | None) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    inside = isinstance(parent, ast.JoinedStr | ast.FormattedValue | ast.Expr)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) and not inside else ""


def around(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    while node in parents:
        node = parents[node]
        yield node


def is_marked(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        called = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
        return called in MARKS | NEVER_SHOWN
    return isinstance(node, ast.ClassDef) and any(ast.unparse(base).rpartition(".")[2] in LISTED for base in node.bases)
