"""Is a chapter on what pupils said recognised by its heading, and no other one?"""

from __future__ import annotations

import pytest

from dekkend.publishing.rules.pupils_voice import is_voice, voice_in


@pytest.mark.parametrize(
    "heading",
    [
        "Wat leerlingen ervan vinden",
        "Wat onze leerlingen hierover zeiden",
        "Wat  kinderen zelf zeggen",
        "Wat vinden de leerlingen?",
        "De mening van leerlingen",
        "De stem van het kind",
        "Leerlingen aan het woord",
        "6. Leerlingen gehoord",
        "Leerlingenstem",
    ],
)
def test_a_heading_that_says_what_pupils_found_is_recognised(heading):
    assert is_voice(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "Leerlingenraad",
        "Hoorrecht",
        "Onze taalklas",
        "Onze school sluit",
        "Kinderen die lezen moeilijk vinden",
        "Wat leerlingen leren",
        "Wat ouders ervan vinden",
        "Wat wij van leerlingen verwachten",
        "De ontwikkeling van het kind",
        "Wat leerlingen nodig hebben",
    ],
)
def test_another_heading_is_not(heading):
    assert not is_voice(heading)


def test_the_words_of_the_school_are_taken_and_nothing_is_made_up():
    said = {"title": "Wat leerlingen ervan vinden", "text": " Zij willen een rustige plek. Die is er nu. "}
    other = {"title": "Onze taalklas", "text": "Een jaar."}
    assert voice_in([other, said]) == "Zij willen een rustige plek. Die is er nu."
    assert voice_in([other]) == voice_in([]) == voice_in(None) == ""
    assert voice_in([said | {"text": None}]) == voice_in([said | {"text": "[weggelaten]"}]) == ""
