"""How do tests of coverage begin: with nothing kept of another test's database?"""

import pytest

from dekkend.coverage.gateways import kept
from dekkend.register.queries import geography


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    kept.forget()
    geography.forget()
