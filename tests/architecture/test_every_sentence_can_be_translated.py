"""Does every visible sentence of every template stand in {% translate %} or {% blocktranslate %}?

What stands outside them is shown in Dutch to someone who reads English. Names and signs that are the same in every language are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "dekkend"
TEMPLATES = sorted(path for path in PACKAGE.glob("*/templates/**/*.html") if "email" not in path.parts)

# Words that are the same in every language, each with its reason.
THE_SAME = {
    "Dekkend": "the name of the product",
    "Nederlands": "the name of the other language, in that language",
    "English": "the name of the other language, in that language",
    "Enter": "the name of a key",
    "Ctrl": "the name of a key",
    "Alt": "the name of a key",
    "km": "a unit",
    "S": "the name of a key, as the script knows it",
    "X": "the cross on the printed page",
    "Z": "the name of a key, as the script knows it",
}
# Templates of which the text is not shown on a screen in another language, each with its reason.
LEFT_OUT = {
    "ui/templates/ui/sprite.html": "drawings only",
}
# Labels that are made for this screen, in its language; every other label of a fixed choice passes through |translated.
MADE_HERE = {
    "field.label": "of a form, made with gettext",
    "wish.spot.label": "a postcode or the name of a place",
    "heading.label": "of a table, which translates it",
    "filter.label": "of a table, which translates it",
    "bar.label": "of a chart: a name, or translated by who makes the chart",
    "point.label": "of a chart: a name, or translated by who makes the chart",
}
LANGUAGE = re.compile(r"\|(?:translated|with_language)\b")
CHOICE = re.compile(r"\{\{\s*(?P<name>[\w.]*(?:\.label|_display)\b)(?P<filters>[^}]*)\}\}")
SHOWN = ("aria-label", "aria-description", "aria-roledescription", "data-label", "title", "alt", "placeholder")

DJANGO = r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}"
QUOTED = r"\"(?:\{%.*?%\}|\{\{.*?\}\}|[^\"])*?\"|'(?:\{%.*?%\}|\{\{.*?\}\}|[^'])*?'"
NO_TEXT = re.compile(
    r"\{%\s*comment\s*%\}.*?\{%\s*endcomment\s*%\}|\{%\s*blocktrans(?:late)?\b.*?\{%\s*endblocktrans(?:late)?\s*%\}"
    r"|\{%\s*block (?:width|main_class)\s*%\}.*?\{%\s*endblock\s*%\}|<(script|style|code|samp)\b[^>]*>.*?</\1>|<!doctype[^>]*>",
    re.DOTALL,
)
TAG = re.compile(rf"</?[a-zA-Z](?:{DJANGO}|{QUOTED}|[^<>\"'])*?>", re.DOTALL)
ATTRIBUTE = re.compile(rf"\b(?:{'|'.join(SHOWN)})=(?P<value>{QUOTED})", re.DOTALL)
CODE = re.compile(DJANGO, re.DOTALL)
ENTITY = re.compile(r"&\w+;")
WORD = re.compile(r"[^\W\d_]+")
# A text given to another template or a filter: title="Nog niets" without _(...).
GIVEN = re.compile(r"(?:\b\w*(?:title|text|label|caption)=|\|default(?:_if_none)?:|\|yesno:)(?P<value>\"[^\"]*\")")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_visible_text_stands_outside_the_translation(template: Path) -> None:
    if template.relative_to(PACKAGE).as_posix() in LEFT_OUT:
        return
    found = sorted(set(visible(template.read_text("utf-8"))))
    assert not found, 'write {% translate "..." %} or {% blocktranslate %} around: ' + "; ".join(found)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_label_of_a_fixed_choice_is_shown_in_the_language_of_the_screen(template: Path) -> None:
    shown = CHOICE.finditer(template.read_text("utf-8"))
    found = {match.group() for match in shown if match["name"] not in MADE_HERE and not LANGUAGE.search(match["filters"])}
    assert not found, "write |translated after: " + "; ".join(sorted(found))


def test_no_exception_is_left_over() -> None:
    assert all((PACKAGE / name).exists() for name in LEFT_OUT)


@pytest.mark.parametrize(
    "source",
    [
        "<p>Goedemorgen</p>",
        '<p>{% translate "Goed" %} morgen</p>',
        '<button aria-label="Sluit">x{{ name }}</button>',
        '<p title="Dag {{ day }}"></p>',
        '{% include "ui/table.html" with empty_title="Nog niets" %}',
        '{{ value|default:"niet bekend" }}',
        "{% if one %}een{% else %}{{ two }}{% endif %}",
        '<a class="dk{% if on %} dk--on{% endif %}">lees</a>',
    ],
)
def test_visible_text_is_seen_wherever_it_hides(source: str) -> None:
    assert list(visible(source))


@pytest.mark.parametrize(
    "source",
    [
        '<p class="dk-text">{% translate "Goedemorgen" %} {{ name }}: <b>12</b></p>',
        "<p>{% blocktranslate count n=n %}{{ n }} school{% plural %}{{ n }} scholen{% endblocktranslate %}</p>",
        '<input aria-label="{% translate "Zoek" %}" value="{{ text|default:_("leeg") }}" name="zoek">',
        "{% comment %}What is this?{% endcomment %}&nbsp;<abbr>X</abbr>",
    ],
)
def test_what_is_translated_or_no_text_is_passed_over(source: str) -> None:
    assert not list(visible(source))


def visible(source: str) -> Iterator[str]:
    """Every text with letters that no translation is asked for."""
    source = NO_TEXT.sub(" ", source)
    for tag in TAG.finditer(source):
        for attribute in ATTRIBUTE.finditer(tag.group()):
            yield from with_words(CODE.sub(" ", attribute["value"]))
    for code in CODE.findall(source):
        yield from (part for given in GIVEN.finditer(code) for part in with_words(given["value"]))
    for text in re.split("\0", CODE.sub("\0", TAG.sub("\0", source))):
        yield from with_words(text)


def with_words(text: str) -> Iterator[str]:
    words = [word for word in WORD.findall(ENTITY.sub(" ", text)) if word not in THE_SAME]
    if words:
        yield " ".join(text.split())
