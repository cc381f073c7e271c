"""Can a school put an earlier moment of its draft back, and show a picture that everyone can read?"""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from dekkend.organisations.words import Role
from dekkend.profiles.actions import confirm, make_draft
from dekkend.profiles.models import ProfileDraft, RestorePoint
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
YEAR = "2024-2025"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


@pytest.fixture
def draft(site) -> ProfileDraft:
    return make_draft(site, vuursprot() | {"school_year": YEAR}, evidence={}, source=None, made_by=None, now=timezone.now())


@pytest.fixture
def director(signed_in, site):
    return signed_in(Role.DIRECTOR, site)


def address(site: Any, rest: str = "") -> str:
    return f"/scholen/aanbod/{site.brin6}/{YEAR}/{rest}"


def fresh(draft: ProfileDraft) -> ProfileDraft:
    return ProfileDraft.anywhere.get(pk=draft.pk)


def test_an_earlier_moment_is_looked_at_and_put_back(director, site, draft):
    before = draft.values["vision"]
    director.post(address(site, "bewaar/"), {"path": "vision", "part": "vision", "vision": "Anders.", "was:vision": "", "base:vision": "0"})
    director.post(address(site, "momenten/"), {"keep": "Voor de vakantie"})
    assert RestorePoint.anywhere.get().reason == "Voor de vakantie"
    page = director.get(address(site, "momenten/?moment=0")).content.decode()
    assert "Anders." in page
    assert "Ook wat er bevestigd is, gaat terug naar dat moment." in page
    director.post(address(site, "momenten/"), {"moment": "0"})
    assert fresh(draft).values["vision"] == before
    director.post(address(site, "momenten/"), {"point": str(RestorePoint.anywhere.get().pk)})
    assert fresh(draft).values["vision"] == "Anders."


def test_the_preview_says_which_answers_are_to_be_confirmed_again(director, site, draft):
    ProfileDraft.anywhere.filter(pk=draft.pk).update(standing={"vision": {"since": "2023-2024", "confirmed_on": None, "open": True}})
    confirm(fresh(draft), ["vision"], by=None, now=timezone.now())
    page = director.get(address(site, "momenten/?moment=0")).content.decode()
    assert "De antwoorden blijven gelijk." in page
    assert "Eén antwoord is dan weer te bevestigen." in page
    assert "Zet dit moment terug" in page


@pytest.mark.parametrize("asked", ["?moment=99", "?moment=x", "?punt=99", "?punt=x"])
def test_a_moment_that_is_not_of_this_draft_is_not_there(director, site, draft, asked):
    assert director.get(address(site, f"momenten/{asked}")).status_code == 404


def upload(director, site, content: bytes, **more: str) -> Any:
    given = {"support_scheme.picture": SimpleUploadedFile("plaat.png", content), "support_scheme.alt": "Van groep naar team"} | more
    return director.post(address(site, "afbeelding/support_scheme/"), given)


def test_a_picture_is_taken_in_by_its_content_shown_and_taken_away(director, site, draft, signed_in):
    upload(director, site, PNG)
    stored = fresh(draft).values["support_scheme"]
    assert stored["alt"] == "Van groep naar team"
    shown = director.get(address(site, "afbeelding/support_scheme/"))
    assert (shown["Content-Type"], b"".join(shown.streaming_content)) == ("image/png", PNG)
    stranger = signed_in(Role.DIRECTOR, a_site(a_region("SWV Elders")))
    assert stranger.get(address(site, "afbeelding/support_scheme/")).status_code == 404
    director.post(address(site, "afbeelding/support_scheme/"), {"remove": "ja"})
    assert fresh(draft).values["support_scheme"] is None


@pytest.mark.parametrize(
    ("content", "more", "sentence"),
    [
        (b"<svg onload=x>", {}, "geen PNG of JPEG"),
        (PNG, {"support_scheme.alt": " "}, "wat er op de afbeelding staat"),
        (PNG * 250_000, {}, "groter dan 10 MB"),
    ],
)
def test_a_picture_that_cannot_be_shown_to_all_is_refused_with_a_sentence(director, site, draft, content, more, sentence):
    upload(director, site, content, **more)
    assert sentence in director.get(address(site, "deel/support_structure/")).content.decode()
    assert fresh(draft).values["support_scheme"] is None


def test_a_form_cannot_point_at_a_file_of_someone_else(director, site, draft):
    given = {"path": "support_scheme", "part": "support_structure", "support_scheme.file": "ab" * 32, "support_scheme.alt": "x"}
    director.post(address(site, "bewaar/"), given | {"was:support_scheme": "", "base:support_scheme": "0"})
    assert fresh(draft).values["support_scheme"]["file"] is None
