"""Do the screens show each role what it can do, why not yet, and nothing of another school?"""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.adoption.models import Adoption, Advice, RegionTerms, StandIn, Step
from dekkend.adoption.words.procedure import Answer, Kind, Outcome, State
from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.models import ProfileVersion
from tests.corpus.school import vuurtoren
from tests.factories.adoptions import TODAY, YEAR, a_draft, advised, asked, days_ago, go, people_of, reacted
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
CHOICES = {"on": TODAY.isoformat(), "text": "Kinderen schreven op kaartjes wat helpt."}


@pytest.fixture
def people(site):
    a_draft(site)
    return people_of(site)


@pytest.fixture
def sees(people):
    """`sees(Role.BOARD)`: a browser in which that person has logged in."""

    def browser(role: Role) -> Client:
        client = Client()
        client.force_login(people[role])
        return client

    return browser


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


def test_the_council_writes_beside_a_change_and_finds_it_back(people, sees, site):
    publish_draft(make_draft(site, vuurtoren() | {"school_year": "2024-2025"}, **made()), on=days_ago(400))
    a_draft(site, vision="Wij zien elk kind. Wij leren samen. Nieuw is de taalklas.")
    asked(people, site)
    council = sees(Role.COUNCIL)
    page = text_of(council.get(address(site, "advies/")))
    assert "Nieuw is de taalklas" in page
    at = page.index('name="remark-')
    field = page[at:].split('"')[1]
    response = council.post(
        address(site, "advies/"), {field: "Wie zit in de taalklas?", "outcome": "remarks", "on": TODAY.isoformat(), "save": "1"}
    )
    assert response.status_code == 302
    assert "Wie zit in de taalklas?" in text_of(council.get(address(site, "advies/")))
    assert Advice.anywhere.get().given_on is None
    council.post(
        address(site, "advies/"), {field: "Wie zit in de taalklas?", "outcome": "remarks", "on": TODAY.isoformat(), "hand_in": "1"}
    )
    assert Adoption.anywhere.get().state == State.ADVISED


def test_who_signed_last_year_is_no_change_to_advise_on(people, sees, site):
    publish_draft(make_draft(site, vuurtoren() | {"school_year": "2024-2025"}, **made()), on=days_ago(400))
    draft = a_draft(site, vision="Wij zien elk kind. Nieuw is de taalklas.")
    draft.values = draft.values | {"adoption": dict.fromkeys(draft.values["adoption"])}
    draft.save(update_fields=["values"])
    asked(people, site)
    page = text_of(sees(Role.COUNCIL).get(address(site, "advies/")))
    assert "Nieuw is de taalklas" in page
    assert "Voorzitter MR" not in page
    assert "vastgesteld door bestuur" not in page


def test_what_the_council_writes_is_saved_in_passing(people, sees, site):
    asked(people, site)
    given = {"text": "Halverwege", "outcome": "", "on": TODAY.isoformat()}
    response = sees(Role.COUNCIL).post(address(site, "advies/"), given, headers={"HX-Request": "true"})
    assert "Bewaard om" in text_of(response)
    assert Advice.anywhere.get().text == "Halverwege"


def fields_of(page: str) -> dict[str, str]:
    """What the hidden field says that this browser showed, as it would be sent along."""
    return {"shown": unescape(re.search(r'name="shown"[^>]*value="([^"]*)"', page).group(1)), "on": TODAY.isoformat()}


def test_two_members_who_write_at_once_both_keep_their_words(people, sees, site):
    asked(people, site)
    council = sees(Role.COUNCIL)
    first = second = fields_of(text_of(council.get(address(site, "advies/"))))
    page = text_of(council.get(address(site, "advies/")))
    one, other = re.findall(r'name="(remark-\d+)"', page)[:2]
    aside = {"headers": {"HX-Request": "true"}}
    council.post(address(site, "advies/"), first | {one: "Van de een.", "text": "Wij lazen alles.", "outcome": "remarks"}, **aside)
    answer = text_of(council.post(address(site, "advies/"), second | {other: "Van de ander."}, **aside))
    assert "Laad de pagina opnieuw" in answer
    advice = Advice.anywhere.get()
    assert sorted(advice.remarks.values_list("text", flat=True)) == ["Van de ander.", "Van de een."]
    assert (advice.text, advice.outcome) == ("Wij lazen alles.", "remarks")
    # Once more from the second browser, which still shows only its own words: nothing of the first goes.
    council.post(address(site, "advies/"), fields_of(answer) | {other: "Van de ander, en meer."}, **aside)
    assert sorted(advice.remarks.values_list("text", flat=True)) == ["Van de ander, en meer.", "Van de een."]


