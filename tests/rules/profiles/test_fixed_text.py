"""Is a school's other wording of the region's fixed text found, to the word?"""

from dekkend.profiles.rules.fixed_text import change_between, hashes_of, in_place, other_words
from dekkend.profiles.rules.shingles import covered_words, plain_words
from dekkend.profiles.words.changes import SentenceKind

FIXED = "Elke school in de regio helpt elk kind. Samen zoeken wij een plek als het niet lukt.\n\nGeen kind zit thuis."


def test_a_changed_sentence_takes_the_place_of_the_one_that_it_is_like():
    found = in_place(FIXED, ["Samen zoeken wij soms een plek als het niet lukt."])
    assert found == FIXED.replace("wij een plek", "wij soms een plek")


def test_a_sentence_that_is_like_none_is_no_other_wording():
    assert in_place(FIXED, ["Onze school staat in de duinen."]) is None
    assert in_place("", ["Onze school staat in de duinen."]) is None


def test_two_changed_sentences_never_take_the_same_place():
    found = in_place(FIXED, ["Elke school in de regio helpt ieder kind.", "Elke school in de stad helpt elk kind."])
    assert found.count("Elke school") == 1


def test_what_differs_is_told_by_the_word():
    changed = next(each for each in other_words(FIXED, FIXED.replace("elk kind", "ieder kind")) if each.kind is SentenceKind.CHANGED)
    assert [part.text.strip() for part in changed.parts if part.kind is SentenceKind.ADDED] == ["ieder"]


def test_other_white_space_is_no_other_wording():
    assert other_words(FIXED, FIXED.replace("\n\n", " ")) == ()


def test_the_parts_of_a_difference_put_together_are_both_texts():
    change = change_between(FIXED, "Iets heel anders. Geen kind zit thuis.")
    assert change.said_before == FIXED
    assert change.said_after == "Iets heel anders. Geen kind zit thuis."


def test_every_word_of_a_pasted_text_is_recognised():
    assert all(covered_words(plain_words(FIXED), hashes_of([FIXED])))
