"""How does a real installation run? It refuses to start on an unsafe setting and names each one."""

from dekkend.config.settings.base import *  # noqa: F403
from dekkend.config.settings.base import DEMO, EMAIL_HOST, EMAIL_HOST_PASSWORD, EMAIL_HOST_USER, EMAIL_USE_TLS, MIDDLEWARE
from dekkend.config.settings.environment import text, words
from dekkend.config.settings.safety import demo_switches, refuse_unsafe

SECRET_KEY = text("DEKKEND_SECRET_KEY")
ALLOWED_HOSTS = words("DEKKEND_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
SECURE_SSL_REDIRECT = True
# The proxy in front must set this header itself and must drop one that comes from outside.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"

refuse_unsafe(
    secret_key=SECRET_KEY,
    hosts=ALLOWED_HOSTS,
    debug=text("DEKKEND_DEBUG"),
    demo=demo_switches(demo=DEMO, middleware=MIDDLEWARE),
    client_address_header=text("DEKKEND_CLIENT_ADDRESS_HEADER"),
    school_login=text("DEKKEND_SCHOOL_LOGIN_ISSUER"),
    address=text("DEKKEND_ADDRESS"),
    mail_host=EMAIL_HOST,
    mail_signs_in=bool(EMAIL_HOST_USER or EMAIL_HOST_PASSWORD),
    mail_tls=EMAIL_USE_TLS,
    bucket=text("DEKKEND_S3_ENDPOINT"),
)
