"""How long is what schools ask each other about a child kept?"""

from dekkend.config.settings.environment import number
from dekkend.kernel.settings import WrongSetting

# Weeks after closing in which the content of a question can still be read; and weeks after its day in which a forgotten one stays open.
NEED_CARD_WEEKS = number("DEKKEND_NEED_CARD_WEEKS", 4)
if not 1 <= NEED_CARD_WEEKS <= 26:
    raise WrongSetting(f"DEKKEND_NEED_CARD_WEEKS moet een aantal weken van 1 tot en met 26 zijn, niet {NEED_CARD_WEEKS}.")
