"""Which notices exist, when is each sent, and what does it say?"""

from collections.abc import Mapping

from dekkend.notices.words.kinds import STUCK, Notice, Recipient, State
from dekkend.notices.words.letter import Letter
from dekkend.notices.words.letters import LETTERS as LETTERS_OF_ALL_ROOMS
from dekkend.notices.words.letters_of_cards import LETTERS_OF_CARDS

LETTERS: Mapping[Notice, Letter] = {**LETTERS_OF_ALL_ROOMS, **LETTERS_OF_CARDS}

__all__ = ["LETTERS", "STUCK", "Letter", "Notice", "Recipient", "State"]
