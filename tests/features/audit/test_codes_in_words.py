"""Does an entry say its codes and paths in words, without a letter of what is stored being changed?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.utils import translation

import dekkend.reading
from dekkend.audit.models import Entry
from dekkend.audit.queries import check_chains
from dekkend.audit.words import Event
from dekkend.config.log_words import in_words
from dekkend.profiles.words.finding_kinds import KINDS
from dekkend.reading.words.refusals import REASONS
from dekkend.ui.translation import translated

READING = Path(dekkend.reading.__file__).parent


def test_every_reason_not_to_read_a_document_has_words():
    sources = "\n".join(path.read_text(encoding="utf-8") for path in READING.rglob("*.py"))
    codes = set(re.findall(r'DocumentRefused\(\s*"(\w+)"', sources)) | set(re.findall(r'store_refusal\(document, "(\w+)"', sources))
    assert {"other_document", "lost"} <= codes
    assert codes == set(REASONS)


@pytest.mark.parametrize("code", REASONS)
def test_a_refusal_is_read_in_words_and_kept_as_a_code(write, code):
    entry = write(Event.DOCUMENT_REFUSED, details={"code": code})
    assert str(entry) == f"sop.pdf is niet gelezen (reden: {REASONS[code]})."
    assert Entry.objects.get().details == {"code": code}
    assert [report.breaks for report in check_chains()] == [()]


@pytest.mark.parametrize(
    ("event", "details", "said"),
    [
        (Event.DOCUMENT_REFUSED, {"code": "of_another_version"}, {"code": "onbekende reden"}),
        (Event.FINDING_BACK, {"kind": "link_missing", "year": "2024-2025"}, {"kind": KINDS["link_missing"], "year": "2024-2025"}),
        (Event.FINDING_OVERRULED, {"kind": "Lange zin"}, {"kind": "Lange zin"}),
        (Event.FINDING_OVERRULED, {"kind": "of_another_version"}, {"kind": "een andere opmerking"}),
        (Event.DOCUMENT_ANSWERED, {"path": "expertise.mathematics"}, {"path": "Rekenen en wiskunde"}),
        (Event.DOCUMENT_ANSWERED, {"path": "Rekenen en wiskunde"}, {"path": "Rekenen en wiskunde"}),
        (Event.PROFILE_LEFT_OUT, {"path": "expertise.mathematics.note", "number": 1}, {"number": 1}),
        (Event.DETAIL_DECIDED, {"path": "of_the_region[2].text"}, {"path": "een onderdeel van een eigen formulier"}),
        (Event.OFFER_UNDONE, {"offer": "expertise.own-0123456789ab"}, {"offer": "een eigen regel"}),
        (Event.OFFER_UNDONE, {"offer": "Een lift"}, {"offer": "Een lift"}),
        (Event.OFFER_UNDONE, {"offer": 3}, {"offer": 3}),
    ],
)
def test_a_code_or_a_path_is_said_and_words_stay(event, details, said):
    assert said.items() <= in_words(event, details).items()
    assert "mathematics" not in str(in_words(event, details))


def test_an_entry_about_a_scan_is_english_on_an_english_screen(write):
    entry = write(Event.DOCUMENT_REFUSED, details={"code": "image_only"})
    with translation.override("en"):
        assert translated(entry).endswith("(reason: scan without text).")
