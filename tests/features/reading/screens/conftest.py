"""Who hands in and checks documents in these tests?"""

from __future__ import annotations

import pytest
from django.test import Client

from dekkend.accounts.models import User
from dekkend.organisations.words import Role
from dekkend.reading.models import SourceDocument
from tests.factories.documents import read_document
from tests.factories.sessions import signed_in_fully


@pytest.fixture
def adviser(person, site) -> User:
    return person(Role.ADVISER, site)


@pytest.fixture
def browser(adviser) -> Client:
    """The browser of the adviser."""
    return signed_in_fully(adviser)


@pytest.fixture
def document(adviser, site) -> SourceDocument:
    """A profile of De Vuursprot that was read, with two doubtful rows."""
    return read_document(adviser, site)
