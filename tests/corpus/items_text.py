"""Which traps does a text dump set? The lines of the tables are gone; blanks are all that is left of the columns."""

from __future__ import annotations

from tests.corpus.items_word import CHAPTERS, HALF_EMPTY, OWN_ROWS
from tests.corpus.make import Item
from tests.corpus.school import vuursprot
from tests.rendering.style import Style

DOUBTED_LISTS = ["extra_offers", "support_levels"]
MAY_BE_EMPTY = ["related_documents"]
NO_COLUMNS = ["hgw", "external_experts", "facilities", *DOUBTED_LISTS, *MAY_BE_EMPTY]

LAYOUT = {"may_be_empty": MAY_BE_EMPTY, "doubt_is_enough": ["related_documents", "own_chapters"]}
NO_BLANKS = {
    "may_be_empty": NO_COLUMNS,
    "doubt_is_enough": ["support_levels", "own_chapters", "related_documents"],
    "not_certain": ["hgw.needs_central", "external_experts.physiotherapy", "facilities.lift"],
}


def dump(name: str, about: str, style: Style | None = None, **more: object) -> Item:
    expect = {"not_certain": DOUBTED_LISTS, "may_be_empty": MAY_BE_EMPTY, **more.pop("expect", {})}  # type: ignore[dict-item]
    return Item(f"text-{name}", about, style=style or Style(), expect=expect, **more)  # type: ignore[arg-type]


def physiotherapy(about: str, old: str, new: str, *, choice: str, also: str, name: str) -> Item:
    """The row where the blanks before and after the mark disagree: after wins, a person checks."""
    return dump(
        name,
        about,
        edits={old: new},
        expect={
            "values": {"external_experts": {"rows": {"physiotherapy": {"choice": choice, "note": None}}}},
            "not_certain": ["external_experts.physiotherapy"],
            "also_ok": {"external_experts.physiotherapy": [also]},
        },
    )


LESSONS: tuple[Item, ...] = (
    dump("every-cell-ends-in-a-blank", "Lesson 1: also an empty cell ends in one blank, so the blanks count the columns."),
    physiotherapy(
        "Lesson 1: one blank too many before the mark, typed by hand in the label cell.",
        "Fysiotherapie X    \n",
        "Fysiotherapie  X    \n",
        choice="structural",
        also="regular",
        name="typed-blank-before-mark",
    ),
    physiotherapy(
        "Lesson 1: so many blanks before the mark that no column fits them.",
        "Fysiotherapie X    \n",
        "Fysiotherapie              X   \n",
        choice="regular",
        also="regular",
        name="impossible-blanks-before-mark",
    ),
    dump(
        "blanks-on-neighbour-lines",
        "Lesson 1: the row is cut by line ends, and its blanks stand alone on the line above or below.",
        Style(spread_blanks=True, seed=2),
    ),
    dump(
        "empty-own-rows",
        "Lesson 1: a line of one blank more than there are columns is an empty row, not part of the row above.",
        Style(empty_rows=2, seed=1),
    ),
    dump("long-labels", "Lesson 2: labels over several lines, the mark alone.", Style(label_width="narrow")),
    Item(
        "text-blanks-collapsed",
        "Lesson 2: the extractor collapsed the blanks, so the columns are gone: left empty, asked.",
        "raw",
        expect=NO_BLANKS,
    ),
    dump(
        "notes-beside-mark",
        "Lesson 3: a cell holds the mark and a note; a note over several lines hides the blanks.",
        Style(notes="mark"),
        expect={"may_be_empty": [*MAY_BE_EMPTY, "hgw.goal_directed", "hgw.interaction"]},
    ),
    dump("blank-lines-in-sentences", "Lesson 4: blank lines fall inside sentences.", Style(blank_lines=3, seed=5)),
    dump("page-tops", "Lesson 4: the first line of a page begins with one blank, also inside a table.", Style(page_lines=17)),
    dump(
        "links-inside-table",
        "Lesson 4: link targets stand at the page foot, in the middle of a table.",
        edits={
            "\n\nExpertise cognitieve ontwikkeling": "\n\nhttps://www.vuursprot.example/jaarplan.pdf\n Expertise cognitieve ontwikkeling"
        },
    ),
    dump(
        "hours-over-lines",
        "A note over several lines belongs to one row.",
        edits={"teaching Ja 24 uur per week \n": "teaching Ja 2 dagdelen per week door de coach \n3 dagdelen per week uit zeegelden \n"},
        expect={
            "values": {
                "expertise": {
                    "rows": {
                        "remedial_teaching": {
                            "choice": "yes",
                            "note": "2 dagdelen per week door de coach 3 dagdelen per week uit zeegelden",
                        }
                    }
                }
            }
        },
    ),
    dump("other-labels", "Lesson 5: labels and headings as schools write them.", Style(wording="alias", seed=4, on_track="Naar behoren")),
    dump("stray-sign", "A stray sign in a label.", edits={"7. Constructieve samenwerking.": "7. Constructieve samenwerking.?"}),
    dump(
        "yes-no-writing",
        "Ja and nee in other case.",
        edits={"Ja / nee": "Ja/ nee", "gedrag Nee": "gedrag nee", "jonge kind Ja": "jonge kind ja"},
    ),
)

