"""Is the drawing of the procedure in the docs the one of the code, and do its words cover the legal values it rests on?"""

import re
from pathlib import Path

from dekkend.adoption.words.procedure import ABOUT
from dekkend.law.gateways import every_value
from tests.architecture.procedure_of_cards import PAGE_OF_CARDS, written_of_cards
from tests.architecture.procedures import PAGE, written

PACKAGE = Path(__file__).resolve().parents[2] / "dekkend"


def test_the_page_is_made_from_the_table():
    assert PAGE.read_text(encoding="utf-8") == written(), "run `make docs`"
    assert PAGE_OF_CARDS.read_text(encoding="utf-8") == written_of_cards(), "run `make docs`"


def test_every_legal_value_that_the_code_names_exists_and_each_is_named_somewhere():
    known = {value.code for value in every_value()}
    sources = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html")]
    named = {code for path in sources for code in re.findall(r"[\"']([a-z]+\.[a-z_]+)[\"']", path.read_text(encoding="utf-8"))}
    assert {about.law for about in ABOUT.values()} - {""} <= known
    assert known <= named
