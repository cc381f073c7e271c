"""Do security.txt and robots.txt say what the standards ask?"""

import re
from datetime import date, datetime

import pytest

from dekkend.home.rules import robots_txt, security_txt

TODAY = date(2026, 10, 5)


def fields(contact: str) -> dict[str, str]:
    text = security_txt(contact, ("nl", "en"), address="https://dekkend.example/.well-known/security.txt", today=TODAY)
    return dict(line.split(": ", 1) for line in text.splitlines())


@pytest.mark.parametrize(
    ("contact", "written"),
    [("lek@dekkend.example", "mailto:lek@dekkend.example"), ("https://dekkend.example/lek", "https://dekkend.example/lek")],
)
def test_the_contact_is_an_address_that_a_machine_understands(contact, written):
    assert fields(contact)["Contact"] == written


def test_it_expires_in_the_future_and_within_a_year():
    expires = datetime.fromisoformat(fields("lek@dekkend.example")["Expires"])
    assert 30 < (expires.date() - TODAY).days < 365


def test_robots_are_kept_from_what_needs_a_login():
    text = robots_txt("https://dekkend.example/scholen/sitemap.xml")
    disallowed = re.findall(r"Disallow: (\S+)", text)
    assert text.endswith("Sitemap: https://dekkend.example/scholen/sitemap.xml\n")
    assert {"/documenten/", "/mensen/", "/account/"} <= set(disallowed)
    assert "/" not in disallowed
