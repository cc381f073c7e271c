"""Has every sentence that can be translated its English, with the same blanks, and is the compiled file of today?"""

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml
from babel.messages import Message
from django.utils import translation

from dekkend.ui.translation import BLANK, translated
from tests.translating.__main__ import problems
from tests.translating.catalogue import PACKAGE, stored

FILLED = re.compile(r"%\(\w+\)s|\{\w+\}|</?\w+[^>]*>")
SIGN = re.compile(r"\S")
MESSAGES = [message for message in stored() if message.id]
WITH_BLANKS = [message.id for message in MESSAGES if isinstance(message.id, str) and BLANK.search(message.id)]
CATALOGUE = yaml.safe_load((PACKAGE / "profiles/data/catalogue.yaml").read_text("utf-8"))


def pairs(message: Message) -> list[tuple[str, str]]:
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return [(str(message.id[min(at, 1)]), text) for at, text in enumerate(message.string)]


def test_no_sentence_is_missing_doubtful_or_left_over():
    assert problems() == []


def test_every_blank_and_every_tag_of_the_dutch_stands_in_the_english():
    wrong = [
        english for message in MESSAGES for dutch, english in pairs(message) if set(FILLED.findall(dutch)) != set(FILLED.findall(english))
    ]
    assert not wrong


def test_what_is_counted_has_an_english_for_one_and_for_more():
    assert all(len(message.string) == 2 for message in MESSAGES if not isinstance(message.id, str))


def test_a_sentence_ends_in_english_as_it_ends_in_dutch():
    wrong = [
        (dutch, english)
        for message in MESSAGES
        for dutch, english in pairs(message)
        if (dutch[-1] in ".?:") != (english[-1] in ".?:") or dutch[:1].isspace() != english[:1].isspace() or "!" in english
    ]
    assert not wrong


def test_the_english_names_of_the_catalogue_are_the_same_everywhere():
    named = [*CATALOGUE["items"], *CATALOGUE["domains"].values()]
    with translation.override("en"):
        wrong = [
            (each["label"], translated(each["label"]), each["label_en"]) for each in named if translated(each["label"]) != each["label_en"]
        ]
    assert not wrong


@pytest.mark.parametrize("sentence", WITH_BLANKS)
def test_a_sentence_with_something_filled_in_is_recognised(sentence):
    blanks = dict.fromkeys(BLANK.findall(sentence))
    given = {name: f"Zeepaardje-{at}" for at, name in enumerate(blanks)}
    with translation.override("en"):
        expected = translation.gettext(sentence).format(**given)
        assert translated(sentence.format(**given)) == expected


def test_no_sentence_with_blanks_is_so_bare_that_it_would_fit_anything():
    bare = [sentence for sentence in WITH_BLANKS if len(SIGN.findall(BLANK.sub("", sentence))) < 4]
    assert not bare


def test_no_two_english_words_stand_for_one_short_button():
    """The same Dutch word is the same English word everywhere, because the Dutch is the key."""
    assert not [key for key, number in Counter(str(message.id) for message in MESSAGES).items() if number > 1]
