"""Which sentences can be translated, which have no English yet, and what does the compiled file hold?

Babel does it, so that no program of the machine is needed. The sentence in Dutch is the key.
"""

from __future__ import annotations

import importlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from babel.messages import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from dekkend.kernel.labels import Label
from dekkend.notices.words import LETTERS
from dekkend.profiles.gateways.templates import load_template, template_names
from dekkend.profiles.rules.changes.said import name_of_field
from dekkend.profiles.rules.form_cells import label_of
from dekkend.profiles.rules.naming import short
from dekkend.profiles.words.finding_kinds import KINDS
from dekkend.profiles.words.findings import Source
from dekkend.profiles.words.template import Template

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "dekkend"
PO = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
# Data files of which texts are shown, and under which names those stand.
DATA = {
    "profiles/data/catalogue.yaml": frozenset({"label", "name", "need", "whether", "can", "cannot", "said"}),
    "offers/data/norms/*.yaml": frozenset({"title", "source", "label", "why"}),
    "law/values/*.yaml": frozenset({"topic", "title", "used", "unit", "article", "note", "value"}),
    "home/data/accessibility.yaml": frozenset({"norm", "status", "how", "what", "criterion", "consequence", "measure"}),
    "demo/data/story.yaml": frozenset({"title", "what", "look"}),
    "demo/data/documents.yaml": frozenset({"lesson"}),
}
NO_SENTENCE = re.compile(r"\{\w+\}|profile|guide|[\d., ]+")  # only a blank, a code or numbers
SAYS = "dekkend.kernel.sentences"
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
MARKS = ("_", "gettext", "gettext_lazy", "gettext_noop", "ngettext")


def found_in_the_code() -> Catalog:
    """Every sentence that is marked in a template or a module."""
    catalogue = Catalog()
    for path in sorted([*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.py")]):
        source = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            source = INDENT.sub("", templatize(source))  # what is left of a template is indented like HTML, not like Python
        elif not any(word in source for word in ("gettext", SAYS)):
            continue
        marks = (*MARKS, "say") if SAYS in source else MARKS
        for _, mark, message, _ in extract_python(io.BytesIO(source.encode()), marks, [], {}):
            parts = (message,) if isinstance(message, str) else tuple(part for part in message or () if part)
            if parts:
                catalogue.add(parts[:2] if mark == "ngettext" else parts[0], locations=[(str(path.relative_to(PROJECT)), 0)])
    for name, sentences in found_in_lists():
        for text in sentences:
            catalogue.add(text, locations=[(name, 0)])
    return catalogue


def found_in_lists() -> Iterator[tuple[str, list[str]]]:
    """What is not marked because a whole list is shown: labels of fixed choices, kinds of support, the story of the demo."""
    for words in sorted([*PACKAGE.glob("*/words.py"), *PACKAGE.glob("*/words/*.py"), *PACKAGE.glob("kernel/*.py")]):
        importlib.import_module(".".join(words.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__"))
    for labels in kinds_of(Label):
        yield labels.__module__, [member.label for member in labels if member.label]
    for pattern, wanted in DATA.items():
        for file in sorted(PACKAGE.glob(pattern)):
            yield pattern, sorted(set(texts(yaml.safe_load(file.read_text("utf-8")), wanted)))
    for template in map(load_template, template_names()):
        yield f"profiles/data/{template.id}.yaml", words_of_form(template)
    yield "profiles/words/finding_kinds.py", list(KINDS.values())
    yield "profiles/words/findings.py", [source.partition(" (")[0] for source in Source]
    yield "notices/words/", [letter.trigger for letter in LETTERS.values()]


def words_of_form(template: Template) -> list[str]:
    """What the form calls its parts, as screens say it."""
    words = [
        word for section in template.sections for word in (section.title, section.plain_title, f"{section.number} {section.title}".strip())
    ]
    for block in template.blocks():
        words += [block.title, block.note, *(row.label for row in block.rows), *(short(row.label) for row in block.rows)]
        words += [each.label for each in (*block.choices, *block.columns, *block.fields)]
        words += [name for field in block.fields for name in (name_of_field(block, field), label_of(block, field))]
    return sorted({word for word in words if word})


def kinds_of(label: type[Label]) -> Iterator[type[Label]]:
    for each in label.__subclasses__():
        yield each
        yield from kinds_of(each)


def texts(value: object, wanted: frozenset[str], name: str = "") -> Iterator[str]:
    """Every text in a data file under one of these names."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from texts(part, wanted, name if name in wanted else key)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, wanted, name)
    elif isinstance(value, str) and name in wanted and not NO_SENTENCE.fullmatch(value):
        yield value


def stored() -> Catalog:
    if not PO.exists():
        return Catalog(locale="en")
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def renewed() -> Catalog:
    """The stored English, with what is new in the code and without what is gone."""
    catalogue = stored()
    catalogue.update(found_in_the_code(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def without_english(catalogue: Catalog) -> list[str]:
    texts = [(message.id, message.string, message.fuzzy) for message in catalogue if message.id]
    return sorted(str(id_) for id_, string, fuzzy in texts if fuzzy or not all(string if isinstance(string, tuple) else (string,)))


def compiled(catalogue: Catalog) -> bytes:
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def write(catalogue: Catalog) -> None:
    catalogue.header_comment, catalogue.fuzzy = "# The English beside the Dutch of the screens; renewed with `make translations`.", False
    with PO.open("wb") as file:
        write_po(file, catalogue, width=0, sort_output=True, omit_header=False, no_location=True)
    MO.write_bytes(compiled(stored()))
