"""Who may ask where an extra offer helps most, on screen and on the command line, and which questions come back with a sentence?"""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
from django.utils import timezone

from dekkend.coverage.models import CostRate, CoverageSettings
from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.models import Site
from dekkend.organisations.words import Role
from dekkend.planning.actions.plans import make
from dekkend.planning.models import Plan, Scenario
from dekkend.planning.queries.working_out import work_out
from dekkend.planning.rules.asking import as_data
from dekkend.planning.words.asking import Asked, Way
from tests.factories.ground import put_area
from tests.factories.offers import NT2
from tests.factories.organisations import a_region, a_site
from tests.factories.plans import ASKED, a_plan

pytestmark = pytest.mark.django_db
LIST, FORM = "/dekking/plan/", "/dekking/plan/vraag/"
FILLED = {"code": NT2, "way": "offers", "offers": "1", "share": "95", "least": "offers"}


def page_of(client, address: str) -> str:
    return client.get(address).content.decode()


def address_of(plan: Plan) -> str:
    return f"{LIST}{plan.pk}/"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"way": "share", "share": "10"}, "Er is nu al zoveel gedekt."),
        ({"offers": ""}, "Dit is nog leeg. Vul een getal in bij wat u koos."),
        ({"offers": "51"}, "Vul een getal in van 1 tot en met 50."),
        (
            {"way": "euros", "euros": "5000"},
            "De directeur of de beheerder van het samenwerkingsverband vult dit in bij Dekking, Bedragen",
        ),
        ({"radius_km": "0,1"}, "Vul een getal in van 0,5 tot en met 25."),
        ({"way": "euros", "euros": "100000001"}, "tot en met 100.000.000."),
        ({"without": "11AA00"}, "11AA00"),
        ({"code": "expertise.flying"}, "expertise.flying"),
        ({"way": "alles"}, "alles"),
    ],
)
def test_a_question_that_cannot_be_asked_comes_back_with_a_sentence(adviser, changes, sentence):
    response = adviser.post(FORM, FILLED | changes)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Plan.anywhere.exists()


def test_a_kind_that_everyone_has_near_needs_no_plan(adviser, placed):
    response = adviser.post(FORM, FILLED | {"radius_km": "25", "way": "share", "share": "100"})
    assert response.status_code in (302, 422)
    for postcode in ("9998", "9997", "9996"):
        put_area(placed.partnership, postcode, 100_000, 400_000, 10)
    response = adviser.post(FORM, FILLED)
    assert "Elk kind heeft hiervoor al een school dichtbij." in response.content.decode()


def test_money_is_asked_with_the_amounts_of_the_region(adviser, placed):
    year = str(SchoolYear.of(timezone.localdate()))
    given = {"partnership": placed.partnership, "school_year": year, "code": NT2, "at": timezone.now()}
    CostRate.anywhere.create(per="hour", euros=Decimal("1250.50"), **given)
    asked = FILLED | {"way": "euros", "euros": "5002"}
    assert "hoeveel uur per week" in adviser.post(FORM, asked).content.decode()
    adviser.post(FORM, asked | {"hours": "4"})
    plan = Plan.anywhere.get()
    make(plan.pk, now=timezone.now())
    page = page_of(adviser, address_of(plan))
    assert "voor € 5.002 per schooljaar" in page
    assert "Voor dit bedrag is er geen enkele school." in adviser.post(FORM, asked | {"hours": "4", "euros": "5001"}).content.decode()


def test_too_many_plans_at_once_are_refused(adviser, placed):
    for _ in range(3):
        a_plan(placed.partnership, made=False)
    response = adviser.post(FORM, FILLED)
    assert response.status_code == 422
    assert "Er worden al 3 plannen gemaakt." in response.content.decode()


