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
        wrong.append(f"DEKKEND_SECRET_KEY moet een willekeurige tekst van minstens {SHORTEST_KEY} tekens zijn.")
    if not hosts:
        wrong.append("DEKKEND_HOSTS moet de adressen van deze site noemen, bijvoorbeeld dekkend.example.")
    if any("*" in host for host in hosts):
        wrong.append("DEKKEND_HOSTS mag geen * bevatten: noem elk adres.")
    if debug == "1":
        wrong.append("DEKKEND_DEBUG mag niet aan staan: foutpagina's zouden gegevens laten zien.")
    if demo:
        wrong.append(f"{', '.join(demo)} mag niet aan staan: in een demo stapt iedereen in elke rol, op elke dag.")
    if client_address_header != NO_PROXY and not HEADER.fullmatch(client_address_header):
        wrong.append(
            "DEKKEND_CLIENT_ADDRESS_HEADER moet de kop noemen waarin de proxy het adres van de browser zet, bijvoorbeeld HTTP_X_REAL_IP, "
            f"of {NO_PROXY} zijn als er geen proxy is: anders delen alle bezoekers één grens voor inlogpogingen."
        )
    return wrong + unsafe_connections(**connections)


def unsafe_connections(
    *, school_login: str = "", address: str = "", mail_host: str = "", mail_signs_in: bool = False, mail_tls: bool = False, bucket: str = ""
) -> list[str]:
    """Which connections would carry secrets or data in clear; within this machine they may."""
    wrong = []
    if school_login and not school_login.startswith("https://"):
        wrong.append("DEKKEND_SCHOOL_LOGIN_ISSUER moet met https:// beginnen: wie iemand is, mag niet leesbaar over het net gaan.")
    if address and not address.startswith("https://"):
        wrong.append("DEKKEND_ADDRESS moet met https:// beginnen: in links in mails staan geheimen.")
    if mail_signs_in and not mail_tls and not is_here(mail_host):
        wrong.append("DEKKEND_MAIL_TLS moet 1 zijn: het wachtwoord van de mailserver mag niet leesbaar over het net gaan.")
    if bucket and not bucket.startswith("https://") and not is_here(urlsplit(bucket).hostname or ""):
        wrong.append("DEKKEND_S3_ENDPOINT moet met https:// beginnen: documenten mogen niet leesbaar over het net gaan.")
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
        raise ImproperlyConfigured("Dekkend start niet, want dat zou niet veilig zijn.\n- " + "\n- ".join(wrong))
