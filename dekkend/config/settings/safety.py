"""Is this installation safe enough to start? Each reason why not, in one message."""

import ipaddress
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

SHORTEST_KEY = 50
NO_PROXY = "none"  # said on purpose: browsers reach this server themselves
HEADER = re.compile(r"HTTP_[A-Z0-9_]+")


def demo_switches(*, demo: bool, middleware: Sequence[str]) -> list[str]:
    """The settings by which a demo lets visitors choose a role or a day, as far as they are on."""
    return [*(["DEMO"] if demo else []), *(name for name in middleware if name.startswith("dekkend.demo."))]


def unsafe_settings(
    *, secret_key: str, hosts: list[str], debug: str, client_address_header: str, demo: Sequence[str] = (), **connections: Any
) -> list[str]:
    """What is wrong, one sentence each; empty when nothing is. `connections` are those of `unsafe_connections`."""
    wrong = []
    if len(secret_key) < SHORTEST_KEY or len(set(secret_key)) < 10:
        wrong.append(f"DEKKEND_SECRET_KEY must be a random text of at least {SHORTEST_KEY} characters.")
    if not hosts:
        wrong.append("DEKKEND_HOSTS must name the addresses of this site, for instance dekkend.example.")
    if any("*" in host for host in hosts):
        wrong.append("DEKKEND_HOSTS must not contain a *: name each address.")
    if debug == "1":
        wrong.append("DEKKEND_DEBUG must not be on: error pages would show data.")
    if demo:
        wrong.append(f"{', '.join(demo)} must not be on: in a demo anyone steps into any role, on any day.")
    if client_address_header != NO_PROXY and not HEADER.fullmatch(client_address_header):
        wrong.append(
            "DEKKEND_CLIENT_ADDRESS_HEADER must name the header in which the proxy gives the browser's address, for instance "
            f"HTTP_X_REAL_IP, or be {NO_PROXY} without a proxy: else all visitors share one limit of attempts to log in."
        )
    return wrong + unsafe_connections(**connections)


def unsafe_connections(
    *, school_login: str = "", address: str = "", mail_host: str = "", mail_signs_in: bool = False, mail_tls: bool = False, bucket: str = ""
) -> list[str]:
    """Which connections would carry secrets or data in clear; within this machine they may."""
    wrong = []
    if school_login and not school_login.startswith("https://"):
        wrong.append("DEKKEND_SCHOOL_LOGIN_ISSUER must start with https://: who a person is must not travel in clear.")
    if address and not address.startswith("https://"):
        wrong.append("DEKKEND_ADDRESS must start with https://: links in mails carry secrets.")
    if mail_signs_in and not mail_tls and not is_here(mail_host):
        wrong.append("DEKKEND_MAIL_TLS must be 1: the password of the mail server must not travel in clear.")
    if bucket and not bucket.startswith("https://") and not is_here(urlsplit(bucket).hostname or ""):
        wrong.append("DEKKEND_S3_ENDPOINT must start with https://: documents must not travel in clear.")
    return wrong


def is_here(host: str) -> bool:
    """This machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def refuse_unsafe(**given: Any) -> None:
    """Raise ImproperlyConfigured with every sentence of `unsafe_settings`."""
    wrong = unsafe_settings(**given)
    if wrong:
        raise ImproperlyConfigured("Dekkend does not start, because it would not be safe.\n- " + "\n- ".join(wrong))
