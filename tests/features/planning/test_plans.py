"""Is the best plan made in the background, shown with its proof and reasons, taken along, taken away and brought back?"""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from dekkend.audit.models import Entry
from dekkend.coverage.models import CostRate
from dekkend.kernel.school_years import SchoolYear
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.models import Site
from dekkend.planning.actions.plans import REMOVED_KEPT, forget_old_plans, make
from dekkend.planning.models import Plan
from dekkend.planning.words.asking import Asked, Way
from tests.factories.ground import put_area, two_more_schools
from tests.factories.offers import NT2, a_public_offer
from tests.factories.plans import a_plan
from tests.rendering.pdf_rules import a_bad_file, broken_rules

pytestmark = pytest.mark.django_db
LIST, FORM = "/dekking/plan/", "/dekking/plan/vraag/"
FILLED = {"code": NT2, "way": "offers", "offers": "1", "share": "95", "least": "offers"}


def page_of(client, address: str) -> str:
    return client.get(address).content.decode()


def rows_of(client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).getvalue().decode("utf-8-sig")), delimiter=";"))


def address_of(plan: Plan) -> str:
    return f"{LIST}{plan.pk}/"


def test_a_question_leads_to_the_answer_through_a_page_that_says_that_it_is_being_made(adviser):
    response = adviser.post(FORM, FILLED)
    plan = Plan.anywhere.get()
    assert response["Location"] == address_of(plan)
    waiting = page_of(adviser, address_of(plan))
    assert "Wij zoeken het beste plan" in waiting
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in waiting
    assert "wordt uitgerekend" in page_of(adviser, LIST)

    assert make(plan.pk, now=timezone.now())
    done = adviser.get(address_of(plan), headers={"hx-request": "true"})
    assert done["HX-Refresh"] == "true"
    page = page_of(adviser, address_of(plan))
    assert "Met 1 school die dit gaat geven gaat de dekking van 43% naar 87%." in page
    assert "Dit is bewezen het beste." in page
    assert "vraag eerst na" in page
    assert "De school doet niet mee in Dekkend" not in page  # it does, it only has no public profile
    assert "De school heeft geen openbaar profiel. Daarom is het niet bekend." in page
    assert "Kan deze school niet, dan is er geen andere die deze kinderen bereikt." in page
    assert "De weg is de rechte lijn keer 1,25." in page
    assert "100 kinderen erbij. Dit is bewezen het beste." in page_of(adviser, LIST)


def test_a_plan_is_worked_out_by_a_worker(placed):
    from dekkend.planning import jobs

    plan = a_plan(placed.partnership, made=False)
    assert jobs.make_plan.call(plan.pk)
    assert not jobs.make_plan.call(plan.pk)  # twice does no harm
    assert Plan.anywhere.get().answer["proof"]["value"] == 100


def test_screen_list_files_and_data_show_the_same_numbers(adviser, placed):
    plan = a_plan(placed.partnership)
    data = json.loads(adviser.get(f"{address_of(plan)}plan.json").content)
    assert data["format"] == "dekkend-plan/2"
    assert [(choice["school"], choice["adds"], choice["sign"]) for choice in data["choices"]] == [("De Oude Haven", 100, "unknown")]
    assert data["after"]["figure"]["covered"] == 200
    assert data["asked"]["codes"] == [NT2]
    assert data["settings"]["detour"] == 1.25

    [row] = rows_of(adviser, f"{address_of(plan)}?als=csv")
    assert (row["School"], row["Kinderen erbij"], row["Hangen alleen hieraan"], row["Plekken"]) == (
        "De Oude Haven",
        "100",
        "100",
        "9997 9998",
    )
    places = rows_of(adviser, f"{address_of(plan)}?lijst=plekken&als=csv")
    told = {row["Plek"]: (row["Kinderen"], row["Met dit plan"], row["Door nummer"]) for row in places}
    assert told == {
        "9996 Duin 9996": ("30", "blijft open", ""),
        "9998 Duin 9998": ("60", "komt erbij", "1"),
        "9997 Duin 9997": ("40", "komt erbij", "1"),
        "9999 Duin 9999": ("100", "was al gedekt", ""),
    }

    book = load_workbook(io.BytesIO(adviser.get(f"{address_of(plan)}plan.xlsx").content))
    head, line = book["Scholen van het plan"].iter_rows(values_only=True)
    assert dict(zip(head, line, strict=True))["Kinderen erbij"] == 100
    head, line, *_rest = book["Voor en na"].iter_rows(values_only=True)
    told = dict(zip(head, line, strict=True))
    assert (told["Gedekt nu"], told["Gedekt straks"], told["Witte vlekken straks"]) == (100, 200, 1)
    assert "De weg is de rechte lijn keer 1,25" in str(list(book["Methode en instellingen"].iter_rows(values_only=True)))


