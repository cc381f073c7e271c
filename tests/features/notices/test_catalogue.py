"""Does every mail of the login library have a letter in our catalogue, and does no other part of the product send mail by itself?"""

from __future__ import annotations

from pathlib import Path

import allauth
import pytest
from django.conf import settings
from django.utils.html import escape

import dekkend
from dekkend.accounts.words.changes import CHANGES, RESET_LINK, UNKNOWN_ACCOUNT
from dekkend.notices.rules.composing import example
from dekkend.notices.words import LETTERS, Notice
from dekkend.organisations.words import Role

PRODUCT, LIBRARY = Path(dekkend.__file__).parent, Path(allauth.__file__).parent
# Mails that the library knows and that cannot go out here, with the reason.
NEVER = {
    "account/email/account_already_exists": "nobody signs up by himself",
    "account/email/email_changed": "there is no screen to change an address",
    "account/email/email_confirm": "there is no screen to change an address",
    "account/email/email_deleted": "there is no screen to change an address",
    "account/email/email_confirmation": "an account is made on invitation, to the address itself",
    "account/email/email_confirmation_signup": "an account is made on invitation, to the address itself",
    "account/email/login_code": "there are no codes by mail",
    "account/email/password_reset_code": "there are no codes by mail",
}


def mails_of_the_library() -> set[str]:
    found = LIBRARY.glob("templates/*/email/*_message.txt")
    names = {str(path.relative_to(LIBRARY / "templates")).removesuffix("_message.txt") for path in found}
    return {name for name in names if "/base" not in name and f"allauth.{name.split('/')[0]}" in settings.INSTALLED_APPS}


def test_every_mail_of_the_library_is_a_letter_of_ours_or_cannot_go_out():
    assert mails_of_the_library() == {*CHANGES, RESET_LINK, UNKNOWN_ACCOUNT, *NEVER}


def test_no_other_part_of_the_product_sends_mail_by_itself():
    senders = {"EmailMessage(", "EmailMultiAlternatives(", " send_mail(", "send_mass_mail(", "mail_admins(", "mail_managers("}
    found = {str(path.relative_to(PRODUCT)) for path in PRODUCT.rglob("*.py") if any(sender in path.read_text() for sender in senders)}
    assert found == {"notices/gateways.py", "accounts/views/witnessed.py"}


@pytest.mark.django_db
@pytest.mark.parametrize("notice", Notice)
def test_every_mail_can_be_looked_at(signed_in, site, notice, settings):
    browser, letter = signed_in(Role.ADMINISTRATOR, site), LETTERS[notice]
    assert letter.trigger in browser.get("/berichten/soorten/").content.decode()
    shown = browser.get(f"/berichten/soorten/{notice.value}/").content.decode()
    assert escape(example(notice, site=settings.SITE_ADDRESS).text) in shown
    assert ("bewaren wij de tekst niet" in shown) is letter.secret


def test_the_link_for_a_new_password_works_as_long_as_the_mail_says():
    letter = LETTERS[Notice.PASSWORD_RESET]
    assert letter.works.total_seconds() == settings.PASSWORD_RESET_TIMEOUT
    assert "één dag" in letter.text
