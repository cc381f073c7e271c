"""Which settings do all installations share? This file only puts the concerns together."""

from dekkend.config.settings.accounts import *  # noqa: F403
from dekkend.config.settings.applications import *  # noqa: F403
from dekkend.config.settings.audit import *  # noqa: F403
from dekkend.config.settings.caches import CACHES as CACHES
from dekkend.config.settings.contact import *  # noqa: F403
from dekkend.config.settings.database import DATABASES as DATABASES
from dekkend.config.settings.finder import *  # noqa: F403
from dekkend.config.settings.language import *  # noqa: F403
from dekkend.config.settings.log import LOGGING as LOGGING
from dekkend.config.settings.mail import *  # noqa: F403
from dekkend.config.settings.maps import *  # noqa: F403
from dekkend.config.settings.needcards import *  # noqa: F403
from dekkend.config.settings.offers import *  # noqa: F403
from dekkend.config.settings.open_data import *  # noqa: F403
from dekkend.config.settings.register import *  # noqa: F403
from dekkend.config.settings.security import *  # noqa: F403
from dekkend.config.settings.storage import *  # noqa: F403
from dekkend.config.settings.work import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS: list[str] = []
# The banner and the login page of a demo show these; nothing else depends on it.
DEMO = False