def test_a_plan_of_another_region_is_not_there_and_its_number_fills_no_form(adviser, placed, signed_in):
    elsewhere = a_site(a_region("SWV Elders"), name="De Verte")
    plan = a_plan(elsewhere.partnership, made=False, asked=Asked((NT2,), Way.OFFERS, 49))
    assert adviser.get(address_of(plan)).status_code == 404
    assert adviser.get(f"{FORM}?als={plan.pk}").status_code == 404
    assert [adviser.post(f"{address_of(plan)}{step}/").status_code for step in ("weg", "terug", "opnieuw", "scenario")] == [404] * 4
    assert "Nog geen plan" in page_of(adviser, LIST)


def test_a_board_asks_for_no_plans_and_is_shown_no_way_to(placed, signed_in):
    board = signed_in(Role.BOARD, placed)
    assert [board.get(address).status_code for address in (LIST, FORM)] == [403, 403]
    assert "/dekking/plan/" not in page_of(board, "/dekking/")
    assert "/dekking/plan/" not in page_of(board, f"/dekking/soort/{NT2}/")


def test_a_kind_leads_to_the_form_with_that_kind_filled_in(adviser):
    link = f"{FORM}?soort={NT2}"
    assert f'href="{link}"' in page_of(adviser, f"/dekking/soort/{NT2}/")
    assert f'<option value="{NT2}" selected>' in page_of(adviser, link)
    assert f'href="{LIST}"' in page_of(adviser, "/dekking/")


def test_a_question_is_asked_again_without_one_school(adviser, placed):
    plan = a_plan(placed.partnership)
    other = plan.answer["choices"][0]["brin6"]
    link = f"{FORM}?als={plan.pk}&amp;zonder={other}"
    assert link in page_of(adviser, address_of(plan))
    form = page_of(adviser, link.replace("&amp;", "&"))
    assert re.search(f'name="without" value="{other}"[^>]* checked', form)
    assert '<details class="dk-disclosure" open>' in form
    assert f'<option value="{NT2}" selected>' in form


def test_a_school_that_must_be_in_and_cannot_any_more_is_ticked_once(adviser, placed):
    other = Site.anywhere.get(name="De Oude Haven").brin6
    plan = a_plan(placed.partnership, Asked((NT2,), Way.OFFERS, 1, certain=(other,)))
    form = page_of(adviser, f"{FORM}?als={plan.pk}&zonder={other}")
    assert re.search(f'name="without" value="{other}"[^>]* checked', form)
    assert not re.search(f'name="certain" value="{other}"[^>]* checked', form)
    assert "Een school krijgt dan elke soort hulp uit uw vraag die zij nog niet heeft." in form


def test_a_school_that_must_be_in_gets_every_kind_and_the_answer_says_so(adviser, placed):
    other = Site.anywhere.get(name="De Oude Haven").brin6
    told = "Zij krijgen elke soort hulp uit de vraag die zij nog niet hebben."
    two = a_plan(placed.partnership, Asked((NT2, "facilities.lift"), Way.OFFERS, 3, certain=(other,)))
    assert told in page_of(adviser, address_of(two))
    assert told in page_of(adviser, LIST)
    one = a_plan(placed.partnership, Asked((NT2,), Way.OFFERS, 1, certain=(other,)))
    assert told not in page_of(adviser, address_of(one))


@pytest.mark.parametrize("query", ["?als=x", "?als=999999999", "?als=%C2%B2", "?soort=%3Cscript%3E", "?zonder=%00"])
def test_an_address_that_means_nothing_does_no_harm(adviser, query):
    response = adviser.get(FORM + query)
    assert response.status_code in (200, 404)
    assert b"<script>%" not in response.content


