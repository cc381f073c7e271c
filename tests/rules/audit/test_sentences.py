"""Is every event a Dutch sentence, used somewhere, and can nothing else be written down?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dekkend.audit.rules.of_one import OF_ONE
from dekkend.audit.rules.sentences import LONGEST, NotRecordable, checked_details, checked_event, outline, placeholders, sentence, tidy
from dekkend.audit.words import Event

PACKAGE = Path(__file__).resolve().parents[3] / "dekkend"


@pytest.mark.parametrize("event", Event)
def test_every_event_is_a_sentence_about_someone_or_something(event):
    assert event.label.endswith(".")
    assert "!" not in event.label
    assert placeholders(event.label) & {"actor", "subject"} or event is Event.LOG_EXPIRED


def test_every_event_is_used_somewhere():
    """All at once: reading the whole program once per event took minutes."""
    used = {name for path in PACKAGE.rglob("*.py") for name in re.findall(r"\bEvent\.(\w+)", path.read_text(encoding="utf-8"))}
    assert {event.name for event in Event} - used == set(), "registered and never written down"


def test_an_event_that_is_not_registered_is_refused():
    with pytest.raises(NotRecordable, match="no registered event"):
        checked_event("pupil.deleted")


@pytest.mark.parametrize("details", [{}, {"role": "IB"}, {"role": "IB", "place": "De Vuursprot", "birthday": "1 mei"}])
def test_details_that_the_sentence_does_not_name_are_refused(details):
    with pytest.raises(NotRecordable, match="place"):
        checked_details(Event.ROLE_GIVEN, details)


@pytest.mark.parametrize("value", [True, None, 1.5, ["a"], {"a": 1}])
def test_a_detail_is_a_text_or_a_whole_number(value):
    with pytest.raises(NotRecordable):
        checked_details(Event.LOG_EXPORTED, {"count": value})


def test_an_entry_reads_as_a_sentence():
    said = sentence("membership.given", actor="Yara", subject="Joris", details={"role": "Intern begeleider", "place": "De Vuursprot"})
    assert said == "Yara gaf Joris de rol Intern begeleider bij De Vuursprot."


def test_an_event_of_another_version_is_shown_by_its_code():
    assert sentence("school.renamed", actor="Yara", subject="De Vuursprot", details={}) == "Yara: school.renamed (De Vuursprot)"


def test_a_detail_that_went_missing_is_unknown_and_no_error():
    assert "onbekend" in sentence("membership.given", actor="Yara", subject="Joris", details={})


def test_a_name_with_braces_is_only_text():
    assert sentence("account.signed_in", actor="{subject.__class__}", subject="x", details={}) == "{subject.__class__} logde in."


@pytest.mark.parametrize(("length", "kept"), [(LONGEST - 1, LONGEST - 1), (LONGEST, LONGEST), (LONGEST + 1, LONGEST)])
def test_a_long_text_is_cut(length, kept):
    assert len(tidy("a" * length)) == kept


def test_a_citizens_number_is_never_written_down():
    assert "123456782" not in tidy("leerling 123456782 van groep 4")


def test_a_text_stays_on_one_line():
    assert tidy("een\r\ntwee\x00drie\u202e") == "een twee drie"


def test_an_event_is_outlined_with_dots():
    assert outline(Event.ROLE_GIVEN) == "… gaf … de rol … bij …."


@pytest.mark.parametrize("event", OF_ONE)
def test_one_is_not_said_as_many(event):
    blanks = placeholders(event.label)
    assert placeholders(OF_ONE[event]) == blanks - {"count", "places"}
    details = {name: 1 if name in ("count", "places") else "x" for name in blanks - {"actor", "subject"}}
    assert sentence(event.value, actor="Yara", subject="Zilverkust", details=details) == OF_ONE[event].format_map(
        {"actor": "Yara", "subject": "Zilverkust"} | details
    )


def test_every_event_that_counts_in_the_plural_can_say_one():
    plural = [event for event in Event if re.search(r"\{(count|places)\} (andere )?[a-z]+(en|s)\b", event.label)]
    assert set(plural) <= set(OF_ONE)
