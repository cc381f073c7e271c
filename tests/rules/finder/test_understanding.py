"""Is a typed sentence understood, is what is unsure asked, and is nothing ever guessed in silence?"""

from __future__ import annotations

import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dekkend.finder.gateways.stemming import stems
from dekkend.finder.gateways.word_lists import load_small_words, load_word_list, read, vocabulary_with
from dekkend.finder.rules.spelling import distance, resembling
from dekkend.finder.rules.tokens import words_in
from dekkend.finder.rules.understanding import understand
from dekkend.finder.rules.vocabulary import keys_of, telling_words
from dekkend.finder.words.understanding import How
from dekkend.profiles.gateways.catalogue import load_catalogue
from tests.rules.finder.negations import NEGATIONS
from tests.rules.finder.sentences import ASKED, HELD_OUT, NOT_NEEDED, UNDERSTOOD

WORDS = vocabulary_with()
CODES = {item.code for item in load_catalogue().items}


def test_the_set_is_large_enough():
    assert len(UNDERSTOOD) >= 60


@pytest.mark.parametrize(("sentence", "expected"), UNDERSTOOD, ids=[sentence for sentence, _ in UNDERSTOOD])
def test_a_sentence_leads_to_its_kinds_of_support(sentence, expected):
    found = understand(sentence, WORDS)
    assert [set(match.codes) for match in found.wanted] == expected


@pytest.mark.parametrize(("sentence", "code"), ASKED)
def test_what_is_unsure_is_asked_with_what_it_may_be(sentence, code):
    found = understand(sentence, WORDS)
    assert found.asks_back
    assert found.wanted == ()
    assert code in {each for match in found.unsure for each in match.codes}


@pytest.mark.parametrize("sentence", HELD_OUT)
def test_what_no_list_knows_is_asked_and_never_guessed(sentence):
    found = understand(sentence, WORDS)
    assert found.wanted == ()
    assert found.asks_back


@pytest.mark.parametrize(("sentence", "code"), NOT_NEEDED)
def test_what_is_said_not_to_be_needed_is_shown_and_not_searched_on(sentence, code):
    found = understand(sentence, WORDS)
    assert found.wanted == ()
    assert code in {each for match in found.not_needed for each in match.codes}


@pytest.mark.parametrize(("sentence", "searched", "asked", "not_needed"), NEGATIONS, ids=[sentence for sentence, *_ in NEGATIONS])
def test_a_not_never_makes_the_opposite_of_what_was_meant(sentence, searched, asked, not_needed):
    found = understand(sentence, WORDS)
    told = [{match.codes[0] for match in matches} for matches in (found.wanted, found.unsure, found.not_needed)]
    assert told == [searched, asked, not_needed]


def test_what_a_not_leaves_unclear_is_asked_as_such():
    found = understand("nog geen diagnose autisme", WORDS)
    assert found.asks_back
    assert [(match.typed, match.unclear) for match in found.unsure] == [("autisme", True)]


def test_words_of_the_same_kind_are_told_beside_each_other():
    found = understand("doof aan een oor, hoortoestel", WORDS)
    assert [(match.typed, match.also) for match in found.wanted] == [("doof oor", ("hoortoestel",))]
    found = understand("diabetes en insuline prikken", WORDS)
    assert [(match.typed, match.also) for match in found.unsure] == [("diabetes", ("insuline prikken",))]


def test_of_the_same_kind_what_is_sure_counts():
    found = understand("last van zijn oren, slechthorend", WORDS)
    assert [(match.typed, match.also) for match in found.wanted] == [("slechthorend", ("oren",))]
    assert found.unsure == ()


@given(st.text(alphabet="abcdehilnorst ,.éA1", max_size=120) | st.sampled_from([sentence for sentence, *_ in [*UNDERSTOOD, *ASKED]]))
@settings(max_examples=150, deadline=None)
def test_of_every_word_it_is_told_what_became_of_it(text):
    found = understand(text, WORDS)
    told = [word for match in found.matches for typed in (match.typed, *match.also) for word in typed.split()]
    told += [*found.unknown, *found.left]
    assert set(words_in(text)) - set(".,;:!?()+&/") <= set(told)


def test_each_match_names_the_words_of_the_person():
    found = understand("Mijn zoon is Slechthorend en heeft dyscalculie", WORDS)
    assert [match.typed for match in found.wanted] == ["Slechthorend", "dyscalculie"]


