"""What do the tests of adopting share: the people of a school that wrote a draft, and their browsers?"""

from __future__ import annotations

import pytest
from django.test import Client

from dekkend.organisations.words import Role
from tests.factories.adoptions import a_draft, people_of


@pytest.fixture
def people(site):
    a_draft(site)
    return people_of(site)


@pytest.fixture
def sees(people):
    """`sees(Role.BOARD)`: a browser in which that person has logged in."""

    def browser(role: Role) -> Client:
        client = Client()
        client.force_login(people[role])
        return client

    return browser
