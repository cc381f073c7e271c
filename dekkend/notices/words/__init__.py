"""Which notices exist, when is each sent, and what does it say?"""

from dekkend.notices.words.kinds import STUCK, Notice, Recipient, State
from dekkend.notices.words.letter import Letter
from dekkend.notices.words.letters import LETTERS

__all__ = ["LETTERS", "STUCK", "Letter", "Notice", "Recipient", "State"]
