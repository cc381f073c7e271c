"""How does a demo or a developer's machine run? SQLite, one process, own secret key, only on this machine."""

import secrets

from dekkend.config.settings.base import *  # noqa: F403
from dekkend.config.settings.base import MIDDLEWARE
from dekkend.config.settings.environment import VAR, number, text, words


def kept_secret() -> str:
    """A random key, made once and kept beside the database, so that sessions survive a restart."""
    path = VAR / "secret-key"
    if not path.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text().strip()


DEMO = True
# A visitor may choose the day; after everything that sets the real one.
MIDDLEWARE = [*MIDDLEWARE, "dekkend.demo.middleware.TimeMachine"]
# Mail stands on the screen "Post"; the console has one line of each.
EMAIL_BACKEND = "dekkend.demo.gateways.console.EmailBackend"
DEBUG = text("DEKKEND_DEBUG") == "1"
SECRET_KEY = text("DEKKEND_SECRET_KEY") or kept_secret()
ALLOWED_HOSTS = words("DEKKEND_HOSTS", "localhost,127.0.0.1,[::1]")
EMBEDDED_WORKERS = number("DEKKEND_EMBEDDED_WORKERS", 2)
# A demo runs on this machine without TLS; browsers allow passkeys there.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
