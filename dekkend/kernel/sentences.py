"""How does a rule put something into words, so that the same sentence can be shown in another language?"""

from __future__ import annotations


def say(sentence: str, /, **given: object) -> str:
    """The Dutch sentence with its blanks filled: `say("De school heeft {name}.", name="een lift")`.

    What is written between these brackets is collected for translation. The result is plain text: it can be stored, compared and
    counted. A screen in another language recognises it (`dekkend/ui/language.py`).
    """
    return sentence.format(**given) if given else sentence
