"""Are rows and columns recognised by their names, however a document writes and breaks them?"""

from __future__ import annotations

import pytest

from dekkend.profiles.words.template import Template
from dekkend.reading.rules.heads import find_head
from dekkend.reading.rules.labels import label_at_start
from tests.rules.reading.documents import lines_of


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["Lift X  "], "lift"),
        (["Voorzieningen ", "", "doven/slechthorenden "], "deaf_provision"),
        (["Time-out ruimte"], "time_out_room"),
        (["Rolstoelvriendelyk X"], "wheelchair_access"),
    ],
)
def test_a_facility_is_recognised(form: Template, texts: list[str], code: str) -> None:
    found = label_at_start(texts, form.block("facilities").rows)
    assert found is not None
    assert found.row.code == code


@pytest.mark.parametrize("text", ["Liftkoker X", "Snoezelruimte X", "X ", "Er is een lift", ""])
def test_other_words_are_no_facility(form: Template, text: str) -> None:
    assert label_at_start([text], form.block("facilities").rows) is None


def test_a_lone_mark_above_a_label_belongs_to_another_row(form: Template) -> None:
    assert label_at_start(["✓ ", "", "Lift X  "], form.block("facilities").rows) is None


@pytest.mark.parametrize("mark", ["X", "✓", "☒", "☐"])
def test_the_mark_behind_a_label_is_no_part_of_it(form: Template, mark: str) -> None:
    found = label_at_start([f"Lift  {mark} "], form.block("facilities").rows)
    assert found is not None
    assert found.end == len("Lift")


def test_a_word_broken_over_lines_is_still_the_label(form: Template) -> None:
    found = label_at_start(["Jeugdgezondheidzorg/schoolarts/School", "verpleegkundige ", "  X  "], form.block("external_experts").rows)
    assert found is not None
    assert (found.row.code, found.score, found.line) == ("youth_health_care", 1.0, 1)


@pytest.mark.parametrize(
    ("head", "order"),
    [
        (
            "Betrokken experts Structureel Regelmatig Incidenteel Niet van toepassing",
            ("structural", "regular", "incidental", "not_applicable"),
        ),
        ("Betrokken experts N.v.t. Incidenteel Regelmatig Structureel", ("not_applicable", "incidental", "regular", "structural")),
        (
            "Betrokken experts Structureel Regelmatig \nIncidenteel Niet van \ntoepassing ",
            ("structural", "regular", "incidental", "not_applicable"),
        ),
        ("Betrokken experts Structureel Regelmatig Incidenteel", ("structural", "regular", "incidental")),
    ],
)
def test_columns_are_named_from_left_to_right(form: Template, head: str, order: tuple[str, ...]) -> None:
    found = find_head(lines_of(head), form.block("external_experts"))
    assert found is not None
    assert (found.order, found.sure) == (order, True)


@pytest.mark.parametrize("label", ["Op orde", "Naar behoren", "Voldoende"])
def test_the_scale_may_be_worded_otherwise(form: Template, label: str) -> None:
    found = find_head(lines_of(f"Uitgangspunt HGW {label} In ontwikkeling Nog op te starten"), form.block("hgw"))
    assert found is not None
    assert (found.order, found.sure) == (("on_track", "developing", "to_start"), True)


def test_a_column_named_by_elimination_is_not_sure(form: Template) -> None:
    found = find_head(lines_of("Uitgangspunt HGW Stralend In ontwikkeling Nog op te starten"), form.block("hgw"))
    assert found is not None
    assert found.order == ("on_track", "developing", "to_start")
    assert not found.sure


def test_names_that_a_layout_dump_mixes_are_put_in_order(form: Template) -> None:
    found = find_head(
        lines_of("Uitgangspunt HGW      Op orde    In            Nog op te\n                                 ontwikkeling  starten"),
        form.block("hgw"),
    )
    assert found is not None
    assert found.order == ("on_track", "developing", "to_start")


def test_a_row_is_not_taken_for_a_head(form: Template) -> None:
    assert find_head(lines_of("Expertise gedrag Ja 4 uur per week"), form.block("expertise")) is None
