"""What do the small files say that machines ask for (security.txt, RFC 9116; robots.txt, RFC 9309), and how is someone greeted?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from dekkend.kernel.sentences import say

VALID_DAYS = 270  # the standard asks for less than a year
NOT_FOR_ROBOTS = (
    "/account/",
    "/demo/",
    "/documenten/",
    "/mensen/",
    "/taken/",
    "/scholen/concepten/",
    "/mijn-dag/",
    "/vaststellen/",
    "/rondvragen/",
    "/signalen/",
    "/melding/",
)


def security_txt(contact: str, languages: Sequence[str], *, address: str, today: date) -> str:
    """`contact` is a mail address or an https address; `address` where this file itself stands."""
    where = contact if contact.startswith(("https://", "mailto:", "tel:")) else f"mailto:{contact}"
    expires = datetime.combine(today + timedelta(days=VALID_DAYS), time(), UTC)
    lines = (
        f"Contact: {where}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(languages)}",
        f"Canonical: {address}",
    )
    return "\n".join(lines) + "\n"


def robots_txt(sitemap: str) -> str:
    """Public pages may be found, and `sitemap` says which there are; what needs a login is no use to a search engine."""
    return "\n".join(("User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS), f"Sitemap: {sitemap}")) + "\n"


def greeting(hour: int) -> str:
    if hour < 12:
        return say("Goedemorgen")
    return say("Goedemiddag") if hour < 18 else say("Goedenavond")
