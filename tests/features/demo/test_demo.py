"""Does the demo fill an empty database, twice without harm, and only where it belongs?"""

from collections import Counter
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from dekkend.config.work import drain
from dekkend.demo.actions.emptying import empty
from dekkend.demo.gateways.files import story
from dekkend.demo.rules.clock import LAST
from dekkend.files.models import StoredFile
from dekkend.organisations.models import Membership, Place, Site
from dekkend.profiles.gateways import guards as version_guards
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
    with_proof = ProfileVersion.anywhere.get(source__isnull=False, published_on__isnull=False)
    assert with_proof.site.name == "De Zilvertoren"
    assert "De Zilvertoren" in client.get("/").content.decode()


def test_a_guide_section_says_what_pupils_changed_and_others_quote_the_school(demo, client):
    heard = Site.anywhere.get(name="De Reddingsboei").brin6
    told = client.get(f"/scholen/{heard}/2026-2027/documenten/schoolgids.html").content.decode()
    assert "Leerlingen gaven hun mening op" in told
    assert "Daarom staat er nu in het aanbod dat een kind ook in de kamer naast de hal mag werken." in told
    own = Site.anywhere.get(name="Het Wantijhuis").brin6
    assert "Wat leerlingen ervan vinden" in client.get(f"/scholen/{own}/2026-2027/documenten/schoolgids.html").content.decode()


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
    drafts = ProfileDraft.anywhere.filter(closed_at__isnull=True, source__isnull=True)
    assert [str(draft) for draft in drafts] == ["De Bakenwachter, 2026-2027"]


def test_starting_over_brings_back_the_same_and_nothing_more(demo, person):
    before, old_file = counts(), StoredFile.objects.first().content.path
    person()
    version_guards.remove(connection)  # starting over sets them again
    ProfileVersion.anywhere.filter(school_year="2023-2024").delete()
    call_command("demo", "--reset")
    assert counts() == before
    assert not Path(old_file).exists()


def test_the_postcode_areas_of_the_story_are_there_and_say_that_they_are_made_up(demo):
    assert {place.postcode for place in Place.objects.all()} == {area.postcode for area in story().region.areas}
    assert Place.objects.count() == 80
    place, area = Place.objects.get(postcode="8942"), next(area for area in story().region.areas if area.postcode == "8942")
    assert (place.name, place.municipality, place.source) == (area.place, "Zilverkust", "verzonnen")
    assert (place.x, place.y) == pytest.approx(area.centre, abs=0.1)
    assert place.children == area.children
    empty()
    assert not Place.objects.exists()


def test_every_role_ends_with_the_story_and_can_be_renewed_in_its_last_summer(demo, client, settings):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "dekkend.demo.middleware.TimeMachine"]
    assert set(Membership.anywhere.values_list("ends_on", flat=True)) == {LAST}
    client.post("/demo/", {"person": Membership.anywhere.get(role="administrator").user.email})
    assert "31 juli 2027" in client.get("/mensen/").content.decode()
    for day, offered in (("2026-10-05", False), ("2027-06-15", True)):
        client.post("/demo/dag/", {"day": day})
        assert ("nu tot en met 31 juli 2027" in client.get("/mensen/verlengen/").content.decode()) is offered


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
    scoped = (Site, Membership, ProfileVersion, ProfileDraft, SourceDocument)
    return {model.__name__: model.anywhere.count() for model in scoped} | {"Place": Place.objects.count()}
