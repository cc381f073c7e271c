"""Does a demo leave a real database alone, when its address stands in the environment by mistake?"""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.demo.actions.emptying import empty
from dekkend.demo.actions.loading import fill
from dekkend.demo.actions.recognising import NotADemo, refuse_real_data
from dekkend.organisations.models import Partnership
from tests.factories.organisations import a_region

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def demo(settings, tmp_path) -> None:
    settings.DEMO, settings.VAR = True, tmp_path


@pytest.mark.parametrize("options", [[], ["--reset"]])
def test_the_command_touches_nothing_among_the_data_of_others(options):
    region = a_region("SWV Elders")
    with pytest.raises(CommandError, match=f"samenwerkingsverbanden .{region.code}. die de demo niet maakte.*DATABASE_URL"):
        call_command("demo", *options)
    assert list(Partnership.objects.all()) == [region]


@pytest.mark.parametrize("act", [empty, lambda: fill("geheim", now=timezone.now())])
def test_people_alone_are_enough_to_keep_off(act, person):
    somebody = person()
    with pytest.raises(NotADemo, match="Er is niets veranderd"):
        act()
    assert list(User.objects.all()) == [somebody]


def test_starting_over_on_the_screen_says_what_is_wrong_and_removes_nothing(client):
    region = a_region("SWV Elders")
    answer = client.post("/demo/opnieuw/", follow=True)
    assert "gegevens die niet van de demo zijn" in answer.content.decode()
    assert list(Partnership.objects.all()) == [region]


def test_a_demo_to_which_a_real_region_was_added_is_not_emptied_either():
    call_command("demo")
    a_region("SWV Elders")
    with pytest.raises(NotADemo):
        empty()
    assert Partnership.objects.count() == 2


def test_the_own_demo_may_start_over_with_whoever_was_invited_in_it(person):
    call_command("demo")
    person()
    refuse_real_data()
