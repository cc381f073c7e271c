"""Does the demo fill an empty database, twice without harm, and only where it belongs?"""

from collections import Counter
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from dekkend.config.work import drain
from dekkend.demo.gateways.files import story
from dekkend.files.models import StoredFile
from dekkend.organisations.models import Membership, Site
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from dekkend.reading.models import SourceDocument

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def demo(settings, tmp_path) -> None:
    settings.DEMO, settings.VAR = True, tmp_path
    call_command("demo")


def test_the_demo_is_ready_at_once_and_its_documents_are_read_later(demo, client):
    assert Site.anywhere.count() == 40
    assert Counter(SourceDocument.anywhere.values_list("state", flat=True)) == {"accepted": 1, "waiting": len(story().samples) - 1}
    with_proof = ProfileVersion.anywhere.get(source__isnull=False)
    assert with_proof.site.name == "De Zilvertoren"
    assert "De Zilvertoren" in client.get("/").content.decode()


def test_every_document_becomes_what_the_demo_says(demo):
    drain()
    became = dict(SourceDocument.anywhere.values_list("name", "state"))
    assert became == {sample.file: sample.becomes for sample in story().samples}


def test_loading_twice_doubles_nothing(demo):
    before = counts()
    call_command("demo")
    assert counts() == before


def test_the_late_schools_have_no_profile_of_this_year_and_one_of_them_a_draft(demo):
    late = Site.anywhere.filter(name__in=["De Zeeklit", "De Bakenwachter"])
    assert not ProfileVersion.anywhere.filter(site__in=late, school_year="2026-2027").exists()
    drafts = ProfileDraft.anywhere.filter(replaced_at__isnull=True, source__isnull=True)
    assert [str(draft) for draft in drafts] == ["De Bakenwachter, 2026-2027"]


def test_starting_over_brings_back_the_same_and_nothing_more(demo, person):
    before, old_file = counts(), StoredFile.objects.first().content.path
    person()
    ProfileVersion.anywhere.filter(school_year="2023-2024").delete()
    call_command("demo", "--reset")
    assert counts() == before
    assert not Path(old_file).exists()


def test_in_a_demo_a_visitor_steps_into_a_role_and_only_of_made_up_people(demo, client, person):
    page = client.get("/demo/").content.decode()
    assert page.count("Stap in<span") == 9
    real = person()
    assert client.post("/demo/", {"person": real.email}).status_code == 404
    chosen = Membership.anywhere.get(role="teacher").user
    assert client.post("/demo/", {"person": chosen.email}).status_code == 302
    assert chosen.name in client.get("/account/").content.decode()


def test_outside_a_demo_nobody_steps_in(client, person):
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/", {"person": person().email}).status_code == 404


@pytest.mark.parametrize("options", [[], ["--reset"]])
def test_made_up_schools_do_not_get_into_a_real_installation_and_nothing_is_removed_there(options, person):
    somebody = person()
    with pytest.raises(CommandError):
        call_command("demo", *options)
    somebody.refresh_from_db()


def counts() -> dict[str, int]:
    return {model.__name__: model.anywhere.count() for model in (Site, Membership, ProfileVersion, ProfileDraft, SourceDocument)}
