"""Is this installation safe enough to start? Each reason why not, in one message."""

from django.core.exceptions import ImproperlyConfigured

SHORTEST_KEY = 50


def unsafe_settings(*, secret_key: str, hosts: list[str], debug: str) -> list[str]:
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
    return wrong


def refuse_unsafe(*, secret_key: str, hosts: list[str], debug: str) -> None:
    wrong = unsafe_settings(secret_key=secret_key, hosts=hosts, debug=debug)
    if wrong:
        raise ImproperlyConfigured("Dekkend does not start, because it would not be safe.\n- " + "\n- ".join(wrong))
