"""Does the demo fill an empty database, twice without harm, and only where it belongs?"""

import pytest
from django.core.management import CommandError, call_command

from dekkend.organisations.models import Membership, Site
from dekkend.profiles.models import ProfileVersion
from dekkend.reading.models import SourceDocument

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_demo_can_be_loaded_twice_and_shows_a_school(settings, tmp_path, client, capsys):
    settings.DEMO, settings.VAR = True, tmp_path
    for _ in range(2):
        call_command("demo_load")
    assert Site.anywhere.count() == 8
    assert Membership.objects.count() == 9
    assert sorted(SourceDocument.anywhere.values_list("state", flat=True)) == ["accepted", "read", "read", "refused"]
    assert ProfileVersion.anywhere.get().site.name == "De Vuurtoren"
    assert "De Vuurtoren" in client.get("/").content.decode()


def test_in_a_demo_a_visitor_steps_into_a_role_and_only_of_made_up_people(settings, tmp_path, client, person):
    settings.DEMO, settings.VAR = True, tmp_path
    call_command("demo_load")
    page = client.get("/demo/").content.decode()
    assert page.count("Stap in<span") == 9
    real = person()
    assert client.post("/demo/", {"person": real.pk}).status_code == 404
    chosen = Membership.objects.get(role="teacher").user
    assert client.post("/demo/", {"person": chosen.pk}).status_code == 302
    assert chosen.name in client.get("/account/").content.decode()


def test_outside_a_demo_nobody_steps_in(client, person):
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/", {"person": person().pk}).status_code == 404


def test_made_up_schools_do_not_get_into_a_real_installation():
    with pytest.raises(CommandError):
        call_command("demo_load")
