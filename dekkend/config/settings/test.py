"""How do tests run? As a demo, but quick, quiet, with own folders, and on PostgreSQL when DATABASE_URL says so."""

import os
import tempfile
from pathlib import Path

from dekkend.config.settings.base import *  # noqa: F403
from dekkend.config.settings.base import DATABASES, STORAGES
from dekkend.config.settings.environment import text

SECRET_KEY = "only-for-tests-" * 4
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
OPEN_DATA_PER_MINUTE = 100_000  # all tests come from one address
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # the browser of the tests talks to localhost without TLS
PRIVATE_ROOT = Path(tempfile.gettempdir()) / "dekkend-tests-private"
STATIC_ROOT = Path(tempfile.gettempdir()) / "dekkend-tests-static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
if text("DATABASE_URL"):
    # A pool keeps connections open, and then the test database cannot be dropped.
    DATABASES["default"]["OPTIONS"].pop("pool")
else:
    # A file, not memory: the browser tests have a server thread with a connection of its own, as in real life.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(tempfile.gettempdir()) / f"dekkend-tests-{os.getpid()}.sqlite3")}
FINDER_LOOKS_AGAIN = 0.0
FINDER_IN_BACKGROUND = False  # a thread of its own sees nothing of the transaction of a test
