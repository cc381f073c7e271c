"""Are the traces of other programs gone from what someone pasted, and is nothing gone that someone wrote?"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.cleaning import clean_line, clean_text, cleaned, texts_in
from dekkend.profiles.rules.patterns import LINE, TEXT, fits

TEMPLATE = load_template()


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("onder\u00adsteuning", "ondersteuning"),
        ("2\u00a0uur\u202fper week", "2 uur per week"),
        ("Een.\r\n\r\nTwee.\u2028Drie.", "Een.\n\nTwee.\nDrie."),
        ("\uf0b7\tLezen\n·\tRekenen\n§\u00a0\u00a0\u00a0Taal\no\tSpelen", "• Lezen\n• Rekenen\n• Taal\n• Spelen"),
        ("<!--[if !supportLists]-->·<!--[endif]--> Lezen<o:p></o:p>", "· Lezen"),
        ("<!--[if gte mso 9]><xml>veel</xml><![endif]-->Lezen", "Lezen"),
        ("a\x00b\x07c\u200bd\ufeff", "abcd"),
        ("e\u0301e\u0301n", "één"),
        ("Een.\n\n\n\n\nTwee.  \n", "Een.\n\nTwee."),
        (" \u00a0 \n ", None),
        ("Gezin 👨‍👩‍👧 en 5 < 6 en €, “zo”", "Gezin 👨‍👩‍👧 en 5 < 6 en €, “zo”"),
        ("o ja, een zin", "o ja, een zin"),
    ],
)
def test_what_word_and_browsers_leave_is_gone(pasted, kept):
    assert clean_text(pasted) == kept


@given(st.text())
def test_no_letter_or_digit_is_ever_lost(text):
    def told(text: str) -> list[str]:
        return re.findall(r"[a-zA-Z0-9,.?!]", text)

    if not re.search(r"<!|<o:p>|</o:p>|(?m:^[ \t\xa0]*o[ \t\xa0])", text):
        assert told(clean_text(text) or "") == told(text)


@given(st.text())
def test_what_is_clean_is_valid_and_stays_as_it_is(text):
    paragraphs, line = clean_text(text), clean_line(text)
    assert clean_text(paragraphs or "") == paragraphs
    assert clean_line(line or "") == line
    assert fits(TEXT, paragraphs or "")
    assert fits(LINE, line or "")


def test_only_a_text_keeps_its_lines_and_a_closed_word_its_spelling():
    assert cleaned(TEMPLATE.block("vision"), "vision", "a\nb") == "a\nb"
    assert cleaned(TEMPLATE.block("limits"), "limits", [{"text": "a\nb"}]) == [{"text": "a\nb"}]
    assert cleaned(TEMPLATE.block("expertise"), "expertise.autism", {"choice": "yes", "note": "a\nb"}) == {"choice": "yes", "note": "a b"}
    assert cleaned(TEMPLATE.block("inspection"), "inspection.judgement", "Goed") == "goed"
    assert cleaned(TEMPLATE.block("vision"), "vision", 3) == 3


def test_every_text_in_a_value_is_found():
    assert texts_in([{"a": "1", "b": [{"c": "2"}]}, None, 3]) == ["1", "2"]
