"""Which traps does a Word file set? The tables are real, so every value must be found."""

from __future__ import annotations

from tests.corpus.make import Item
from tests.corpus.school import vuursprot
from tests.rendering.style import Style

OWN_ROWS = {
    "expertise": {"own_rows": [{"label": "Zeezwemcoach", "choice": "yes", "note": "wekelijks 3 uur"}]},
    "external_experts": {"own_rows": [{"label": "Ergotherapie", "choice": "incidental", "note": None}]},
    "facilities": {
        "own_rows": [
            {"label": "Snoezelkamer", "choice": "present", "note": None},
            {"label": "Moestuin met verhoogde bakken", "choice": "not_applicable", "note": None},
        ]
    },
}
CHAPTERS = [
    {"title": "Onze zeetuin", "text": "In de zeetuin werken kinderen elke dag samen.\n\nOok kinderen van andere groepen zijn welkom."},
    {"title": "Leerlingen denken mee", "text": "De leerlingenraad vergadert elke maand."},
]
HALF_EMPTY = {
    "school": {"website": None, "phone": None},
    "adoption": {"adopted_on": None, "adopted_by": None, "advised_by": None},
    "hgw": {"rows": {"partners": {"choice": None, "note": None}}},
    "expertise": {"rows": {"autism": {"choice": None, "note": None}, "mathematics": {"choice": "yes", "note": None}}},
    "external_experts": {"rows": {"physiotherapy": {"choice": None, "note": None}}},
    "facilities": {"rows": {"lift": {"choice": None, "note": None}}},
    "evaluation": None,
}


def word(name: str, about: str, style: Style | None = None, **more: object) -> Item:
    return Item(f"word-{name}", about, "docx", style or Style(), **more)  # type: ignore[arg-type]


WORD: tuple[Item, ...] = (
    word("plain", "The form as it is meant: every value stands in its own cell."),
    word("small-x", "The mark is a small x.", Style(mark="x")),
    word("tick", "The mark is a tick.", Style(mark="✓")),
    word("boxes", "A crossed box for the answer and empty boxes for the rest: an empty box is no answer.", Style(mark="☒")),
    word("checkboxes", "Checkbox content controls, as Word makes them.", Style(mark="box")),
    word("yes-as-mark", "The word ja stands in the column of the answer.", Style(mark="ja")),
    word("naar-behoren", "The scale says Naar behoren where the form says Op orde.", Style(on_track="Naar behoren")),
    word("voldoende", "The scale says Voldoende where the form says Op orde.", Style(on_track="Voldoende")),
    word("columns-reversed", "The answer columns stand in another order: the header decides, not the place.", Style(columns="reversed")),
    word("notes-beside-mark", "A cell holds more than the mark: X and a note.", Style(notes="mark")),
    word("notes-in-column", "The notes stand in a column of their own.", Style(notes="column")),
    word(
        "two-marks", "Two marks in one row are no choice.", Style(two_marks=frozenset({"hgw.partners", "external_experts.speech_therapy"}))
    ),
    word("title-row", "A merged first row with the title of the table stands above the header.", Style(merged="title")),
    word("two-header-rows", "The header has two rows, with a merged cell over the answer columns.", Style(merged="header")),
    word("nested-tables", "Every table stands in a cell of a frame.", Style(nested=True)),
    word(
        "split-rows",
        "A label runs on in the next table row.",
        Style(split=frozenset({"hgw.interaction", "external_experts.youth_care_partners", "hgw.current_practice"})),
    ),
    word(
        "removed-rows",
        "The school took rows out: not answered, which is not no.",
        Style(dropped=frozenset({"facilities.lift", "external_experts.community_police", "expertise.autism", "hgw.partners"})),
    ),
    word("missing-section", "Whole sections are gone.", Style(dropped=frozenset({"finances", "evaluation", "facilities"}))),
    word(
        "other-order",
        "The sections stand in another order.",
        Style(order=("introduction", "general", "extra_support", "interventions", "hgw", "support_structure", "basic_quality", "vision")),
    ),
    word("own-rows", "The school added rows of its own.", profile=vuursprot(**OWN_ROWS)),
    word("own-rows-empty", "Empty rows for the school's own are left under every table.", Style(empty_rows=2)),
    word("own-chapters", "The school added chapters of its own: kept, never lost.", profile=vuursprot(own_chapters=CHAPTERS)),
    word("half-empty", "Questions without an answer stay unanswered; nothing is invented.", profile=vuursprot(**HALF_EMPTY)),
    word("other-labels", "Labels and headings as schools write them.", Style(wording="alias", seed=4)),
    word("facts-in-rows", "The facts stand in a row each.", Style(facts="rows", no_facts="gone", dates="words")),
    word("facts-in-lines", "The facts stand in running lines, without a table.", Style(facts="lines", dates="weekday")),
    word(
        "footnote",
        "A footnote belongs to no chapter.",
        Style(footnote="Zie ook de website van de kust."),
        expect={"prose": {"vision": {"is": None, "contains": ["Ouders denken met ons mee."]}}},
    ),
    word(
        "running-header",
        "The margins of the page are not the text.",
        Style(running_header="SOP De Vuursprot", running_footer="Pagina {page}"),
    ),
    word("list-bullets", "The limits are a real list.", Style(bullets="list")),
    word("numbered-limits", "The limits are numbered by hand.", Style(bullets="1.")),
    word("plain-limits", "The limits are plain sentences.", Style(bullets="plain")),
    word("dates-short", "Months are cut short and amounts have a dash.", Style(dates="short", money="dash")),
    word("amounts-with-cents", "Amounts have cents, dates have slashes.", Style(dates="slashes", money="decimals")),
    word("picture", "The scheme of support is a picture with a text alternative.", Style(picture="Schema: van groep naar coach")),
)