def test_the_command_says_the_same_as_the_screen(placed, capsys, monkeypatch):
    from dekkend.config.cli import main

    monkeypatch.setattr("dekkend.config.installation.start_django", lambda: None)
    assert main(["plan", "--code", NT2, "--offers", "1", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["proof"]["value"] == work_out(placed.partnership, ASKED, today=timezone.localdate()).proof.value == 100
    assert data["asked"] == as_data(ASKED)
    assert main(["plan", "--code", NT2, "--share", "60"]) == 0
    out = capsys.readouterr().out
    assert "Met hoe weinig scholen is 60% te dekken: Nederlands als tweede taal (NT2)?" in out
    assert "  1. De Oude Haven" in out
    assert main(["plan", "--code", NT2, "--share", "60", "--radius", "1", "--hours", "nan"]) == 1
    assert main(["plan", "--code", "expertise.flying", "--offers", "1"]) == 1
    assert "niet in de catalogus" in capsys.readouterr().err


def test_a_question_that_is_too_large_is_refused_before_it_is_queued(adviser, monkeypatch):
    monkeypatch.setattr("dekkend.planning.words.problem.MOST_PAIRS", 0)
    response = adviser.post(FORM, FILLED)
    assert response.status_code == 422
    assert "Deze vraag is te groot om uit te rekenen." in response.content.decode()


def test_the_amounts_are_named_with_who_fills_them_in_and_linked_only_for_those(adviser, placed, signed_in):
    asked, link = FILLED | {"way": "euros", "euros": "5000"}, 'href="/dekking/instellingen/bedragen/"'
    assert link not in adviser.post(FORM, asked).content.decode()
    assert link in signed_in(Role.PARTNERSHIP_DIRECTOR, placed).post(FORM, asked).content.decode()


def test_a_school_that_has_it_already_cannot_be_one_that_must_be_in(adviser, placed):
    page = adviser.post(FORM, FILLED | {"certain": placed.brin6}).content.decode()
    assert "De Vuursprot heeft al wat u vraagt." in page


def test_each_kind_of_a_school_that_must_be_in_counts_and_that_is_said(adviser, placed):
    other = Site.anywhere.get(name="De Oude Haven")
    page = adviser.post(FORM, FILLED | {"more": "expertise.autism", "certain": other.brin6}).content.decode()
    assert "krijgen samen 2 keer een soort hulp erbij: elke soort telt apart." in page


def test_the_form_offers_the_kinds_that_the_region_counts(adviser, placed):
    CoverageSettings.anywhere.create(partnership=placed.partnership, values={"codes": ["facilities.lift"]}, at=timezone.now())
    page = page_of(adviser, FORM)
    assert '<option value="facilities.lift">' in page
    assert NT2 not in page


def test_more_kinds_have_a_fold_of_their_own_and_schools_are_ticked(adviser):
    page = page_of(adviser, FORM)
    assert page.index("Nog meer soorten hulp") < page.index("Wat wilt u weten?") < page.index("Meer keuzes: afstand, uren, welke scholen")
    assert page.count('data-narrows="id_') == 2
    assert "<select multiple" not in page


def test_what_was_laid_down_stands_with_the_answer_in_the_list_and_on_paper(adviser, placed):
    other = Site.anywhere.get(name="De Oude Haven")
    plan = a_plan(placed.partnership, Asked((NT2,), Way.OFFERS, 1, certain=(other.brin6,), radius_km=1.5))
    a_plan(placed.partnership)
    told = ["Deze scholen moesten er zeker bij: De Oude Haven.", "Dichtbij is in dit plan: binnen 1,5 km."]
    assert all(line in page_of(adviser, address_of(plan)) for line in told)
    assert "Dat geldt zolang u vasthoudt aan wat u in de vraag vastlegde." in page_of(adviser, address_of(plan))
    assert all(page_of(adviser, LIST).count(line) == 1 for line in told)
    assert " ".join(told) in b"".join(adviser.get(f"{LIST}?als=csv").streaming_content).decode()


def test_a_plan_becomes_a_scenario_with_a_name_after_its_question_or_one_that_was_typed(adviser, placed):
    plan = a_plan(placed.partnership)
    keep, usual = f"{address_of(plan)}scenario/", "Plan met 1 keer erbij voor Nederlands als tweede taal (NT2)"
    assert f'value="{usual}"' in page_of(adviser, address_of(plan))
    for name in ("", "Keuze van het bestuur", "keuze van het BESTUUR"):
        adviser.post(keep, {"name": name})
    assert [each.name for each in Scenario.anywhere.order_by("pk")] == [usual, "Keuze van het bestuur", "keuze van het BESTUUR (2)"]
    adviser.post(keep, {"name": "a" * 81})
    assert Scenario.anywhere.count() == 3
