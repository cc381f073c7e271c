"""Can someone of a region make, change, compare, take away and undo a scenario, and nobody else?"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.coverage.models import CoverageSettings
from dekkend.organisations.models import Site
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from dekkend.planning.actions.scenarios import from_plan
from dekkend.planning.jobs import take_up_plans
from dekkend.planning.models import Scenario
from dekkend.planning.rules.scenario_data import as_data
from dekkend.planning.words.changes import AddOffer
from dekkend.register.actions.keeping import changed
from dekkend.register.models import Closure, RegisterSite
from tests.factories.offers import NT2
from tests.factories.organisations import a_region, a_site
from tests.factories.scenarios import a_scenario, a_village

pytestmark = pytest.mark.django_db
LIST, MAKE, WHAT_IF = "/dekking/scenarios/", "/dekking/scenarios/nieuw/", "/dekking/scenarios/wat-als/"


@pytest.fixture
def placed(site):
    return a_village(site)


@pytest.fixture
def adviser(signed_in, placed):
    return signed_in(Role.ADVISER, placed)


@pytest.fixture
def other(placed):
    return Site.anywhere.get(name="De Kokkel")


def page_of(client, address: str) -> str:
    return client.get(address).content.decode()


def the_only_one() -> Scenario:
    return Scenario.anywhere.get(removed_at=None)


def events() -> list[str]:
    return list(Entry.objects.filter(event__startswith="scenario.").order_by("number").values_list("event", flat=True))


@pytest.fixture
def closing(adviser, placed):
    """The scenario in which De Vuursprot closes, made in one step."""
    adviser.post(WHAT_IF, {"school": placed.brin6})
    return the_only_one()


def test_what_if_a_school_stops_takes_one_step_and_says_what_it_does(adviser, placed):
    answer = adviser.post(WHAT_IF, {"school": placed.brin6}, follow=True)
    page = answer.content.decode()
    assert "Als De Vuursprot sluit" in page
    assert "De Vuursprot sluit." in page
    assert "100 kinderen hebben dit niet meer dichtbij: " in page
    assert the_only_one().changes == [{"what": "close_site", "brin6": placed.brin6}]
    assert events() == ["scenario.made"]


def test_what_if_a_school_stops_with_one_kind(adviser, placed):
    page = adviser.post(WHAT_IF, {"school": placed.brin6, "soort": NT2}, follow=True).content.decode()
    assert "Als De Vuursprot stopt met Nederlands als tweede taal (NT2)" in page
    assert "100 kinderen hebben dit niet meer dichtbij" in page


@pytest.mark.parametrize("asked", [{}, {"school": "99ZZ99"}, {"school": "' OR 1=1"}])
def test_what_if_about_a_school_that_is_not_there_is_not_found(adviser, asked):
    assert adviser.post(WHAT_IF, asked).status_code == 404


def test_asking_the_same_twice_makes_two_with_different_names(adviser, placed):
    for _ in range(2):
        adviser.post(WHAT_IF, {"school": placed.brin6})
    assert set(Scenario.anywhere.values_list("name", flat=True)) == {"Als De Vuursprot sluit", "Als De Vuursprot sluit (2)"}


def test_a_scenario_gets_a_name_and_then_its_changes(adviser, placed, other):
    assert "Nog geen scenario" in page_of(adviser, LIST)
    adviser.post(MAKE, {"name": "Nieuwe wijk", "note": "Voor het ondersteuningsplan."})
    made = the_only_one()
    here = f"{LIST}{made.pk}/verandering/"
    assert adviser.post(f"{here}kinderen-erbij/", {"postcode": "9998", "children": 140, "reason": "nieuwbouw"}).status_code == 302
    assert adviser.post(f"{here}hulp-erbij/", {"brin6": other.brin6, "code": NT2, "hours": "6,5"}).status_code == 302
    page = page_of(adviser, f"{LIST}{made.pk}/")
    assert "In 9998 Duin 9998 komen 140 kinderen wonen (nieuwbouw)." in page
    assert "De Kokkel krijgt erbij: Nederlands als tweede taal (NT2), 6,5 uur per week." in page
    assert "60 kinderen krijgen dit dichtbij" in page
    assert "Er wonen 300 kinderen; nu zijn dat er 160." in page
    assert events() == ["scenario.made", "scenario.changed", "scenario.changed"]
    assert "Nieuwe wijk" in page_of(adviser, LIST)


@pytest.mark.parametrize(
    ("way", "given", "sentence"),
    [
        ("school-sluit", {}, "Dit veld is verplicht"),
        ("school-sluit", {"brin6": "99ZZ99"}, "Selecteer een geldige keuze"),
        ("hulp-erbij", {"code": NT2}, "De school heeft dit al."),
        ("andere-uren", {"code": NT2, "hours": "0"}, "0,25"),
        ("kinderen-erbij", {"postcode": "9998", "children": "4"}, "5"),
        ("kinderen-erbij", {"postcode": "1234", "children": "40"}, "Dit gebied staat niet in het register van deze regio."),
        ("kinderen-erbij", {"postcode": "hier", "children": "40"}, "Dit is geen postcode van een gebied."),
    ],
)
def test_a_change_that_cannot_be_is_refused_with_a_sentence(adviser, placed, way, given, sentence):
    adviser.post(MAKE, {"name": "Proef"})
    if way != "kinderen-erbij" and given:
        given = {"brin6": placed.brin6} | given
    answer = adviser.post(f"{LIST}{the_only_one().pk}/verandering/{way}/", given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert the_only_one().changes == []


def test_a_change_is_taken_out_and_put_back(adviser, closing, placed):
    here = f"{LIST}{closing.pk}/verandering/"
    page = adviser.post(f"{here}weg/", {"verandering": f"close_site:{placed.brin6}"}).content.decode()
    assert "De verandering is weg" in page
    assert the_only_one().changes == []
    hidden = re.search(r'name="verandering" value="([^"]+)"', page)[1].replace("&quot;", '"')
    adviser.post(f"{here}terug/", {"verandering": hidden})
    assert the_only_one().changes == [{"what": "close_site", "brin6": placed.brin6}]


@pytest.mark.parametrize("sent", ["", "{}", "[]", "null", '{"what": "close_site", "brin6": "x"}', '{"what": ["close_site"]}', "[" * 900])
def test_something_else_than_a_change_is_not_put_back(adviser, closing, sent):
    answer = adviser.post(f"{LIST}{closing.pk}/verandering/terug/", {"verandering": sent}, follow=True)
    assert answer.status_code == 200
    assert len(the_only_one().changes) == 1


def test_a_scenario_is_described_copied_removed_and_brought_back(adviser, closing):
    here = f"{LIST}{closing.pk}/"
    adviser.post(f"{here}beschrijf/", {"name": "Krimp", "note": "Dat kan."})
    adviser.post(f"{here}kopie/")
    assert set(Scenario.anywhere.values_list("name", "note")) == {("Krimp", "Dat kan."), ("Krimp (kopie)", "Dat kan.")}
    assert adviser.post(MAKE, {"name": "Krimp"}).status_code == 422
    page = adviser.post(f"{here}weg/").content.decode()
    assert "Het scenario is weg" in page
    assert adviser.get(here).status_code == 404
    adviser.post(f"{here}terug/")
    assert adviser.get(here).status_code == 200
    assert events() == ["scenario.made", "scenario.renamed", "scenario.made", "scenario.removed", "scenario.back"]


def test_what_no_longer_fits_is_shown_and_not_counted(adviser, placed):
    made = Scenario.anywhere.create(
        partnership=placed.partnership,
        name="Oud",
        changes=[{"what": "close_site", "brin6": "99ZZ99"}],
        made_at="2026-01-01T10:00Z",
        changed_at="2026-01-01T10:00Z",
    )
    page = page_of(adviser, f"{LIST}{made.pk}/")
    assert "telt niet mee" in page
    assert "Deze vestigingscode is niet bekend. Kijk of de code klopt." in page
    assert "Er verandert niets" in page
    assert "1 verandering telt niet mee" in page_of(adviser, LIST)


def test_of_a_school_that_closed_it_is_said_since_when(adviser, placed):
    made = a_scenario(placed.partnership, "Oud", [{"what": "end_offer", "brin6": placed.brin6, "code": NT2}])
    Closure.anywhere.create(site=placed, closed_on=date(2026, 8, 1))
    RegisterSite.objects.filter(brin6=placed.brin6).delete()
    changed()
    page = page_of(adviser, f"{LIST}{made.pk}/")
    assert "De Vuursprot stopt met: Nederlands als tweede taal (NT2)." in page
    assert "De school is gesloten sinds 1 augustus 2026." in page


def test_of_a_school_elsewhere_it_is_said_that_it_lies_in_another_region(adviser, placed):
    far = a_site(a_region("SWV Verre Kust"), name="De Verre Kust")
    made = a_scenario(placed.partnership, "Oud", [{"what": "close_site", "brin6": far.brin6}])
    page = page_of(adviser, f"{LIST}{made.pk}/")
    assert "De Verre Kust sluit." in page
    assert "De school ligt niet in deze regio, of niet meer." in page


def test_a_change_that_a_later_one_undoes_does_not_stand_there_as_if_it_counts(adviser, placed, other):
    here = {"brin6": other.brin6, "code": NT2}
    made = a_scenario(placed.partnership, "Heen en weer", [{"what": "add_offer", **here}, {"what": "end_offer", **here}])
    page = page_of(adviser, f"{LIST}{made.pk}/")
    assert page.count("telt niet mee") == 1
    assert "Later in dit scenario stopt deze hulp." in page
    assert "1 verandering telt niet mee" in page_of(adviser, LIST)


def test_a_plan_becomes_a_scenario(placed, other, person):
    by, now = person(Role.ADVISER, placed), timezone.now()
    given = {"by": by, "scope": scope_of(by, timezone.localdate(now)), "now": now}
    offer = AddOffer(other.brin6, NT2, Decimal("1.5"))
    made = from_plan(placed.partnership, "Plan voor NT2", [offer, offer], **given)
    assert made.changes == [{"what": "add_offer", "brin6": other.brin6, "code": NT2, "hours": "1.5"}]
    assert from_plan(placed.partnership, "Plan voor NT2", [offer], **given).name == "Plan voor NT2 (2)"


def test_screens_about_coverage_ask_what_if_at_each_school_that_has_it(adviser, placed, other):
    asks = 'action="/dekking/scenarios/wat-als/"'
    page = page_of(adviser, f"/dekking/soort/{NT2}/")
    assert page.count(asks) == 1  # De Vuursprot has it, De Kokkel did not say
    assert asks in page_of(adviser, "/dekking/kwetsbaar/")
    assert 'href="/dekking/scenarios/"' in page_of(adviser, "/dekking/")


def test_a_board_looks_at_coverage_and_makes_no_scenarios(signed_in, placed):
    board = signed_in(Role.BOARD, placed)
    for address in (f"/dekking/soort/{NT2}/", "/dekking/kwetsbaar/", "/dekking/"):
        assert "/dekking/scenarios/" not in page_of(board, address)
    assert board.get(LIST).status_code == 403
    assert board.post(WHAT_IF, {"school": placed.brin6}).status_code == 403
    assert not Scenario.anywhere.exists()


def test_what_was_removed_is_thrown_away_after_a_month_and_what_is_kept_is_not(placed):
    now = timezone.now()
    long_ago, lately = a_scenario(placed.partnership, "Lang geleden"), a_scenario(placed.partnership, "Kort geleden")
    a_scenario(placed.partnership, "Bewaard")
    for each, days in ((long_ago, 31), (lately, 29)):
        Scenario.anywhere.filter(pk=each.pk).update(removed_at=now - timedelta(days=days))
    take_up_plans(now=now)
    assert set(Scenario.anywhere.values_list("name", flat=True)) == {"Kort geleden", "Bewaard"}


def test_what_if_a_school_stops_with_what_it_does_not_have_is_refused_with_a_sentence(adviser, other):
    page = adviser.post(WHAT_IF, {"school": other.brin6, "soort": NT2}, follow=True).content.decode()
    assert "Van deze school is niet bekend of zij dit heeft." in page
    assert not Scenario.anywhere.exists()


def test_what_is_gone_is_called_by_its_name(adviser, placed):
    RegisterSite.objects.create(brin6="99ZZ99", name="Het Wrak", place="Duin", kind="bo", closed_on="2026-01-01")
    changes = [AddOffer("99ZZ99", NT2), AddOffer(placed.brin6, "facilities.lift")]
    CoverageSettings.anywhere.create(partnership=placed.partnership, values={"codes": [NT2]}, at=timezone.now())
    made = a_scenario(placed.partnership, changes=as_data(changes))
    page = page_of(adviser, f"{LIST}{made.pk}/")
    assert "Het Wrak krijgt erbij: Nederlands als tweede taal (NT2)." in page
    assert "De Vuursprot krijgt erbij: Lift." in page
    assert "99ZZ99 krijgt" not in page
    assert "Het Wrak krijgt erbij" in page_of(adviser, LIST)
