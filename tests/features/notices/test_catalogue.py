"""Does the catalogue list every mail that is sent past the outbox, and show it as it is?"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.utils.html import escape

import dekkend
from dekkend.accounts.models import User
from dekkend.notices.queries import direct_letters
from dekkend.notices.views import filled_in
from dekkend.organisations.words import Role

PRODUCT = Path(dekkend.__file__).parent
TEMPLATES = {str(path.relative_to(path.parents[2])) for path in PRODUCT.glob("*/templates/*/email/*") if not path.name.startswith("base_")}


@pytest.fixture
def browser(person, site) -> Client:
    client = Client()
    client.force_login(person(Role.ADMINISTRATOR, site))
    return client


def test_every_template_of_a_mail_is_in_the_catalogue_and_nothing_else():
    ours = {f"{letter.template}_{part}.txt" for letter in direct_letters().values() for part in ("subject", "message")}
    assert TEMPLATES
    assert ours == TEMPLATES


def test_no_other_part_of_the_product_sends_mail_by_itself():
    senders = {"EmailMessage(", "EmailMultiAlternatives(", "send_mail(", "send_mass_mail(", "mail_admins(", "mail_managers("}
    found = {str(path.relative_to(PRODUCT)) for path in PRODUCT.rglob("*.py") if any(sender in path.read_text() for sender in senders)}
    assert found == {"notices/gateways.py", "accounts/gateways/adapters.py"}


@pytest.mark.django_db
@pytest.mark.parametrize("code", direct_letters())
def test_every_mail_of_the_login_can_be_looked_at(browser, code):
    letter = direct_letters()[code]
    assert letter.trigger in browser.get("/berichten/soorten/").content.decode()
    shown = browser.get(f"/berichten/soorten/{code}/").content.decode()
    assert escape(filled_in(letter).subject) in shown
    assert escape(filled_in(letter).text) in shown
    assert ("geheime link" in shown) is letter.secret


@pytest.mark.parametrize("letter", direct_letters().values())
def test_an_example_leaves_nothing_open(letter):
    text = filled_in(letter).text
    assert "{{" not in text
    assert all(str(value) in text for value in letter.example.values() if isinstance(value, str))
    assert "timestamp" not in letter.example or "2 maart 2026, 10.30 uur" in text


@pytest.mark.django_db
def test_the_example_of_a_forgotten_password_says_what_the_mail_says(client):
    User.objects.create_user("ib@zilverkust.example", "vier woorden op rij", name="Joris")
    client.post("/account/wachtwoord-vergeten/", {"email": "ib@zilverkust.example"})
    example, sent = filled_in(direct_letters()["account.password_reset_key"]), mail.outbox[0]
    assert sent.subject == example.subject
    without = [[line for line in text.splitlines() if "://" not in line and "Dekkend, " not in line] for text in (sent.body, example.text)]
    assert without[0] == without[1]