def test_questions_of_one_day_are_told_apart_by_their_time(adviser, placed):
    at = timezone.localtime().replace(hour=14, minute=7)
    a_plan(placed.partnership, asked_at=at)
    assert "14.07 uur" in page_of(adviser, LIST)
    [row] = rows_of(adviser, f"{LIST}?als=csv")
    assert row["Gevraagd op"].endswith("14:07")


def test_amounts_in_the_workbook_can_be_summed(adviser, placed):
    year, at = str(SchoolYear.of(timezone.localdate())), timezone.now()
    CostRate.anywhere.create(partnership=placed.partnership, school_year=year, code=NT2, per="school", euros=Decimal(7200), at=at)
    plan = a_plan(placed.partnership, Asked((NT2,), Way.EUROS, 8000))
    book = load_workbook(io.BytesIO(adviser.get(f"{address_of(plan)}plan.xlsx").content))
    head, line = book["Scholen van het plan"].iter_rows(values_only=True)
    assert dict(zip(head, line, strict=True))["Euro per schooljaar"] == 7200


def test_the_document_is_a_tagged_pdf_and_the_same_in_word(adviser, placed):
    import docx

    plan = a_plan(placed.partnership)
    word = docx.Document(io.BytesIO(adviser.get(f"{address_of(plan)}plan.docx").content))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    cells = "\n".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    assert "Met 1 school die dit gaat geven gaat de dekking van 43% naar 87%." in text
    assert "Vraag eerst na: de school zei hier niets over." in cells
    assert len(word.inline_shapes) == 1
    assert broken_rules(a_bad_file()) != []
    assert broken_rules(adviser.get(f"{address_of(plan)}plan.pdf").content) == []


def test_who_asked_and_who_took_it_away_is_written_down(adviser, placed):
    adviser.post(FORM, FILLED)
    plan = Plan.anywhere.get()
    make(plan.pk, now=timezone.now())
    adviser.get(f"{address_of(plan)}plan.xlsx")
    asked = Entry.objects.get(event="planning.asked")
    assert asked.details["question"].startswith("Welke school kan dit het beste gaan geven: Nederlands als tweede taal")
    assert Entry.objects.filter(event="list.taken").exists()


def test_a_plan_goes_away_and_comes_back(adviser, placed):
    plan = a_plan(placed.partnership)
    assert "Zet het terug" in adviser.post(f"{address_of(plan)}weg/").content.decode()
    assert "Nog geen plan" in page_of(adviser, LIST)
    assert "Het plan is weg" in page_of(adviser, address_of(plan))
    assert adviser.get(f"{address_of(plan)}plan.json").status_code == 404
    adviser.post(f"{address_of(plan)}terug/")
    assert "Welke school kan dit het beste gaan geven" in page_of(adviser, LIST)
    assert [entry.event for entry in Entry.objects.filter(event__startswith="planning.").order_by("pk")] == [
        "planning.removed",
        "planning.back",
    ]


def test_plans_are_thrown_away_when_their_term_is_over(placed, settings):
    now = timezone.now()
    kept = a_plan(placed.partnership, made=False)
    a_plan(placed.partnership, made=False, asked_at=now - timedelta(days=settings.PLAN_KEPT_DAYS + 1))
    a_plan(placed.partnership, made=False, removed_at=now - REMOVED_KEPT - timedelta(hours=1))
    assert forget_old_plans(now=now) == 2
    assert Plan.anywhere.get() == kept


def test_an_answer_of_before_a_change_says_so_and_is_asked_again_with_one_button(adviser, placed):
    plan = a_plan(placed.partnership)
    told = "Sinds dit plan veranderde er iets"
    assert told not in page_of(adviser, address_of(plan))
    put_area(placed.partnership, "9995", 111_000, 400_500, 25)
    assert told in page_of(adviser, address_of(plan))
    response = adviser.post(f"{address_of(plan)}opnieuw/")
    again = Plan.anywhere.exclude(pk=plan.pk).get()
    assert response["Location"] == address_of(again)
    make(again.pk, now=timezone.now())
    assert told not in page_of(adviser, address_of(again))
    assert again.asked == plan.asked


def test_the_same_plan_still_holds_on_another_day(adviser, placed):
    plan = a_plan(placed.partnership, day=timezone.localdate() - timedelta(days=3))
    assert "Sinds dit plan veranderde er iets" not in page_of(adviser, address_of(plan))