OTHERS: tuple[Item, ...] = (
    dump("own-rows", "The school added rows of its own.", profile=vuursprot(**OWN_ROWS)),
    dump(
        "own-chapters",
        "The school added chapters of its own, with a number.",
        profile=vuursprot(own_chapters=CHAPTERS),
        edits={"\nOnze zeetuin": "\n7. Onze zeetuin", "\nLeerlingen denken mee": "\n8. Leerlingen denken mee"},
        expect={"values": {"own_chapters": [{**c, "title": f"{n}. {c['title']}"} for n, c in enumerate(CHAPTERS, 7)]}},
    ),
    dump(
        "own-chapters-unnumbered",
        "Chapters without a number cannot be told from text: they stay with the chapter before, and that is doubted.",
        profile=vuursprot(own_chapters=CHAPTERS),
        expect={
            "values": {"own_chapters": []},
            "prose": {"evaluation": {"is": None, "starts": "Elk jaar in juni", "contains": ["De leerlingenraad vergadert elke maand."]}},
            "not_certain": ["evaluation"],
        },
    ),
    dump("half-empty", "Questions without an answer stay unanswered.", profile=vuursprot(**HALF_EMPTY)),
    dump("facts-in-lines", "The facts stand in running lines.", Style(facts="lines", dates="words")),
    dump(
        "two-marks",
        "Two marks in one row are no choice.",
        edits={"Logopedie X    \n": "Logopedie X X   \n"},
        expect={
            "values": {"external_experts": {"rows": {"speech_therapy": {"choice": None, "note": None}}}},
            "not_certain": ["external_experts.speech_therapy"],
        },
    ),
    dump(
        "budget-total",
        "Money as one total, counted on a date.",
        profile=vuursprot(
            budget={"fixed_amount": None, "amount_per_pupil": None, "total_amount": "52172", "pupil_count_date": "2023-10-01"}
        ),
        style=Style(money="dash", dates="words"),
    ),
    dump(
        "removed-rows",
        "Rows taken out are not answered.",
        Style(dropped=frozenset({"facilities.lift", "hgw.partners", "expertise.autism"})),
    ),
    dump("missing-section", "Whole sections are gone.", Style(dropped=frozenset({"finances", "evaluation", "facilities"}))),
    dump("small-x", "The mark is a small x.", Style(mark="x")),
    dump(
        "margins",
        "Every page has a running header and a page number.",
        Style(running_header="SOP De Vuursprot", running_footer="Pagina {page} van 3", page_lines=40),
    ),
    Item(
        "text-utf16",
        "The file is UTF-16 with a byte order mark.",
        encoding="utf-16",
        expect={"not_certain": DOUBTED_LISTS, "may_be_empty": MAY_BE_EMPTY},
    ),
    Item(
        "text-windows-1252",
        "The file is Windows-1252: € and ë are one byte.",
        encoding="cp1252",
        expect={"not_certain": DOUBTED_LISTS, "may_be_empty": MAY_BE_EMPTY},
    ),
    Item("layout-plain", "Columns by place on the line, as pdftotext -layout gives.", "layout", expect=LAYOUT),
    Item(
        "layout-centred",
        "Columns by place, marks in the middle.",
        "layout",
        Style(marks_at="center"),
        expect=LAYOUT,
    ),
    Item("layout-reversed", "Columns by place, in another order.", "layout", Style(columns="reversed"), expect=LAYOUT),
    Item(
        "text-other-document",
        "A letter to parents is no profile: refused, no values.",
        text="Beste ouders,\n\nOp vrijdag 12 mei gaan wij naar het strand. Neem een handdoek mee.\n\nMet vriendelijke groet,\nT. Zeester\n",
        expect={"refused": "other_document"},
    ),
)

PROGRAMS: tuple[Item, ...] = (
    Item("poppler-layout", "Real pdftotext -layout of a ruled PDF.", "poppler", expect=LAYOUT),
    Item(
        "poppler-layout-margins",
        "Real pdftotext -layout, short pages with header and footer.",
        "poppler",
        Style(page="short", running_header="SOP De Vuursprot", running_footer="Pagina {page}"),
        expect=LAYOUT,
    ),
    Item("poppler-layout-office", "Real pdftotext -layout of a PDF of LibreOffice.", "poppler-office", expect=LAYOUT),
    Item("poppler-raw", "Real pdftotext -raw: the columns are gone.", "poppler-raw", expect=NO_BLANKS),
    Item("pdfbox-cells", "Real PDFBox text of a PDF that ends every cell in a blank.", "pdfbox", expect={"may_be_empty": MAY_BE_EMPTY}),
    Item(
        "pdfbox-cells-narrow",
        "Real PDFBox text, labels over many lines, notes beside the marks.",
        "pdfbox",
        Style(label_width="narrow", notes="mark"),
        expect={"may_be_empty": MAY_BE_EMPTY},
    ),
    Item(
        "pdfbox-office",
        "Real PDFBox text of a PDF without blanks for cells: a blank at a line end is no cell, the columns are gone.",
        "pdfbox-office",
        expect=NO_BLANKS,
    ),
    dump(
        "levels-on-one-line",
        "Lesson 7: two cells of a free table share a line.",
        profile=vuursprot(
            support_levels=[
                {
                    "level": "Niveau 1",
                    "content": "Goed onderwijs in de groep.",
                    "for_whom": "Leerlingen die genoeg hebben aan de les.",
                    "consultation": "Groepsbespreking met de coach",
                }
            ]
        ),
        expect={"doubt_is_enough": ["support_levels"]},
    ),
)

TEXT: tuple[Item, ...] = LESSONS + OTHERS + PROGRAMS
