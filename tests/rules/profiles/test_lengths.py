"""Does a field say when what someone typed does not fit, and leave what was read before alone?"""

from __future__ import annotations

import pytest

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.lengths import too_long

FORM = load_template()


@pytest.mark.parametrize(
    ("block", "value", "most"),
    [
        ("vision", "{}", 20_000),
        ("expertise", {"choice": "yes", "note": "{}"}, 500),
        ("expertise", [{"label": "{}", "choice": "yes", "note": None}], 200),
        ("school", "{}", 500),
        ("limits", [{"text": "{}"}], 20_000),
    ],
)
def test_a_text_of_one_letter_too_many_is_told_with_the_number_that_fits(block, value, most):
    assert too_long(FORM.block(block), None, filled(value, "a" * most)) == ""
    assert f"{most + 1} tekens, en er passen er {most}" in too_long(FORM.block(block), None, filled(value, "a" * (most + 1)))


def test_a_long_text_that_was_read_in_a_document_stays_while_the_rest_is_changed():
    row = {"choice": "no", "note": "a" * 900}
    assert too_long(FORM.block("expertise"), row, row | {"choice": "yes"}) == ""
    assert too_long(FORM.block("expertise"), row, row | {"note": "b" * 900})


def filled(value, text):
    if isinstance(value, str):
        return value.replace("{}", text)
    if isinstance(value, dict):
        return {name: filled(part, text) for name, part in value.items()}
    return [filled(part, text) for part in value] if isinstance(value, list) else value