def test_a_plan_that_was_never_finished_says_so(adviser, placed):
    plan = a_plan(placed.partnership, made=False, asked_at=timezone.now() - timedelta(hours=1))
    assert "Het plan is niet afgekomen." in page_of(adviser, address_of(plan))
    assert "niet gelukt" in page_of(adviser, LIST)


def test_a_plan_that_cannot_be_made_any_more_says_why(adviser, placed):
    plan = a_plan(placed.partnership, made=False)
    for postcode in ("9998", "9997", "9996"):
        put_area(placed.partnership, postcode, 100_000, 400_000, 10)
    make(plan.pk, now=timezone.now())
    page = page_of(adviser, address_of(plan))
    assert "Dit plan kon niet worden gemaakt. Elk kind heeft hiervoor al een school dichtbij." in page
    assert adviser.get(f"{address_of(plan)}plan.xlsx").status_code == 404


def test_an_answer_of_another_format_is_not_shown_as_if_it_were_ours(adviser, placed):
    plan = a_plan(placed.partnership)
    Plan.anywhere.update(answer={"format": "dekkend-plan/99"})
    assert "andere versie van Dekkend" in page_of(adviser, address_of(plan))
    assert adviser.get(LIST).status_code == 200


def test_a_plan_of_several_kinds_has_a_map_for_each_and_counts_a_child_for_each(adviser, placed):
    lift = "facilities.lift"
    asked = Asked((NT2, lift), Way.OFFERS, 2)
    plan = a_plan(placed.partnership, asked)
    page = page_of(adviser, address_of(plan))
    assert "Een kind telt voor elke soort hulp apart: wie er twee dichtbij krijgt, is 2 keer een kind." in page
    assert f'href="?soort={lift}#kaart"' in page or f'href="?soort={NT2}#kaart"' in page
    assert "Samen" in page
    assert "erbij. Elke soort hulp telt apart." in page_of(adviser, LIST)
    assert page.count("keer een kind") >= 4  # proof, unit, the row of all kinds, and what adds up in the list
    assert page.count("elk kind één keer") == 1  # in the row of all kinds together, that otherwise counts a child for each
    assert adviser.get(f"{address_of(plan)}?soort={lift}").status_code == 200


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (None, "De school kruiste dit antwoord aan."),
        ("Lift | | X", '<span class="dk-mark" lang="nl">Lift: nee</span>'),
    ],
)
def test_what_a_school_of_the_plan_says_is_told_as_in_the_finder_and_leads_to_the_words(adviser, placed, note, told):
    other = Site.anywhere.get(name="De Oude Haven")
    a_public_offer(other, expertise={"rows": {"second_language": {"choice": "no", "note": note}}})
    take_up()
    page = page_of(adviser, address_of(a_plan(placed.partnership)))
    assert told in page
    assert f"{reverse('profiles:version', args=[other.brin6, '2026-2027', 1])}#:~:text=Nederlands%20als%20tweede%20taal" in page
    [row] = rows_of(adviser, f"{address_of(Plan.anywhere.get())}?als=csv")
    assert row["Wat de school nu zegt"] == ("Nee. Lift: nee" if note else "Nee. De school kruiste dit antwoord aan.")


@pytest.mark.parametrize("address", [LIST, FORM, "{plan}", "{plan}?lijst=plekken", "{plan}plan.json"])
def test_the_number_of_queries_does_not_grow_with_schools_or_plans(adviser, placed, address):
    plan = a_plan(placed.partnership, asked_by=None)

    def count() -> int:
        place = address.format(plan=address_of(plan))
        adviser.get(place)
        with CaptureQueriesContext(connection) as asked:
            assert adviser.get(place).status_code == 200
        return len(asked)

    one = count()
    two_more_schools(placed.partnership)
    for number in (2, 3):
        a_plan(placed.partnership, Asked((NT2,), Way.OFFERS, number), asked_by=None)
    assert count() == one


def test_the_map_is_sent_to_its_script_with_the_numbers_of_the_list(adviser, placed):
    plan = a_plan(placed.partnership)
    assert f'data-map="{address_of(plan)}kaart.geojson?soort={NT2}"' in page_of(adviser, address_of(plan))
    data = json.loads(adviser.get(f"{address_of(plan)}kaart.geojson").content)
    told = [each["properties"] for each in data["features"]]
    assert {each["postcode"]: each["ink"] for each in told if each["kind"] == "area"} == {"9996": 1, "9997": 3, "9998": 3, "9999": 5}
    assert [each["says"] for each in told if each.get("number") == "1"] == ["1. De Oude Haven"]
    assert adviser.get(f"{address_of(a_plan(placed.partnership, made=False))}kaart.geojson").status_code == 404
