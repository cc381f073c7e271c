"""Under which licence is the open data, whom does a programmer ask about it, and how much may one address ask?"""

from dekkend.config.settings.environment import number, text
from dekkend.kernel.settings import WrongSetting

LICENCES = ("CC0-1.0", "CC-BY-4.0")

OPEN_DATA_LICENCE = text("DEKKEND_OPEN_DATA_LICENCE", "CC0-1.0")
if OPEN_DATA_LICENCE not in LICENCES:
    raise WrongSetting(f"DEKKEND_OPEN_DATA_LICENCE moet {' of '.join(LICENCES)} zijn, niet '{OPEN_DATA_LICENCE}'.")

# Whom a programmer asks: a team with an address of its own, no general mailbox.
OPEN_DATA_CONTACT = {
    "name": text("DEKKEND_OPEN_DATA_CONTACT_NAME", "Team open data"),
    "email": text("DEKKEND_OPEN_DATA_CONTACT_MAIL", "open-data@dekkend.example"),
}
# Requests of one address in one minute, counted in each process.
OPEN_DATA_PER_MINUTE = number("DEKKEND_OPEN_DATA_PER_MINUTE", 300)
