"""Which sentences can be translated, which have no English yet, and what does the compiled file hold?

Babel does it, so that no program of the machine is needed. The sentence in Dutch is the key.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "dekkend"
PO = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def found_in_the_code() -> Catalog:
    """Every sentence that is marked in a template or a module."""
    catalogue = Catalog()
    for path in sorted([*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.py")]):
        source = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            source = INDENT.sub("", templatize(source))  # what is left of a template is indented like HTML, not like Python
        elif "gettext" not in source:
            continue
        for _, _, message, _ in extract_python(io.BytesIO(source.encode()), KEYWORDS, [], {}):
            if not message:
                continue
            text = message if isinstance(message, str) else tuple(part for part in message if part)
            catalogue.add(text, locations=[(str(path.relative_to(PROJECT)), 0)])
    return catalogue


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
