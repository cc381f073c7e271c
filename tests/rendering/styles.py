"""Which habits may one document have together?"""

from __future__ import annotations

from hypothesis import strategies as st

from dekkend.profiles.words.template import BlockKind, Template
from tests.rendering.style import BULLETS, DATES, MARKS, MONEY, ON_TRACK, Style

COLUMN_GRIDS = ("hgw", "external_experts", "facilities")


def word_styles(template: Template) -> st.SearchStrategy[Style]:
    """Everything that a Word file can look like and still says without doubt what was meant."""
    return st.builds(
        Style,
        seed=st.integers(0, 9999),
        mark=st.sampled_from(MARKS),
        on_track=st.sampled_from(ON_TRACK),
        wording=st.sampled_from(("form", "alias")),
        columns=st.sampled_from(("form", "reversed")),
        notes=st.sampled_from(("label", "mark", "column")),
        facts=st.sampled_from(("table", "rows", "lines")),
        no_facts=st.sampled_from(("label", "gone")),
        bullets=st.sampled_from(BULLETS),
        dates=st.sampled_from(DATES),
        money=st.sampled_from(MONEY),
        merged=st.sampled_from(("", "title", "header")),
        nested=st.booleans(),
        order=_orders(template),
        repeated_header=st.booleans(),
        empty_rows=st.integers(0, 2),
        two_marks=_few_rows(template, COLUMN_GRIDS),
        dropped=_left_out(template),
    )


def page_styles(template: Template) -> st.SearchStrategy[Style]:
    """What a PDF can look like."""
    return st.builds(
        Style,
        seed=st.integers(0, 9999),
        mark=st.sampled_from(("X", "x", "✓", "☒", "box", "ja")),
        on_track=st.sampled_from(ON_TRACK),
        wording=st.sampled_from(("form", "alias")),
        columns=st.sampled_from(("form", "reversed")),
        notes=st.sampled_from(("label", "mark")),
        dates=st.sampled_from(DATES),
        money=st.sampled_from(MONEY),
        merged=st.sampled_from(("", "header")),
        repeated_header=st.booleans(),
        empty_rows=st.integers(0, 2),
        two_marks=_few_rows(template, COLUMN_GRIDS),
        dropped=_left_out(template),
        running_header=st.sampled_from(("", "SOP van onze school")),
        running_footer=st.sampled_from(("", "Pagina {page}")),
        ruled=st.booleans(),
        marks_at=st.sampled_from(("left", "center")),
        label_width=st.sampled_from(("wide", "narrow")),
        page=st.sampled_from(("a4", "short")),
    )


def text_styles(template: Template) -> st.SearchStrategy[Style]:
    """What the text dump of a PDF can look like."""
    return st.builds(
        Style,
        seed=st.integers(0, 9999),
        mark=st.sampled_from(("X", "x", "✓", "☒", "ja")),
        on_track=st.sampled_from(ON_TRACK),
        wording=st.sampled_from(("form", "alias")),
        columns=st.sampled_from(("form", "reversed")),
        notes=st.sampled_from(("label", "mark")),
        facts=st.sampled_from(("table", "lines")),
        dates=st.sampled_from(DATES),
        money=st.sampled_from(MONEY),
        empty_rows=st.integers(0, 2),
        two_marks=_few_rows(template, COLUMN_GRIDS),
        dropped=_left_out(template),
        running_header=st.sampled_from(("", "SOP van onze school")),
        marks_at=st.sampled_from(("left", "center")),
        label_width=st.sampled_from(("wide", "narrow")),
        line_width=st.integers(85, 115),
        page_lines=st.integers(20, 60),
        blank_lines=st.integers(0, 5),
        spread_blanks=st.booleans(),
        typed_blanks=_few_rows(template, COLUMN_GRIDS),
    )


def _left_out(template: Template) -> st.SearchStrategy[frozenset[str]]:
    """A few rows, and now and then a whole section; never the front, which says what school it is."""
    sections = [section.id for section in template.sections[2:] if section.blocks]
    some = st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(sections), max_size=2))
    return st.builds(frozenset.union, _few_rows(template, (*COLUMN_GRIDS, "expertise")), some)


def _orders(template: Template) -> st.SearchStrategy[tuple[str, ...]]:
    """The order of the form, or any other; the introduction has no other heading than the title and stays in front."""
    front, *rest = [section.id for section in template.sections if section.id != "other"]
    return st.one_of(st.just(()), st.permutations(rest).map(lambda order: (front, *order)))


def _few_rows(template: Template, blocks: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    paths = [
        f"{block.id}.{row.code}" for block in template.blocks() if block.kind is BlockKind.GRID and block.id in blocks for row in block.rows
    ]
    return st.frozensets(st.sampled_from(paths), max_size=3)