def test_what_another_member_wrote_is_read_before_it_is_handed_in(people, sees, site):
    asked(people, site)
    council = sees(Role.COUNCIL)
    shown = fields_of(text_of(council.get(address(site, "advies/"))))
    council.post(address(site, "advies/"), shown | {"text": "Van een ander lid.", "save": "1"})
    mine = {"text": "Van mij.", "outcome": "positive", "hand_in": "1"}
    response = council.post(address(site, "advies/"), shown | mine, follow=True)
    page = text_of(response)
    assert "Een ander lid van de MR schreef intussen ook" in page
    assert Adoption.anywhere.get().state == State.ASKED
    given = fields_of(page) | {"text": Advice.anywhere.get().text, "outcome": "positive", "hand_in": "1"}
    council.post(address(site, "advies/"), given)
    assert Adoption.anywhere.get().state == State.ADVISED
    assert Advice.anywhere.get().text == "Van een ander lid. Van mij."


def test_what_was_refused_starts_from_what_was_kept(people, sees, site):
    asked(people, site)
    council = sees(Role.COUNCIL)
    shown = fields_of(text_of(council.get(address(site, "advies/"))))
    response = council.post(address(site, "advies/"), shown | {"text": "Wij zijn blij.", "hand_in": "1"})
    assert ">\nWij zijn blij.</textarea>" in response.content.decode()
    again = fields_of(response.content.decode()) | {"text": "Wij zijn tevreden.", "outcome": "positive", "hand_in": "1"}
    council.post(address(site, "advies/"), again)
    assert Advice.anywhere.get().text == "Wij zijn tevreden."


def test_nobody_outside_the_council_sees_a_half_advice(people, sees, site):
    asked(people, site)
    sees(Role.COUNCIL).post(address(site, "advies/"), {"text": "Halverwege", "on": TODAY.isoformat(), "save": "1"})
    for role in (Role.DIRECTOR, Role.BOARD, Role.ADVISER):
        assert "Halverwege" not in text_of(sees(role).get(address(site)))
        assert sees(role).get(address(site, "advies/")).status_code == 403


def test_half_an_advice_says_what_is_missing(people, sees, site):
    asked(people, site)
    response = sees(Role.COUNCIL).post(address(site, "advies/"), {"text": "x", "on": TODAY.isoformat(), "hand_in": "1"})
    assert response.status_code == 422
    assert "Kies wat het advies van de MR is." in response.content.decode()


def test_the_board_answers_each_remark_on_its_screen(people, sees, site):
    asked(people, site)
    advised(people, site, Outcome.REMARKS, "Let op de wachttijd.", ("vision", "Visie", "Te lang."))
    remark = Advice.anywhere.get().remarks.get()
    board = sees(Role.BOARD)
    assert "Te lang." in text_of(board.get(address(site, "reactie/")))
    given = {"whole-answer": "followed", f"remark-{remark.pk}-answer": "not_followed", "on": TODAY.isoformat(), "text": "Dank."}
    response = board.post(address(site, "reactie/"), given)
    assert response.status_code == 422
    assert "Schrijf op waarom" in response.content.decode()
    board.post(address(site, "reactie/"), given | {f"remark-{remark.pk}-why": "De tekst is wettelijk nodig."})
    page = text_of(board.get(address(site)))
    assert "De tekst is wettelijk nodig." in page
    assert "een gesprek met de MR" in page


def test_next_year_the_council_sees_what_was_done_with_its_advice(people, sees, site):
    asked(people, site)
    advised(people, site, Outcome.REMARKS, "", ("vision", "Visie", "De visie is te lang."))
    reacted(people, site, Answer.PARTLY, keys=(Advice.anywhere.get().remarks.get().pk,), why="Half ingekort.")
    go(people, site, Kind.TALK, Kind.ADOPT, Kind.PUBLISH)
    following = f"{int(YEAR[:4]) + 1}-{int(YEAR[:4]) + 2}"
    a_draft(site, following)
    asked(people, site, year=following)
    page = text_of(sees(Role.COUNCIL).get(f"/vaststellen/{site.brin6}/{following}/advies/"))
    assert "Half ingekort." in page


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
    publish_draft(make_draft(site, vuurtoren() | {"school_year": YEAR}, **made()), on=TODAY)
    assert "De stappen zijn niet bekend" in text_of(client.get(address(site, "hoe-vastgesteld/")))


def test_personal_details_are_decided_on_their_screen(site):
    a_draft(site, vision="Vragen? Mail j.zeester@vuurtoren.example.")
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
