"""Do the screens show each role what it can do, why not yet, and nothing of another school?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.adoption.models import Adoption, Advice, Campaign, RegionTerms, StandIn, Step
from dekkend.adoption.words.procedure import Answer, Kind, Outcome, State
from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.models import ProfileVersion
from dekkend.ui.templatetags.ui import in_words
from tests.corpus.school import vuursprot
from tests.factories.adoptions import TODAY, YEAR, a_draft, advised, asked, go, people_of, reacted
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
CHOICES = {"on": TODAY.isoformat(), "text": "Kinderen schreven op kaartjes wat helpt."}


def address(site, end: str = "") -> str:
    return f"/vaststellen/{site.brin6}/{YEAR}/{end}"


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_a_school_without_anything_is_told_what_is_needed_first(signed_in, site):
    page = text_of(signed_in(Role.DIRECTOR, site).get(address(site)))
    assert "nog geen concept" in page
    assert "Nog nodig:" in page


def test_a_step_is_taken_on_its_screen_and_stands_in_the_line(sees, site):
    browser = sees(Role.COORDINATOR)
    assert "Leg het gesprek met het team vast" in text_of(browser.get(address(site)))
    response = browser.post(address(site, "stap/team/"), {"on": TODAY.isoformat()}, follow=True)
    page = text_of(response)
    assert "Vastgelegd: Besproken met het team" in page
    assert 'aria-current="step"' in page
    assert Adoption.anywhere.get().state == State.TEAM


def test_what_was_typed_comes_back_with_the_error(sees, site):
    go_on = sees(Role.COORDINATOR)
    go_on.post(address(site, "stap/team/"), {"on": TODAY.isoformat()})
    response = go_on.post(address(site, "stap/pupils/"), {"on": "31-2-2026", "text": "Kaartjes in de klas"})
    assert response.status_code == 422
    assert "Kaartjes in de klas" in response.content.decode()
    assert Step.anywhere.count() == 1


def test_a_number_of_a_pupil_is_not_written_down(sees, site):
    browser = sees(Role.COORDINATOR)
    response = browser.post(address(site, "stap/team/"), {"on": TODAY.isoformat(), "text": "Gesproken over 123456782."})
    assert response.status_code == 422
    assert "burgerservicenummer" in response.content.decode()


@pytest.mark.parametrize(
    ("role", "kind"), [(Role.COUNCIL, "team"), (Role.ADVISER, "team"), (Role.DIRECTOR, "adopt"), (Role.COUNCIL, "adopt")]
)
def test_the_step_of_another_role_is_refused(sees, site, role, kind):
    assert sees(role).get(address(site, f"stap/{kind}/")).status_code == 403
    assert sees(role).post(address(site, f"stap/{kind}/"), CHOICES).status_code == 403


def test_a_step_that_is_not_possible_leads_back_to_the_reason(sees, site):
    response = sees(Role.BOARD).get(address(site, "stap/adopt/"))
    assert response["Location"] == address(site)


def test_a_board_gets_to_its_reaction_from_the_page_of_the_school(people, sees, site):
    asked(people, site)
    advised(people, site, Outcome.NEGATIVE, "Er is te weinig tijd voor dyslexie.")
    page = text_of(sees(Role.BOARD).get(address(site)))
    possible = page[page.index('id="wat-kan"') : page.index('id="nog-niet"')]
    assert address(site, "reactie/") in possible
    assert "een antwoord op elke opmerking" not in page


def test_every_screen_counts_the_same_days_late_and_says_which_day_that_was(people, sees, site):
    asked(people, site)
    advised(people, site, Outcome.POSITIVE)
    late = TODAY - timedelta(days=6)
    Campaign.anywhere.create(partnership=site.partnership, school_year=YEAR, opens_on=late - timedelta(days=30), deadline=late)
    board = sees(Role.BOARD)
    for page in ("/vaststellen/", address(site), "/mijn-dag/", "/dekking/"):
        said = re.sub(r"<[^>]+>|\s+", " ", text_of(board.get(page)))
        assert re.search(r"\b6 +dagen te laat", said), page
        assert in_words(late) in said, page


@pytest.mark.parametrize("end", ["", "stap/team/", "advies/", "reactie/", "persoonsgegevens/", "bijlage/1/"])
def test_another_school_is_not_there(site, people, signed_in, end):
    roles = {"advies/": Role.COUNCIL, "reactie/": Role.BOARD}
    stranger = signed_in(roles.get(end, Role.DIRECTOR), a_site(a_region("SWV Elders")))
    assert stranger.get(address(site, end)).status_code == 404
    assert stranger.post(address(site, end), CHOICES).status_code in (404, 405)


@pytest.mark.parametrize("end", ["stap/toveren/", "stap/advise/", "stap/react/"])
def test_an_unknown_step_is_not_there(sees, site, end):
    assert sees(Role.BOARD).get(address(site, end)).status_code == 404


def test_a_year_that_is_none_is_not_there(sees, site):
    assert sees(Role.BOARD).get(f"/vaststellen/{site.brin6}/2026-2029/").status_code == 404


def test_everyone_reads_the_roles_and_never_a_name(people, site, client):
    asked(people, site)
    advised(people, site, Outcome.REMARKS, "Geheim woord", ("vision", "Visie", "Te lang."))
    reacted(people, site, Answer.FOLLOWED, keys=(Advice.anywhere.get().remarks.get().pk,))
    go(people, site, Kind.ADOPT)
    assert client.get(address(site, "hoe-vastgesteld/")).status_code == 404
    go(people, site, Kind.PUBLISH)
    page = text_of(client.get(address(site, "hoe-vastgesteld/")))
    assert "Lid van de MR" in page
    assert "kaartjes" in page
    assert "Sanne" not in page
    assert "Geheim woord" not in page


def test_a_version_that_was_published_without_steps_says_so(site, client):
    publish_draft(make_draft(site, vuursprot() | {"school_year": YEAR}, **made()), on=TODAY)
    assert "De stappen zijn niet bekend" in text_of(client.get(address(site, "hoe-vastgesteld/")))


def test_personal_details_are_decided_on_their_screen(site):
    a_draft(site, vision="Vragen? Mail j.zeester@vuursprot.example.")
    people = people_of(site)
    asked(people, site)
    advised(people, site, Outcome.POSITIVE)
    go(people, site, Kind.ADOPT)
    director = Client()
    director.force_login(people[Role.DIRECTOR])
    assert "Besluit over de persoonsgegevens" in text_of(director.get(address(site)))
    while "Leg dit besluit vast" in (page := text_of(director.get(address(site, "persoonsgegevens/")))):
        name, key = re.search(r'name="(detail-\d+)-key" value="([^"]+)"', page).groups()
        director.post(
            address(site, "persoonsgegevens/"), {f"{name}-key": key, f"{name}-verdict": "left_out", f"{name}-reason": "Eigen adres."}
        )
    go(people, site, Kind.PUBLISH)
    assert ProfileVersion.anywhere.get().published_on == TODAY


def test_a_board_sees_who_waits_for_whom_with_the_same_queries_for_one_and_three_schools(people, sees, site):
    board = sees(Role.BOARD)
    go(people, site, Kind.TEAM)
    with django_queries() as few:
        assert "Intern begeleider" in text_of(board.get(f"/vaststellen/?jaar={YEAR}"))
    for _ in range(2):
        other = a_site(site.partnership, site.board)
        a_draft(other)
        go(people_of(other), other, Kind.TEAM)
    with django_queries() as more:
        board.get(f"/vaststellen/?jaar={YEAR}")
    assert len(more) == len(few)


def django_queries() -> CaptureQueriesContext:
    return CaptureQueriesContext(connection)


def test_the_list_is_found_by_state(people, sees, site):
    asked(people, site)
    board = sees(Role.BOARD)
    assert site.name in text_of(board.get(f"/vaststellen/?jaar={YEAR}&hoever=asked"))
    assert address(site) not in text_of(board.get(f"/vaststellen/?jaar={YEAR}&hoever=draft"))
    assert "vaststellen.csv" in board.get(f"/vaststellen/?jaar={YEAR}&als=csv")["Content-Disposition"]


def test_a_board_names_who_stands_in_and_ends_it(people, sees, site):
    board = sees(Role.BOARD)
    given = {"site": site.pk, "person": people[Role.COORDINATOR].pk, "role": "director", "first": TODAY.isoformat()}
    given |= {"last": TODAY.isoformat(), "reason": "Ziek."}
    assert "vervangt nu" in text_of(board.post("/vaststellen/vervangers/", given, follow=True))
    board.post(f"/vaststellen/vervangers/{StandIn.anywhere.get().pk}/stop/")
    assert StandIn.anywhere.get().ended_at is not None
    assert sees(Role.DIRECTOR).get("/vaststellen/vervangers/").status_code == 403


def test_a_region_sets_its_own_terms(signed_in, site):
    browser = signed_in(Role.PARTNERSHIP_DIRECTOR, site)
    browser.post("/vaststellen/termijnen/", {"advice_days": "30", "decision_days": "20", "remind_days": "5"})
    assert RegionTerms.anywhere.get().advice_days == 30
    assert browser.post("/vaststellen/termijnen/", {"advice_days": "0", "decision_days": "20", "remind_days": "5"}).status_code == 422


def test_my_day_shows_each_role_its_own_step(people, sees, site):
    asked(people, site)
    assert "Geef advies" in text_of(sees(Role.COUNCIL).get("/mijn-dag/"))
    assert "Geef advies" not in text_of(sees(Role.BOARD).get("/mijn-dag/"))
    advised(people, site, Outcome.POSITIVE)
    assert "Stel het aanbod vast" in text_of(sees(Role.BOARD).get("/mijn-dag/"))


def test_someone_without_a_role_has_an_empty_day(signed_in):
    assert "nog geen werk" in text_of(signed_in().get("/mijn-dag/"))


def test_the_law_is_there_for_everyone_and_can_be_searched(client):
    page = text_of(client.get("/wet/"))
    assert "niet geverifieerd" in page
    assert 'id="adoption-pupils-voice-2025"' in page
    assert "adoption-pupils-voice" not in text_of(client.get("/wet/?zoek=vier jaren dat niet bestaat"))


def made() -> dict:
    return {"evidence": {}, "source": None, "made_by": None, "now": timezone.now()}