def test_a_misspelling_is_named_as_such_and_a_compound_too():
    assert understand("hoogbegaavd", WORDS).unsure[0].how is How.SPELLING
    assert understand("autismebegeleiding", WORDS).wanted[0].how is How.COMPOUND


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("hoogbegaafdheidsklas", "expertise.giftedness"),
        ("slechthorendheidsklas", "facilities.deaf_provision"),
        ("gedragsproblemenklas", "expertise.behaviour"),
        ("prikkelgevoeligheidsbegeleiding", "facilities.quiet_room"),
        ("hoogsensitiviteit", "facilities.quiet_room"),
    ],
)
def test_a_compound_on_a_derived_word_or_on_a_compound_is_understood(word, code):
    found = understand(word, WORDS)
    assert [code in match.codes for match in found.wanted] == [True]
    assert found.unknown == ()


@pytest.mark.parametrize("word", ["heidsklas", "moeilijkheidsgraad", "klassengroep", "snelheidsmeter"])
def test_a_compound_of_words_that_mean_no_support_is_not(word):
    assert understand(word, WORDS).wanted == ()


def test_what_was_not_understood_is_named_beside_what_was():
    found = understand("slechthorend en dol op vulkanen", WORDS)
    assert found.unknown == ("dol", "vulkanen")
    assert found.stems == ("vulkan",), "one of a question: two could be laid together"


@pytest.mark.parametrize(
    "sentence",
    [
        "Pietje is slechthorend",
        "autisme, groeten van Fatima",
        "Kareltje Zonnebloem",
        "jayden is doof",
        "xandriello flipsen",
        "xandriello van der flipsen is slechthorend",
        "mijn zoon xandriello is doof",
    ],
)
def test_what_may_be_a_name_is_never_counted(sentence):
    assert understand(sentence, WORDS).stems == ()


def test_a_word_that_someone_taught_is_understood_and_none_is_known_without_support():
    taught = vocabulary_with((("dinosauruss", ("expertise.giftedness",)), ("heimwee", ())))
    assert [match.codes for match in understand("heimwee", taught).matches] == []
    assert understand("heimwee", taught).unknown == ()


def test_the_list_knows_every_kind_of_support_in_both_languages_and_at_least_400_phrases():
    phrases = load_word_list().phrases
    assert len({words.casefold() for words, *_ in phrases}) >= 400
    for language in ("nl", "en"):
        assert {code for _, of, codes, _ in phrases if of == language for code in codes} == CODES


def test_no_two_lines_of_the_list_contradict_each_other():
    seen: dict[tuple[str, str], tuple[str, ...]] = {}
    clashes = []
    for words, language, codes, _ in load_word_list().phrases:
        key = (words.casefold(), language)
        if seen.setdefault(key, codes) != codes:
            clashes.append(words)
    assert clashes == []


def test_no_phrase_comes_down_to_an_ordinary_word_or_to_another_phrase():
    """Small words are left out: "loopt voor" would be "loopt", and then every child that walks would be gifted."""
    small, found, wrong = load_small_words(), {}, []
    for words, language, codes, _ in load_word_list().phrases:
        keys = tuple(sorted(keys_of(words, language, small, stems)))
        if not keys or (len(keys) == 1 and telling_words(words, small)[0] in small.ordinary):
            wrong.append(words)
        if found.setdefault(keys, codes) != codes:
            wrong.append(words)
    assert wrong == []


@given(st.text(max_size=300) | st.text(alphabet=string.ascii_lowercase + " ,.-'", max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_at_all_makes_it_raise_or_invents_a_code(text):
    found = understand(text, WORDS)
    assert all(set(match.codes) <= CODES for match in found.matches)
    assert all(stem.isalpha() for stem in found.stems)


@given(st.lists(st.sampled_from([words for words, *_ in load_word_list().phrases]), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_phrases_of_the_list_in_any_order_are_always_known_words(phrases):
    found = understand(". ".join(phrases), WORDS)
    assert not {word.casefold() for word in found.unknown} & {words.casefold() for words in phrases}


def test_a_very_long_text_is_read_at_once():
    began = time.process_time()
    understand("slechthorend autisme " * 5000, WORDS)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("one", "other", "faults"), [("autisem", "autisme", 1), ("dislexie", "dyslexie", 1), ("a", "a", 0), ("", "abc", 3)]
)
def test_faults_are_counted_as_people_make_them(one, other, faults):
    assert distance(one, other) == faults


def test_a_short_word_is_never_taken_for_another():
    assert resembling("lift", WORDS.near) == []
    assert resembling("lief", WORDS.near) == []


def test_who_is_led_to_help_is_never_told_that_nothing_was_understood():
    phrases = [words for note in read("first_words.yaml")["notes"] for of in note["words"].values() for words in of]
    assert [words for words in phrases if not understand(words, WORDS).matches] == []
