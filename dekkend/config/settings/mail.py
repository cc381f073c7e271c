"""How does mail go out, from which address, and what is the address of this site in it?"""

from dekkend.config.settings.environment import number, text, words

EMAIL_HOST = text("DEKKEND_MAIL_HOST", "localhost")
EMAIL_PORT = number("DEKKEND_MAIL_PORT", 25)
EMAIL_HOST_USER = text("DEKKEND_MAIL_USER")
EMAIL_HOST_PASSWORD = text("DEKKEND_MAIL_PASSWORD")
EMAIL_USE_TLS = text("DEKKEND_MAIL_TLS") == "1"
EMAIL_TIMEOUT = 30  # seconds; shorter than the lease of a mail that is being sent
DEFAULT_FROM_EMAIL = text("DEKKEND_MAIL_FROM", "Dekkend <dekkend@localhost>")


def site_address() -> str:
    """Links in mails and addresses printed in documents start with this. Never taken from a request: whoever asks could name another
    site."""
    hosts = words("DEKKEND_HOSTS")
    return (text("DEKKEND_ADDRESS") or (f"https://{hosts[0]}" if hosts else f"http://127.0.0.1:{text('DEKKEND_PORT', '8000')}")).rstrip("/")


SITE_ADDRESS = site_address()
