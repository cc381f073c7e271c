"""How does a test sign someone in who gave a second factor too, as screens with personal data ask?"""

from __future__ import annotations

from allauth.account.internal.flows.login import _AUTHENTICATION_METHODS_USER_SESSION_KEY as WHO
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as HOW
from django.test import Client

from dekkend.accounts.models import User


def signed_in_fully(user: User, client: Client | None = None) -> Client:
    """A browser in which this person is in, with password and code, both long ago: what asks for them again still does."""
    client = client or Client()
    client.force_login(user)
    session = client.session
    session[HOW] = [{"method": "password", "at": 0}, {"method": "mfa", "type": "totp", "at": 0}]
    session[WHO] = str(user.pk)
    session.save()
    return client
