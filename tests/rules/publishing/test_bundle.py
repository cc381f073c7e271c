"""Does the word of explanation in the file of a region count in whole Dutch?"""

from __future__ import annotations

import pytest

from dekkend.publishing.rules.bundle import explanation
from dekkend.publishing.words.bundle import SchoolFiles


def school(brin6: str) -> SchoolFiles:
    return SchoolFiles(brin6, "De Vuursprot", "Zilverduin", "2026-2027", 1, "ab" * 32, "https://dekkend.example/1/", ())


@pytest.mark.parametrize(("codes", "said"), [(["99ZZ00"], "1 school met een"), (["99ZZ00", "99ZZ01"], "2 scholen met een")])
def test_one_school_is_not_said_as_many(codes: list[str], said: str) -> None:
    assert f"Stand van 1 september 2026: {said} openbaar aanbod." in explanation("Zilverkust", "2026-09-01", map(school, codes)).decode()
