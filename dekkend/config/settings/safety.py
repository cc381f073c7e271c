"""Is this installation safe enough to start? Each reason why not, in one message."""

from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured

SHORTEST_KEY = 50


def demo_switches(*, demo: bool, middleware: Sequence[str]) -> list[str]:
    """The settings by which a demo lets visitors choose a role or a day, as far as they are on."""
    return [*(["DEMO"] if demo else []), *(name for name in middleware if name.startswith("dekkend.demo."))]


def unsafe_settings(*, secret_key: str, hosts: list[str], debug: str, demo: Sequence[str] = (), school_login: str = "") -> list[str]:
    """What is wrong, one sentence each; empty when nothing is."""
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
    if school_login and not school_login.startswith("https://"):
        wrong.append("DEKKEND_SCHOOL_LOGIN_ISSUER must start with https://: who a person is must not travel in clear.")
    return wrong


def refuse_unsafe(*, secret_key: str, hosts: list[str], debug: str, demo: Sequence[str] = (), school_login: str = "") -> None:
    wrong = unsafe_settings(secret_key=secret_key, hosts=hosts, debug=debug, demo=demo, school_login=school_login)
    if wrong:
        raise ImproperlyConfigured("Dekkend does not start, because it would not be safe.\n- " + "\n- ".join(wrong))
