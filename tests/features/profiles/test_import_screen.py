"""Does a profile from a file become the draft of the chosen school and year, and leave a refused one nothing behind?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from dekkend.organisations.words import Role
from dekkend.profiles.gateways.exchange import dump_profile
from dekkend.profiles.models import ProfileDraft
from dekkend.profiles.words.roles import EDITORS
from dekkend.ui.templatetags.ui import in_words
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
ADDRESS = "/scholen/concepten/uit-bestand/"


def profile_of(site: Any, **blocks: Any) -> dict[str, Any]:
    return vuursprot(**blocks) | {"site": site.brin6, "school_year": "2024-2025"}


def bring_in(client: Any, site: Any, content: bytes, **given: str) -> Any:
    data = {"site": site.pk, "school_year": "2024-2025", "file": SimpleUploadedFile("profiel.json", content)}
    return client.post(ADDRESS, data | given)


@pytest.mark.parametrize("role", EDITORS)
def test_an_editor_makes_a_draft_of_the_chosen_school_and_year(signed_in, site, role):
    profile = profile_of(site)
    response = bring_in(signed_in(role, site), site, dump_profile(profile), school_year="2025-2026")
    draft = ProfileDraft.anywhere.get()
    assert response["Location"] == f"/scholen/{site.brin6}/2025-2026/"
    assert (draft.site, draft.school_year, draft.values) == (site, "2025-2026", profile["values"])


def test_the_draft_says_from_which_file_it_came_and_when(signed_in, site):
    client = signed_in(Role.DIRECTOR, site)
    content = dump_profile(profile_of(site))
    bring_in(client, site, content)
    kept = ProfileDraft.anywhere.get().source
    assert (kept.name, kept.content.read()) == ("profiel.json", content)
    page = client.get(f"/scholen/{site.brin6}/2024-2025/").content.decode()
    assert f"Overgenomen uit het bestand profiel.json, op {in_words(timezone.localdate(kept.kept_at))}." in page


def test_what_was_downloaded_can_be_brought_in_again(signed_in, site):
    client = signed_in(Role.DIRECTOR, site)
    bring_in(client, site, dump_profile(profile_of(site)))
    data = client.get(f"/scholen/{site.brin6}/2024-2025/profiel.json").content
    assert bring_in(client, site, data, school_year="2025-2026").status_code == 302
    first, second = ProfileDraft.anywhere.order_by("school_year")
    assert first.values == second.values


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Het bestand is geen JSON"),
        (b"PK\x03\x04\xff", "geen tekst in UTF-8"),
        (b'{"format": "dekkend-profile/9"}', "ander formaat dan dekkend-profile/1"),
        (b"[" * 100_000, "te diep genest"),
        (b" " * 5_000_001, "te groot"),
    ],
)
def test_what_is_no_profile_is_refused_with_the_reason_and_stores_nothing(signed_in, site, content, sentence):
    response = bring_in(signed_in(Role.DIRECTOR, site), site, content)
    assert response.status_code == 422
    assert sentence in response.context["form"].errors["file"][0]
    assert not ProfileDraft.anywhere.exists()


def test_a_wrong_answer_is_told_with_its_place(signed_in, site):
    profile = json.loads(dump_profile(profile_of(site)))
    profile["values"]["expertise"]["rows"]["autism"]["choice"] = "misschien"
    response = bring_in(signed_in(Role.DIRECTOR, site), site, dump_profile(profile))
    assert "expertise.autism" in response.context["form"].errors["file"][0]
    assert not ProfileDraft.anywhere.exists()


def test_a_profile_with_a_citizens_number_is_not_kept(signed_in, site):
    response = bring_in(signed_in(Role.DIRECTOR, site), site, dump_profile(profile_of(site, vision="BSN 123456782 staat hier.")))
    assert "Dat mogen wij niet bewaren" in response.context["form"].errors["file"][0]
    assert "123456782" not in response.content.decode()
    assert not ProfileDraft.anywhere.exists()


def test_the_profile_of_one_school_does_not_become_that_of_another(signed_in, site):
    response = bring_in(signed_in(Role.DIRECTOR, site), site, dump_profile(profile_of(site) | {"site": "00XX00"}))
    assert "00XX00" in response.context["form"].errors["site"][0]
    assert not ProfileDraft.anywhere.exists()


def test_a_draft_that_is_there_is_replaced_only_when_asked(signed_in, site):
    client, content = signed_in(Role.DIRECTOR, site), dump_profile(profile_of(site))
    bring_in(client, site, content)
    assert "al een concept" in bring_in(client, site, content).context["form"].errors["replace"][0]
    assert ProfileDraft.anywhere.count() == 1
    assert bring_in(client, site, content, replace="on").status_code == 302
    assert ProfileDraft.anywhere.filter(closed_at__isnull=True).count() == 1


def test_a_school_out_of_reach_cannot_be_chosen(signed_in, site):
    other = a_site(a_region("SWV Elders"))
    response = bring_in(signed_in(Role.DIRECTOR, site), other, dump_profile(profile_of(other)))
    assert response.context["form"].errors["site"] == ["Kies een school uit de lijst."]
    assert not ProfileDraft.anywhere.exists()


@pytest.mark.parametrize("role", [role for role in Role if role not in EDITORS])
def test_who_only_looks_brings_in_nothing(signed_in, site, role):
    client = signed_in(role, site)
    assert bring_in(client, site, dump_profile(profile_of(site))).status_code == 403
    assert ADDRESS not in client.get("/scholen/concepten/").content.decode()


def test_an_editor_finds_the_screen_on_that_of_drafts(signed_in, site):
    assert f'href="{ADDRESS}"' in signed_in(Role.DIRECTOR, site).get("/scholen/concepten/").content.decode()
