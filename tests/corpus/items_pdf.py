"""Which traps does a PDF set? Cells are found twice, from ruling and from place; what only one way finds is doubted."""

from __future__ import annotations

from tests.corpus.items_word import CHAPTERS, HALF_EMPTY, OWN_ROWS
from tests.corpus.make import Item
from tests.corpus.school import vuursprot
from tests.rendering.style import Style

UNRULED = {"doubt_is_enough": ["related_documents", "own_chapters"]}  # two columns of the front table share a line


def office(name: str, about: str, style: Style | None = None, **more: object) -> Item:
    """LibreOffice leaves link targets out of small files; then the label is all there is."""
    expect = {"may_be_empty": ["related_documents"], **(UNRULED if style and not style.ruled else {})}
    return Item(f"office-{name}", about, "office", style or Style(), expect=expect, **more)  # type: ignore[arg-type]


def pdf(name: str, about: str, style: Style | None = None, **more: object) -> Item:
    return Item(f"pdf-{name}", about, "pdf", style or Style(), **more)  # type: ignore[arg-type]


PDF: tuple[Item, ...] = (
    pdf("ruled", "Tables with lines, marks at the left."),
    pdf("centred", "Marks stand in the middle of their column.", Style(marks_at="center")),
    pdf("unruled", "Tables without a single line.", Style(ruled=False), expect=UNRULED),
    pdf("unruled-centred", "Tables without a line, marks in the middle.", Style(ruled=False, marks_at="center"), expect=UNRULED),
    pdf(
        "unruled-narrow",
        "Tables without a line, labels over many lines.",
        Style(ruled=False, marks_at="center", label_width="narrow"),
        expect=UNRULED,
    ),
    pdf("narrow-labels", "Labels are broken over many lines.", Style(label_width="narrow")),
    pdf("short-pages", "Tables go on over the page end, the header stands once.", Style(page="short")),
    pdf(
        "short-pages-repeated-header", "Tables go on over the page end, the header stands again.", Style(page="short", repeated_header=True)
    ),
    pdf(
        "margins",
        "Every page has a running header and a page number.",
        Style(page="short", running_header="SOP De Vuursprot 2024-2025", running_footer="Pagina {page}"),
    ),
    pdf("boxes", "A crossed box for the answer, empty boxes for the rest.", Style(mark="☒")),
    pdf("ticks", "The mark is a tick.", Style(mark="✓")),
    pdf("columns-reversed", "The answer columns stand in another order.", Style(columns="reversed")),
    pdf("notes-beside-mark", "A cell holds the mark and a note.", Style(notes="mark")),
    pdf(
        "two-marks", "Two marks in one row are no choice.", Style(two_marks=frozenset({"hgw.partners", "external_experts.speech_therapy"}))
    ),
    pdf("two-header-rows", "The header has two rows, with a merged cell.", Style(merged="header")),
    pdf("nested-tables", "Every table stands in a frame.", Style(nested=True)),
    pdf("own-rows", "The school added rows of its own.", Style(empty_rows=1), profile=vuursprot(**OWN_ROWS)),
    pdf("own-chapters", "The school added chapters of its own.", profile=vuursprot(own_chapters=CHAPTERS)),
    pdf("half-empty", "Questions without an answer stay unanswered.", profile=vuursprot(**HALF_EMPTY)),
    pdf("footnote", "A footnote stands at the foot of its page, not in the text.", Style(footnote="Zie ook de website van de kust.")),
    office("plain", "Printed to PDF by LibreOffice."),
    office("unruled", "Printed by LibreOffice, tables without lines.", Style(ruled=False)),
    office("checkboxes", "Printed by LibreOffice, with checkbox controls.", Style(mark="box", merged="header")),
    office("narrow-labels", "Printed by LibreOffice, words of labels are broken without a hyphen.", Style(label_width="narrow")),
    office("broken-notes", "Notes stand in narrow cells, so that their words are broken without a hyphen.", Style(notes="mark")),
    office(
        "hyphen-name",
        "A name with a hyphen, a long heading and a list with one sentence.",
        profile=vuursprot(
            adoption={"advised_by": "mevrouw drs. Octavia Margaretha Zeewier-van der Branding, namens alle ouders van de Krab-Kokkelgroep"},
            limits=[{"text": "Wij hebben geen lift naar het strand."}],
        ),
    ),
    office("own-rows", "Printed by LibreOffice, with rows of the school's own.", Style(empty_rows=1), profile=vuursprot(**OWN_ROWS)),
)
