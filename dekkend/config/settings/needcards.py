"""How long is what schools ask each other about a child kept?"""

from dekkend.config.settings.environment import number

# Weeks after closing in which the content of a question can still be read; and weeks after its day in which a forgotten one stays open.
NEED_CARD_WEEKS = number("DEKKEND_NEED_CARD_WEEKS", 4)
if not 1 <= NEED_CARD_WEEKS <= 26:
    raise ValueError(f"DEKKEND_NEED_CARD_WEEKS must be a number of weeks from 1 to 26, not {NEED_CARD_WEEKS}.")
