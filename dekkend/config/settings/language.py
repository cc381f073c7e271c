"""Which languages and which clock? Dutch screens, English beside it, Amsterdam time."""

from dekkend.config.settings.environment import PACKAGE, words

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
# Of which translation a person who speaks the language said that it is right; beside the others stands that nobody did.
CHECKED_LANGUAGES = words("DEKKEND_CHECKED_LANGUAGES")
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
